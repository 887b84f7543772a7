/** What makes a head's probabilities true: its logits are stretched and shifted (temperature and bias, Guo et al. 2017). */
export interface Calibration {
  stretch: number;
  /** One a class. */
  shift: number[];
}

/** Leaves logits as they are. */
export const EVEN: Calibration = { stretch: 1, shift: [] };

/** Softmax of stretched and shifted logits: probabilities that add up to 1, in a new array. */
export function calibrate(logits: ArrayLike<number>, { stretch, shift }: Calibration): Float64Array {
  return softmax(Float64Array.from(logits, (logit, k) => stretch * logit + (shift[k] ?? 0)));
}

/** Exponentials that add up to 1; works in place and returns its argument. */
export function softmax(scores: Float64Array): Float64Array {
  let most = -Infinity;
  for (const score of scores) most = Math.max(most, score);
  let total = 0;
  for (let k = 0; k < scores.length; k++) {
    scores[k] = Math.exp((scores[k] as number) - most);
    total += scores[k] as number;
  }
  for (let k = 0; k < scores.length; k++) scores[k] = (scores[k] as number) / total;
  return scores;
}

/** Number of the class with the largest probability, each multiplied by its bias: the rarer sides do not drown in the common neutral. */
export function biasedArgmax(probabilities: ArrayLike<number>, bias: readonly number[]): number {
  let best = 0;
  for (let k = 1; k < probabilities.length; k++)
    if ((probabilities[k] as number) * (bias[k] as number) > (probabilities[best] as number) * (bias[best] as number)) best = k;
  return best;
}
