import { expect, test } from 'vitest';
import { lastOf } from '../../../../../utils/stance/encoder/gpu/last.ts';

test('scores and features come from the first piece and the mean of the comment’s own', () => {
  const matrix = (...numbers: number[]) => Float32Array.from(numbers);
  const last = lastOf({
    width: 2,
    // first piece, first number; mean, second number
    pool: { matrix: matrix(1, 0, 0, 0, 0, 0, 0, 1), bias: matrix(0, 0.5) },
    scores: { matrix: matrix(1, 0, 0, 1), bias: matrix(0, 10) },
    features: { matrix: matrix(2, 0), bias: matrix(0) },
  });
  const { scores, features } = last(Float32Array.of(0.25, 9, 9, 9, 9, 1, 9, 2), { ids: [1, 2, 3, 4], from: 2 });
  expect(scores[0]).toBeCloseTo(Math.tanh(0.25), 6);
  expect(scores[1]).toBeCloseTo(10 + Math.tanh(1.5 + 0.5), 6);
  expect(features[0]).toBeCloseTo(2 * Math.tanh(0.25), 6);
});
