import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { openExport, sessionFrom } from '../../../utils/export/open.ts';
import { type Export, exportThread } from '../../../utils/export/record.ts';
import { createSession } from '../../../utils/session/session.ts';
import { summarize } from '../../../utils/summary/summarize.ts';
import { aThread, aVerdict } from '../../fixtures/reading.ts';

const root = join(import.meta.dirname, '../../..');
const schema = JSON.parse(readFileSync(join(root, 'public/export.schema.json'), 'utf8'));
const options = { version: '1.0', exportedAt: new Date('2026-11-01T12:00:00Z') };

function anExport(): Export {
  const { reading, analysis } = aThread([
    { stance: 'support', author: 'amber', text: 'Yes.' },
    { stance: 'oppose', author: 'birch', text: 'No.', parent: '1' },
    { stance: 'unsure', best: 'neutral', confidence: 0.4 },
  ]);
  return exportThread(reading.thread, analysis, summarize(reading.thread, analysis), options);
}

const opened = (file: unknown) => openExport(JSON.stringify(file), schema);

describe('an exported file', () => {
  test('opens as what it was, whatever the reader’s precision is now', () => {
    const file = anExport();
    const result = opened(file);
    if ('refusal' in result) throw new Error(JSON.stringify(result.refusal));
    const held = sessionFrom(result.file);
    const session = createSession(signal(held.analysis));
    session.reading.value = held.reading;
    const { thread, analysis, summary, state } = session;
    if (!thread.value || !analysis.value || !summary.value) throw new Error('There is no thread.');
    expect(state.value).toBe('done');
    expect(exportThread(thread.value, analysis.value, summary.value, options)).toEqual(file);
  });

  test('of version 1 opens as well: what was `unread` there is skipped', () => {
    const { reading, analysis } = aThread([
      { stance: 'skipped', because: 'language', confidence: 0 },
      { stance: 'support', parent: '1', towardsParent: aVerdict('skipped') },
    ]);
    const file = exportThread(reading.thread, analysis, summarize(reading.thread, analysis), options);
    const old = JSON.parse(JSON.stringify({ ...file, version: 1 }).replaceAll('"skipped"', '"unread"'));
    expect(old.summary.division.unread).toBe(1);
    expect(opened(old)).toEqual({ file });
    expect(opened({ ...old, version: 2 })).toHaveProperty('refusal');
  });

  const spoiled: [string, (file: Export) => void, string, RegExp][] = [
    ['lacks something', (file) => Reflect.deleteProperty(file.thread, 'title'), '/thread', /lacks “title”/],
    ['holds something else', (file) => Object.assign(file, { extra: 1 }), '/extra', /does not belong/],
    [
      'holds something else in a comment',
      (file) => Object.assign(file.thread.comments[1] ?? {}, { extra: 1 }),
      '/thread/comments/1/extra',
      /does not belong/,
    ],
    [
      'has a link that is none',
      (file) => Object.assign(file.thread.comments[1] ?? {}, { permalink: 'javascript:alert(1)' }),
      '/thread/comments/1/permalink',
      /not written as it must be/,
    ],
    [
      'is surer than sure',
      (file) => Object.assign(file.thread.comments[0]?.stance.opening ?? {}, { confidence: 2 }),
      '/thread/comments/0/stance/opening/confidence',
      /too large/,
    ],
    [
      'knows another stance',
      (file) => Object.assign(file.thread.comments[0]?.stance.opening ?? {}, { stance: 'furious' }),
      '/thread/comments/0/stance/opening/stance',
      /none of the values/,
    ],
    ['counts less than nobody', (file) => Object.assign(file.summary.division, { support: -1 }), '/summary/division/support', /too small/],
    ['has an id twice', (file) => Object.assign(file.thread.comments[2] ?? {}, { id: '1' }), '/thread/comments/2/id', /another comment/],
    [
      'has somebody answer themselves',
      (file) => Object.assign(file.thread.comments[0] ?? {}, { parent: '2' }),
      '/thread/comments/0/parent',
      /back to/,
    ],
    ['is of no day', (file) => Object.assign(file, { exportedAt: '2026-99-99T12:00:00.000Z' }), '/exportedAt', /not written/],
  ];

  test.each(spoiled)('that %s is refused with the place and the reason', (_what, spoil, pointer, reason) => {
    const file = structuredClone(anExport());
    spoil(file);
    expect(opened(file)).toEqual({ refusal: { pointer, reason: expect.stringMatching(reason) } });
  });

  test.each(['', '{', 'null', '[]', '7', '"standpoint-thread"', '{"format":"standpoint-thread"}', `${'['.repeat(100_000)}`])(
    'that holds only %.40s is refused',
    (text) => {
      expect(openExport(text, schema)).toMatchObject({ refusal: { reason: expect.stringMatching(/./) } });
    },
  );

  test('of ten thousand comments opens within seconds', () => {
    const file = anExport();
    const [first] = file.thread.comments;
    file.thread.comments = Array.from(
      { length: 10_000 },
      (_, index) => ({ ...first, id: `c${index}`, parent: index ? `c${index - 1}` : null }) as never,
    );
    const start = performance.now();
    expect(opened(file)).toHaveProperty('file');
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

test('the export of every own page opens', () => {
  const folder = join(root, 'utils/reading/platforms');
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
    const thread = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    const analysis = { model: 'a model', proposition: { text: thread.title, of: 'title' as const, kind: 'claim' as const }, verdicts: {} };
    expect(opened(exportThread(thread, analysis, summarize(thread, analysis), options)), name).toHaveProperty('file');
  }
});
