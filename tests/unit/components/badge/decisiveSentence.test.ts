import { expect, it } from 'vitest';
import { decisiveSentence } from '../../../../components/badge/decisiveSentence.ts';
import { aVerdict } from '../../../fixtures/reading.ts';

const TEXT = 'It rained.\nNo, never. No, never.';
const LAST = { start: 22, end: 24, weight: 1 };

it('is told from the same sentence before it', () => {
  expect(decisiveSentence(TEXT, aVerdict('oppose', { evidence: [LAST] }))).toEqual({ start: 22, end: 32 });
});

it.each([
  ['the verdict is unsure', aVerdict('unsure', { best: 'oppose', evidence: [LAST] })],
  ['the replies decided', aVerdict('oppose', { because: 'tree', evidence: [LAST] })],
  ['the reader decided', aVerdict('oppose', { because: 'reader', evidence: [LAST] })],
  ['nobody asked for evidence', aVerdict('oppose')],
  ['all of it spoke against', aVerdict('oppose', { evidence: [{ ...LAST, weight: -1 }] })],
])('is none where %s', (_why, verdict) => {
  expect(decisiveSentence(TEXT, verdict)).toBeNull();
});

it('is none where the comment is one sentence', () => {
  expect(decisiveSentence('No, never.', aVerdict('oppose', { evidence: [{ start: 0, end: 2, weight: 1 }] }))).toBeNull();
});
