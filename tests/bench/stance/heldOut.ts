import { thresholdFor } from '../../../utils/stance/applyThresholds.ts';
import { biasedArgmax, calibrate } from '../../../utils/stance/inference/calibrate.ts';
import { inferStances } from '../../../utils/stance/inference/inferStances.ts';
import { CLASSES } from '../../../utils/stance/inference/replyGraph.ts';
import type { Pair } from '../../../utils/stance/training/dataset.ts';
import { calibrated, fitInference, type Sample, type Target } from '../../../utils/stance/training/fitInference.ts';
import { foldOf } from '../../../utils/stance/training/holdOut.ts';
import { FOLDS } from '../../../utils/stance/training/samples.ts';
import type { Stance, Thresholds } from '../../../utils/stance/verdict.ts';
import type { Item } from './metrics.ts';

/** Every kept-aside comment as the product would label it, towards both targets, with and without the thread around it. */
export interface Judged {
  opening: Item[];
  parent: Item[];
  openingAlone: Item[];
  parentAlone: Item[];
  pairs: Item[];
}

/**
 * The encoder has seen none of the threads; what is fitted after it (calibration, inference, thresholds) is judged on the fold that it
 * was not fitted on.
 */
export function judgeHeldOut(
  samples: readonly Sample[],
  asking: number[],
  pairs: readonly Pair[],
  pairLogits: Float64Array,
  precisions: readonly number[],
): Map<number, Judged> {
  const judged = new Map(
    precisions.map((one): [number, Judged] => [one, { opening: [], parent: [], openingAlone: [], parentAlone: [], pairs: [] }]),
  );
  for (let fold = 0; fold < FOLDS; fold++) {
    const { calibration, rounds, plain, bias, thresholds } = fitInference(
      samples.filter((sample) => sample.fold !== fold),
      asking,
    );
    const own = samples.filter((sample) => sample.fold === fold);
    for (const [precision, lists] of judged) {
      const item = (thread: string, truth: number, sure: boolean, p: Float64Array, target: Target, curve: Thresholds): Item => {
        const best = biasedArgmax(p, bias[target]);
        const said = CLASSES[best] as Stance;
        const confidence = p[best] as number;
        const shown = confidence >= thresholdFor(curve, said, precision);
        return { thread, truth: CLASSES[truth] as Stance, said, confidence, shown, sure };
      };
      for (const sample of calibrated(own, calibration)) {
        const beliefs = inferStances(sample, rounds, plain);
        sample.nodes.forEach(({ towardsOpening, towardsParent }, index) => {
          const { opening, parent, sure } = sample.truth[index] as Sample['truth'][number];
          const belief = beliefs[index] as (typeof beliefs)[number];
          lists.opening.push(item(sample.thread, opening, sure, belief.opening, 'opening', thresholds.opening));
          lists.openingAlone.push(item(sample.thread, opening, sure, towardsOpening as Float64Array, 'opening', thresholds.pair.opening));
          if (!belief.parent || !towardsParent) return;
          lists.parent.push(item(sample.thread, parent, sure, belief.parent, 'parent', thresholds.parent));
          lists.parentAlone.push(item(sample.thread, parent, sure, towardsParent, 'parent', thresholds.pair.parent));
        });
      }
      pairs.forEach(({ thread, label }, index) => {
        if (Math.floor(foldOf(thread, 5 * FOLDS) / 5) !== fold) return;
        const probabilities = calibrate(pairLogits.subarray(8 * index + 4, 8 * index + 8), calibration.parent);
        const truth = Math.max(0, CLASSES.indexOf(label as (typeof CLASSES)[number]));
        lists.pairs.push(item(thread, truth, true, probabilities, 'parent', thresholds.pair.parent));
      });
    }
  }
  return judged;
}
