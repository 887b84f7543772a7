import type { Thresholds } from '../verdict.ts';

/** A verdict beside what is true. */
export interface Judged {
  probabilities: ArrayLike<number>;
  best: number;
  truth: number;
}

/** Stances 0 and 1 of the model are the two sides. */
const isSide = (one: Judged) => one.best < 2;

const POINTS = [0.7, 0.75, 0.8, 0.85, 0.9, 0.95];

/** For each wished-for precision the least confidence above which that share of verdicts is right, for sides and for the rest apart. */
export function thresholdsOf(judged: readonly Judged[]): Thresholds {
  const curve = (group: Judged[]) => {
    const sorted = group
      .map((one) => ({ confidence: one.probabilities[one.best] as number, right: one.best === one.truth }))
      .sort((a, b) => b.confidence - a.confidence);
    return POINTS.map((wish) => {
      let right = 0;
      let lowest = 0.99;
      sorted.forEach(({ confidence, right: hit }, at) => {
        if (hit) right++;
        if (at >= 20 && right / (at + 1) >= wish) lowest = confidence;
      });
      return lowest;
    });
  };
  return { precision: POINTS, side: curve(judged.filter(isSide)), other: curve(judged.filter((one) => !isSide(one))) };
}
