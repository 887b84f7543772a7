import { describe, expect, it } from 'vitest';
import { readModelFile } from '../../../utils/commands/readModel.ts';
import { analyze } from '../../../utils/stance/analyze.ts';
import { applyThresholds, DEFAULT_PRECISION } from '../../../utils/stance/applyThresholds.ts';
import type { AnalyzeOptions } from '../../../utils/stance/model.ts';
import type { Thread } from '../../../utils/thread/thread.ts';
import { threadOf } from '../../fixtures/threadOf.ts';

const model = await readModelFile();
/** What the reader is shown, at the usual precision. */
const shown = (thread: Thread, options?: AnalyzeOptions) => applyThresholds(analyze(model, thread, options), DEFAULT_PRECISION);
const ferry = threadOf(
  'The night ferry should be brought back',
  'The island needs its night ferry. People miss the last train because of it.',
  [
    ['a', null, 'I completely agree, this is exactly right. Thank you for writing it.'],
    ['b', null, 'No. You are wrong, nobody ever took it and that is simply not true.'],
    ['c', 'b', 'No, you are wrong. That is not true at all, it was always full.'],
    ['d', 'op', 'How much did a ticket cost back then?'],
  ],
);

describe('the analysis of a thread', () => {
  it('gives every comment a verdict, and the opening post none', () => {
    const { verdicts } = shown(ferry);
    expect(Object.keys(verdicts)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('tells plain agreement from plain disagreement', () => {
    const { verdicts } = shown(ferry);
    expect(verdicts.a?.opening.best).toBe('support');
    expect(verdicts.b?.opening.best).toBe('oppose');
    expect(verdicts.d?.opening.best).toBe('question');
  });

  it('reads an answer that opposes an opposer as opposing its parent, and hence as nearer to the opening post', () => {
    const { verdicts } = shown(ferry);
    const { parent, opening } = verdicts.c ?? {};
    expect(parent?.best).toBe('oppose');
    expect(opening?.probabilities.support).toBeGreaterThan(verdicts.b?.opening.probabilities.support ?? 1);
  });

  it('has no parent verdict where the page names no parent, and the same verdict twice where the parent is the opening post', () => {
    const { verdicts } = shown(ferry);
    expect(verdicts.a?.parent).toBeNull();
    expect(verdicts.d?.parent).toEqual(verdicts.d?.opening);
  });

  it('gives probabilities that add up to one and evidence of whole words within the text', () => {
    for (const comment of ferry.comments) {
      const verdict = shown(ferry).verdicts[comment.id]?.opening;
      expect(Object.values(verdict?.probabilities ?? {}).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 6);
      expect(verdict?.evidence.length).toBeLessThanOrEqual(3);
      for (const { start, end } of verdict?.evidence ?? []) {
        expect(comment.text.slice(start, end)).toMatch(/^\S.*\S$|^\S$/);
        expect(/\w/.test(comment.text[start - 1] ?? ' ') && /\w/.test(comment.text[start] ?? ' ')).toBe(false);
        expect(/\w/.test(comment.text[end - 1] ?? ' ') && /\w/.test(comment.text[end] ?? ' ')).toBe(false);
      }
    }
  });

  it('says the same of the same thread', () => {
    expect(shown(ferry)).toEqual(shown(ferry));
  });

  it('survives parents that go in a circle or are not in the page', () => {
    const odd = threadOf('A title', 'A post.', [
      ['a', 'b', 'I agree with this.'],
      ['b', 'c', 'I do not think so.'],
      ['c', 'a', 'Why would that be?'],
      ['d', 'd', 'I answer myself.'],
      ['e', 'gone', 'This one answers something that was not read.'],
    ]);
    expect(Object.keys(shown(odd).verdicts)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('holds comments against the title on a later page that lacks the opening post', () => {
    const later = threadOf('The night ferry should be brought back', null, [['a', null, 'I completely agree, it should be brought back.']]);
    const { verdicts, proposition } = shown(later);
    expect(proposition).toMatchObject({ of: 'title', text: 'The night ferry should be brought back' });
    expect(verdicts.a?.opening.best).toBe('support');
  });

  it('reads ten thousand comments in a chain without running out of stack', () => {
    const chain = Array.from({ length: 10000 }, (_, at): [string, string | null, string] => [
      `${at}`,
      at === 0 ? null : `${at - 1}`,
      'No, I do not think that is right.',
    ]);
    expect(Object.keys(shown(threadOf('A long quarrel', 'It is so.', chain)).verdicts)).toHaveLength(10000);
  });
});

describe('what the rest of the thread tells of a comment', () => {
  it('is how its two authors speak to each other elsewhere', () => {
    const opposed = (author: string) => {
      const quarrel = threadOf('The night ferry should be brought back', 'The island needs it.', [
        ['a', null, 'It was always full.', 'anna'],
        ['b', 'a', 'No, you are wrong. That is simply not true.', 'ben'],
        ['c', 'b', 'Nonsense. You were never on it.', 'anna'],
        ['d', 'c', 'You are wrong again.', 'ben'],
        ['e', null, 'I took it every week.', 'anna'],
        ['f', 'e', 'The harbour was closed that winter.', author],
      ]);
      return shown(quarrel).verdicts.f?.parent?.probabilities.oppose ?? 0;
    };
    expect(opposed('ben')).toBeGreaterThan(opposed('carl'));
  });

  it('is what else its author says, and the verdict says so where that decided', () => {
    const because = (author: string) => {
      const talk = threadOf('The night ferry should be brought back', 'People miss the last train because of it.', [
        ['a', null, 'I completely agree, this is exactly right. Thank you for writing it.', 'anna'],
        ['b', null, 'No. You are wrong, nobody ever took it and that is simply not true.', 'ben'],
        ['c', null, 'I disagree, it was a waste of money. Nonsense.', 'ben'],
        ['d', null, 'When was that?', 'dora'],
        ['e', 'd', 'The last one left at ten.', author],
      ]);
      return shown(talk).verdicts.e?.opening.because;
    };
    expect([because('ben'), because('carl')]).toEqual(['author', 'words']);
  });
});

describe('what is not read', () => {
  const said = (text: string, deleted = false) => {
    const thread = threadOf('The night ferry should be brought back', 'The island needs it.', [['a', null, text]]);
    for (const comment of thread.comments) comment.deleted = deleted;
    return shown(thread).verdicts.a?.opening;
  };

  it('is a comment without words, or a deleted one', () => {
    expect(said('')).toMatchObject({ stance: 'skipped', best: null, because: 'empty' });
    expect(said('I agree with that.', true)).toMatchObject({ stance: 'skipped', because: 'empty' });
  });

  it('is a comment in another language', () => {
    expect(said('Jeg synes ikke at færgen skulle komme tilbage, den var altid tom om natten.')?.because).toBe('language');
    expect(said('Ich finde nicht, dass die Fähre zurückkommen sollte, sie war nachts immer leer.')?.because).toBe('language');
    expect(said('Не думаю, что паром нужен.')?.because).toBe('language');
    expect(said('I do not think the ferry should come back, it was always empty at night.')?.because).not.toBe('language');
  });
});

describe('the sensitivity', () => {
  it('hides more the more often the reader wants to be told the truth, and never changes what is likeliest', () => {
    const count = (precision: number) =>
      Object.values(applyThresholds(analyze(model, ferry), precision).verdicts).filter(({ opening }) => opening.stance !== 'unsure').length;
    expect(count(0.7)).toBeGreaterThanOrEqual(count(0.85));
    expect(count(0.85)).toBeGreaterThanOrEqual(count(0.95));
    for (const { opening } of Object.values(applyThresholds(analyze(model, ferry), 0.95).verdicts)) expect(opening.best).not.toBeNull();
  });

  it('leaves what the reader set by hand alone', () => {
    const set = applyThresholds(analyze(model, ferry, { corrections: { stances: { d: 'oppose' } } }), 0.95).verdicts.d?.opening;
    expect(set).toMatchObject({ stance: 'oppose', because: 'reader', confidence: 1 });
  });
});
