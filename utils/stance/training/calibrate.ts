import { type Calibration, calibrate } from '../model/classifier.ts';

export interface Scored {
  /** One score per stance, from a model that did not see this pair. */
  scores: Float64Array;
  truth: number;
}

/** Stretch and shifts that make probabilities true (temperature and bias, Guo et al. 2017), by gradient descent on the log loss. */
export function calibrationOf(scored: readonly Scored[], classes: number): Calibration {
  let stretch = 1;
  const shift = new Array<number>(classes).fill(0);
  const total = scored.length;
  for (let round = 0; round < 400; round++) {
    let turn = 0;
    const slope = new Array<number>(classes).fill(0);
    for (const { scores, truth } of scored) {
      const probability = calibrate(scores.slice(), { stretch, shift });
      for (let k = 0; k < classes; k++) {
        const error = (probability[k] as number) - (k === truth ? 1 : 0);
        turn += error * (scores[k] as number);
        slope[k] = (slope[k] as number) + error;
      }
    }
    stretch -= (0.5 * turn) / total;
    for (let k = 0; k < classes; k++) shift[k] = (shift[k] as number) - (1.5 * (slope[k] as number)) / total;
  }
  return { stretch, shift };
}
