import type { Thresholds } from '../verdict.ts';
import type { Judged } from './lean.ts';

const POINTS = [0.7, 0.75, 0.8, 0.85, 0.9, 0.95];
/** Sides may err a little more often than all shown labels together: neutral ones make up for it. */
const SLACK = 0.03;
const FEWEST = 30;

/** For each wished-for precision the least confidence above which that share of verdicts is right, for sides and for the rest apart. */
export function thresholdsOf(judged: readonly Judged[]): Thresholds {
  const likeliest = ({ probabilities, truth }: Judged) => {
    let best = 0;
    for (let k = 1; k < probabilities.length; k++) if ((probabilities[k] as number) > (probabilities[best] as number)) best = k;
    return { side: best < 2, confidence: probabilities[best] as number, right: best === truth };
  };
  const all = judged.map(likeliest).sort((a, b) => b.confidence - a.confidence);
  const lowest = (side: boolean, wish: number) => {
    let right = 0;
    let seen = 0;
    let least = 0.99;
    for (const one of all) {
      if (one.side !== side) continue;
      seen++;
      if (one.right) right++;
      if (seen >= FEWEST && right / seen >= wish) least = one.confidence;
    }
    return Math.max(least, 0.5);
  };
  return { precision: POINTS, side: POINTS.map((wish) => lowest(true, wish - SLACK)), other: POINTS.map((wish) => lowest(false, wish)) };
}
