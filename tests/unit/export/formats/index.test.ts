import { describe, expect, test } from 'vitest';
import { FORMATS, type Format, fileIn } from '../../../../utils/export/formats/index.ts';
import { exportThread } from '../../../../utils/export/record.ts';
import type { Verdict } from '../../../../utils/stance/verdict.ts';
import { summarize } from '../../../../utils/summary/summarize.ts';
import type { Comment, Thread } from '../../../../utils/thread/thread.ts';
import { aVerdict } from '../../../fixtures/reading.ts';
import { comment, thread } from '../../../fixtures/thread.ts';
import { parseCsv } from './parseCsv.ts';

type Said = Partial<Comment> & { opening?: Verdict };

/** The thread of these comments, `1`, `2`, …, in some format. */
function written(format: Format, said: Said[], about: Partial<Thread> = {}, pseudonyms = false): string {
  const read = thread(
    said.map(({ opening: _, ...more }, index) => comment(String(index + 1), more)),
    about,
  );
  const verdicts = Object.fromEntries(
    said.map(({ opening }, index) => [index + 1, { opening: opening ?? aVerdict('support'), parent: null }]),
  );
  const analysis = {
    model: 'a model 1',
    proposition: { text: 'Mending is *better*.', of: 'opening' as const, kind: 'claim' as const },
    verdicts,
  };
  const options = { version: '1.0', exportedAt: new Date('2026-11-01T12:00:00Z'), pseudonyms };
  return fileIn(format, exportThread(read, analysis, summarize(read, analysis), options)).text;
}

const THREE: Said[] = [
  { author: 'amber', text: 'I agree.\nEvery word of it.', permalink: 'https://forum.example.org/t/1/2', time: '2026-10-30T12:00:00Z' },
  { author: 'birch', text: 'Me too.' },
  { author: 'cedar', text: 'Nonsense.', opening: aVerdict('oppose') },
];

describe('the Markdown digest', () => {
  test('holds title, claim, division, each side in its own words, coverage and date', () => {
    const digest = written('markdown', THREE, { total: 10 });
    expect(digest).toContain('# [A title](<https://forum.example.org/t/1>)');
    expect(digest).toContain('## The opening post says\n\n> Mending is \\*better\\*.');
    expect(digest).toContain('| supports | 2 | 67% |');
    expect(digest).toContain('| opposes | 1 | 33% |');
    expect(digest).toContain('Of 3 comments 3 could be placed: 2 support, 1 opposes.');
    expect(digest).toContain(
      '## 2 comments support the post\n\n> I agree.\n>\n> Every word of it.\n>\n> — [amber](<https://forum.example.org/t/1/2>), ',
    );
    expect(digest).toContain('## The other side: 1 comment opposes the post\n\n> Nonsense.\n>\n> — cedar');
    expect(digest).toContain('3 of 10 read, 7 not loaded');
    expect(digest).toContain('November 1, 2026');
  });

  test('counts those who are unsure or were not analysed, and names a mere suspicion as one', () => {
    const digest = written('markdown', [
      { opening: aVerdict('support') },
      { text: 'Hm, no.', opening: aVerdict('unsure', { best: 'oppose', confidence: 0.4, probabilities: { oppose: 0.4 } }) },
      { opening: aVerdict('skipped') },
    ]);
    expect(digest).toContain('Of 3 comments 1 could be placed: 1 supports.');
    expect(digest).toMatch(
      /## The other side, perhaps\n\nNo comment is known to oppose the post. This one may, 40% likely\.\n\n> Hm, no\./,
    );
  });

  test('is nobody else’s markup: words that look like it stay words', () => {
    const text = '# no heading\n- no list\n1. no list either\n<b>no tag</b> [no](javascript:link) `no code` {{ no template }} | no | table';
    const digest = written('markdown', [{ text, author: '[me](https://example.org)', permalink: 'https://forum.example.org/a)<b>\\' }]);
    expect(digest).toContain(
      '> \\# no heading\n>\n> \\- no list\n>\n> 1\\. no list either\n>\n> &lt;b&gt;no tag&lt;/b&gt; \\[no\\]\\(javascript\\:link)',
    );
    expect(digest).toContain('\\`no code\\` &#123;&#123; no template &#125;&#125; \\| no \\| table');
    expect(digest).toContain('[\\[me\\]\\(https\\://example.org)](<https://forum.example.org/a%29%3Cb%3E/>)');
  });
});

