import type { Thresholds } from '../verdict.ts';
import type { Judged } from './classBias.ts';

const PRECISIONS = [0.7, 0.75, 0.8, 0.85, 0.9, 0.95];
const SIDES = [0, 1];
/** A threshold is never lower than this: what is less likely than not is not shown. */
const MIN_THRESHOLD = 0.5;

/**
 * For each wanted precision the least confidence above which that share of verdicts is right: one for both sides, which are
 * judged together because each alone is rare, one for neutral and one for question. The share is drawn towards one half by two
 * imagined verdicts, so that few right ones prove nothing; where it is never reached, the confidence itself must reach 1. Comments whose
 * own reader was in doubt of the label count `doubtful` times.
 */
export function thresholdsOf(judged: readonly Judged[], doubtful: number): Thresholds {
  const all = judged
    .map(({ probabilities, truth, sure }) => {
      const best = probabilities.indexOf(Math.max(...probabilities));
      return { best, confidence: probabilities[best] as number, right: best === truth, weight: sure ? 1 : doubtful };
    })
    .sort((a, b) => b.confidence - a.confidence);
  const curve = (stances: readonly number[]) => {
    const some = all.filter(({ best }) => stances.includes(best));
    return PRECISIONS.map((wanted) => lowest(some, wanted));
  };
  const sides = curve(SIDES);
  return { precision: PRECISIONS, support: sides, oppose: sides, neutral: curve([2]), question: curve([3]) };
}

/** `sorted` by falling confidence. */
function lowest(sorted: readonly { confidence: number; right: boolean; weight: number }[], wanted: number): number {
  let right = 0;
  let seen = 0;
  let least = 1;
  for (const one of sorted) {
    seen += one.weight;
    if (one.right) right += one.weight;
    if ((right + 1) / (seen + 2) >= wanted) least = one.confidence;
  }
  return Math.max(least, MIN_THRESHOLD);
}
