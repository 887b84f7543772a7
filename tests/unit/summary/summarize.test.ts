import { expect, test } from 'vitest';
import type { Analysis, Label, Stance, Verdict } from '../../../utils/stance/verdict.ts';
import { summarize } from '../../../utils/summary/summarize.ts';
import { comment, thread } from '../../fixtures/thread.ts';

const verdict = (stance: Label, confidence: number, best: Stance | null = stance as Stance): Verdict => ({
  stance,
  best,
  confidence,
  probabilities: best ? { [best]: confidence } : {},
  evidence: [],
  because: 'words',
});

function summaryOf(...verdicts: Verdict[]) {
  const comments = verdicts.map((_, index) => comment(`${index}`));
  const analysis: Analysis = {
    model: 'test 1',
    proposition: { text: 'A title', of: 'title', kind: 'claim' },
    verdicts: Object.fromEntries(verdicts.map((opening, index) => [`${index}`, { opening, parent: null }])),
  };
  return summarize(thread(comments, { total: 40 }), analysis);
}

test('the counts add up to the comments read, the unsure and skipped among them', () => {
  const { division, read, total } = summaryOf(
    verdict('support', 0.9),
    verdict('unsure', 0.4, 'oppose'),
    verdict('skipped', 0, null),
    verdict('support', 0.8),
  );
  expect(division).toEqual({ support: 2, oppose: 0, mixed: 0, neutral: 0, question: 0, unsure: 1, skipped: 1, pending: 0 });
  expect([read, total]).toEqual([4, 40]);
});

test('each side is led by its clearest comments, at most three', () => {
  const { leading } = summaryOf(...[0.5, 0.9, 0.7, 0.8].map((confidence) => verdict('support', confidence)), verdict('oppose', 0.6));
  expect(leading).toEqual({ support: ['1', '3', '2'], oppose: ['4'] });
});

test('the lone dissenter is named', () => {
  expect(summaryOf(verdict('support', 0.9), verdict('support', 0.9), verdict('oppose', 0.6)).dissent).toBe('2');
});

test('where the dissent is only suspected, the likeliest are named, at most three', () => {
  const { dissent, suspected } = summaryOf(
    verdict('support', 0.9),
    ...[0.3, 0.45, 0.2, 0.35].map((sure) => verdict('unsure', sure, 'oppose')),
  );
  expect([dissent, suspected]).toEqual(['2', ['2', '4', '1']]);
});

test('where nobody disagrees there is no dissent', () => {
  expect(summaryOf(verdict('support', 0.9), verdict('neutral', 0.6)).dissent).toBeNull();
});

test('among opposing comments the lone supporter is the dissent', () => {
  expect(summaryOf(verdict('oppose', 0.9), verdict('oppose', 0.8), verdict('support', 0.6)).dissent).toBe('2');
});