describe('the CSV', () => {
  test('is a row a comment, with line breaks, commas and quotes where they were', () => {
    const text = 'One, "two"\nthree';
    const [head, opening, first, ...rest] = parseCsv(written('csv', [{ text, author: 'Zoë', score: -3 }, {}]));
    expect(head?.slice(0, 5)).toEqual(['id', 'parent', 'author', 'time', 'score']);
    expect(Object.fromEntries((head ?? []).map((name, index) => [name, first?.[index]]))).toMatchObject({
      id: '1',
      parent: '',
      author: 'Zoë',
      score: '-3',
      stance: 'support',
      confidence: '0.9',
      set_by: 'model',
      deleted: 'false',
      text,
    });
    // The post that rows name as their parent has one itself, and stands nowhere.
    expect(Object.fromEntries((head ?? []).map((name, index) => [name, opening?.[index]]))).toMatchObject({
      id: 'opening',
      stance: '',
      set_by: '',
    });
    expect(rest).toHaveLength(1);
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1+1', "'-1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['  =1+1', "  '=1+1"],
    ['\u200b=1+1', "\u200b'=1+1"],
    ['＝1+1', "'＝1+1"],
    ['"=1+1"', '"\'=1+1"'],
    ['words;=1+1', "words;'=1+1"],
    ['words\n=1+1', "words\n'=1+1"],
    ["words\t=cmd|' /C calc'!A0", "words\t'=cmd|' /C calc'!A0"],
    ['a = b - c', 'a = b - c'],
    ['me@example.org', 'me@example.org'],
  ])('makes no formula of %j', (text, expected) => {
    expect(parseCsv(written('csv', [{ text }]))[2]?.[14]).toBe(expected);
  });

  test('takes time that grows with the text, whatever that is', () => {
    const start = performance.now();
    for (const piece of ['\t', ' ', ';', "'", '\n \n']) written('csv', [{ text: piece.repeat(300_000) }]);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

describe('the Web Annotations', () => {
  const annotations = (said: Said[], about?: Partial<Thread>) => JSON.parse(written('annotations', said, about));

  test('tag each comment’s own words with its stance', () => {
    const { first, total, label } = annotations(THREE);
    expect([total, label, first.items.length]).toEqual([3, 'A title', 3]);
    expect(first.items[0]).toMatchObject({
      type: 'Annotation',
      motivation: 'classifying',
      body: { type: 'TextualBody', purpose: 'tagging', value: 'support', confidence: 0.9, setBy: 'model' },
      target: {
        source: 'https://forum.example.org/t/1/2',
        selector: { type: 'TextQuoteSelector', exact: 'I agree.\nEvery word of it.' },
      },
    });
    expect(new Set(first.items.map(({ id }: { id: string }) => id)).size).toBe(3);
    expect(first.items[1].target.source).toBe('https://forum.example.org/t/1');
  });

  test('say nothing of words where a comment has none', () => {
    expect(annotations([{ text: '', deleted: true }]).first.items[0].target).toEqual({ source: 'https://forum.example.org/t/1' });
  });

  test('cannot end the script element that they may be put into', () => {
    expect(written('annotations', [{ text: '</script><script>alert(1)</script>' }])).not.toContain('<');
  });
});

describe('every format', () => {
  const formats = Object.keys(FORMATS) as Format[];

  test.each(formats)('%s can leave names out', (format) => {
    const text = written(format, THREE, {}, true);
    expect(text).not.toMatch(/amber|birch|cedar/);
    if (format !== 'annotations') expect(text).toContain('Person 3');
  });

  test.each(formats)('%s holds the same counts', (format) => {
    const text = written(format, THREE);
    const support = {
      json: () => JSON.parse(text).summary.division.support,
      markdown: () => Number(/\| supports \| (\d+) \|/.exec(text)?.[1]),
      csv: () => parseCsv(text).filter((row) => row[5] === 'support').length,
      annotations: () => JSON.parse(text).first.items.filter((one: { body: { value: string } }) => one.body.value === 'support').length,
    };
    expect(support[format]()).toBe(2);
  });
});
