import { expect, it } from 'vitest';
import { applyThresholds } from '../../../utils/stance/applyThresholds.ts';
import { labelsAt, PRECISION_RANGE } from '../../../utils/stance/labelsAt.ts';
import type { RawAnalysis } from '../../../utils/stance/verdict.ts';
import { aVerdict } from '../../fixtures/reading.ts';

const RISING = { precision: [0.7, 0.95], support: [0.5, 0.9], oppose: [0.5, 0.9], neutral: [0.5, 0.9], question: [0.5, 0.9] };
const raw = (verdicts: RawAnalysis['verdicts']): RawAnalysis => ({
  model: 'a model 1',
  proposition: { text: 'Go.', of: 'opening', kind: 'claim' },
  thresholds: { opening: RISING, parent: RISING },
  verdicts,
});

it('counts at every place what is shown there, the reader’s own at all of them', () => {
  const analysis = raw({
    1: { opening: aVerdict('support', { confidence: 0.7 }), parent: 'opening' },
    2: { opening: aVerdict('oppose', { confidence: 1, because: 'reader' }), parent: null },
    3: { opening: aVerdict('neutral', { confidence: 0.4 }), parent: aVerdict('oppose', { confidence: 0.6 }) },
    4: { opening: aVerdict('skipped'), parent: null },
  });
  const counts = labelsAt(analysis);
  expect(counts).toHaveLength(PRECISION_RANGE.most - PRECISION_RANGE.least + 1);
  expect([counts[0], counts.at(-1)]).toEqual([3, 1]);
  counts.forEach((count, index) => {
    const shown = Object.values(applyThresholds(analysis, (PRECISION_RANGE.least + index) / 100).verdicts);
    const told = shown.filter(({ opening, parent }) =>
      [opening.stance, parent?.stance].some((one) => one !== 'unsure' && one !== 'skipped' && one),
    );
    expect(count, `at ${PRECISION_RANGE.least + index}`).toBe(told.length);
  });
});

it('does not count that a comment answers without taking a side, which has no words', () => {
  const analysis = raw({ 1: { opening: aVerdict('oppose', { confidence: 0.3 }), parent: aVerdict('neutral', { confidence: 1 }) } });
  expect(new Set(labelsAt(analysis))).toEqual(new Set([0]));
});
