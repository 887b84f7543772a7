import { type Calibration, calibrate } from '../inference/calibrate.ts';

/** A comment as a model scored it, and where it truly stands, as an index of `CLASSES`. */
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
  // Steps no longer than the curvature allows: large scores would have them overshoot for ever.
  const square = scored.reduce((sum, { scores }) => sum + scores.reduce((a, b) => a + b * b, 0) / scores.length, 0) / Math.max(1, total);
  const rate = 0.5 / Math.max(1, square);
  for (let round = 0; round < 1000; round++) {
    let turn = 0;
    const slope = new Array<number>(classes).fill(0);
    for (const { scores, truth } of scored) {
      const probability = calibrate(scores, { stretch, shift });
      for (let k = 0; k < classes; k++) {
        const error = (probability[k] as number) - (k === truth ? 1 : 0);
        turn += error * (scores[k] as number);
        slope[k] = (slope[k] as number) + error;
      }
    }
    stretch -= (rate * turn) / total;
    for (let k = 0; k < classes; k++) shift[k] = (shift[k] as number) - (slope[k] as number) / total;
  }
  return { stretch, shift };
}
