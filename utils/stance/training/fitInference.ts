import { DEFAULT_PRECISION, thresholdFor } from '../applyThresholds.ts';
import { calibrate } from '../inference/calibrate.ts';
import { featureRows } from '../inference/featureRows.ts';
import { type InferenceRound, inferRound, startOf } from '../inference/inferStances.ts';
import type { InferenceParameters } from '../inference/parameters.ts';
import { CLASS_COUNT, CLASSES, type ReplyGraph } from '../inference/replyGraph.ts';
import type { Thresholds } from '../verdict.ts';
import { calibrationOf } from './calibrate.ts';
import { biasOf, type Judged } from './classBias.ts';
import { regressColumns } from './denseRegression.ts';
import { thresholdsOf } from './thresholds.ts';

/** A labelled thread with what the encoder, which has not seen it, says of every comment. Lists go by the comments' order. */
export interface Sample extends ReplyGraph {
  thread: string;
  /** Threads of one fold are never judged by what was learned from each other. */
  fold: number;
  logits: { opening: ArrayLike<number>; parent: ArrayLike<number> | null }[];
  truth: { opening: number; parent: number; sure: boolean }[];
}

/** What a stance is taken towards: the opening post, or the comment answered. */
export type Target = 'opening' | 'parent';

const ROUNDS = 2;
/** Penalty of the squared weights; on the folds flat between .05 and .2 towards the opening post, and between .01 and .05 towards the parent. */
const DECAY: Record<Target, number> = { opening: 0.1, parent: 0.03 };

/**
 * How much a comment counts, where thresholds are chosen, whose own reader was in doubt of its stance towards the opening post: nobody can say
 * that a label is wrong there. Towards the comment answered all count.
 */
const DOUBTFUL: Record<Target, number> = { opening: 0.05, parent: 1 };

/** Calibration of the three kinds of answers of the encoder. */
function calibrationsOf(samples: readonly Sample[]): InferenceParameters['calibration'] {
  const learned = (target: Target, isReply: boolean | null) =>
    calibrationOf(
      samples.flatMap(({ logits, truth }) =>
        logits.flatMap((one, index) => {
          const scores = one[target];
          if (!scores || (isReply !== null && isReply !== (one.parent !== null))) return [];
          return [{ scores: Float64Array.from(scores), truth: truth[index]?.[target] as number }];
        }),
      ),
      CLASS_COUNT,
    );
  return { direct: learned('opening', false), remote: learned('opening', true), parent: learned('parent', null) };
}

/** The samples with probabilities in place of the encoder's bare logits. */
export function calibrated(samples: readonly Sample[], calibration: InferenceParameters['calibration']): Sample[] {
  return samples.map((sample) => ({
    ...sample,
    nodes: sample.nodes.map((node, index) => {
      const { opening, parent } = sample.logits[index] as Sample['logits'][number];
      const towardsOpening = calibrate(opening, parent ? calibration.remote : calibration.direct);
      return { ...node, towardsOpening, towardsParent: parent && calibrate(parent, calibration.parent) };
    }),
  }));
}

/** Learns one round from the samples that are `included`. */
function learnRound(samples: readonly Sample[], rows: Float64Array[][], included: (sample: Sample) => boolean): InferenceRound {
  const learned = (target: Target) =>
    regressColumns(
      samples.flatMap((sample, sampleIndex) =>
        included(sample)
          ? sample.nodes.flatMap((node, index) =>
              target === 'opening' || node.towardsParent
                ? [{ row: rows[sampleIndex]?.[index] as Float64Array, label: sample.truth[index]?.[target] as number }]
                : [],
            )
          : [],
      ),
      CLASS_COUNT,
      DECAY[target],
    );
  return { opening: learned('opening'), parent: learned('parent') };
}

/**
 * Fits everything that stands between the encoder's logits and a label. Each round of inference is trained, and the thresholds are
 * chosen, on beliefs from rounds that did not see the thread in question. `asking` are the weights learned elsewhere.
 */
export function fitInference(raw: readonly Sample[], asking: number[]): InferenceParameters {
  const calibration = calibrationsOf(raw);
  const samples = calibrated(raw, calibration);
  const folds = [...new Set(samples.map(({ fold }) => fold))];
  const pair = {
    opening: thresholdsOf(
      judgedOf(samples, 'opening', (sampleIndex, index) => samples[sampleIndex]?.nodes[index]?.towardsOpening ?? null),
      DOUBTFUL.opening,
    ),
    parent: thresholdsOf(
      judgedOf(samples, 'parent', (sampleIndex, index) => samples[sampleIndex]?.nodes[index]?.towardsParent ?? null),
      DOUBTFUL.parent,
    ),
  };
  const plain = { opening: leastOf(pair.opening), parent: leastOf(pair.parent) };
  let beliefs = samples.map((sample) => startOf(sample.nodes));
  let parents: (Float64Array | null)[][] = [];
  const rounds: InferenceRound[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const rows = samples.map((sample, sampleIndex) => featureRows(sample, beliefs[sampleIndex] as Float64Array[]));
    const next: Float64Array[][] = [];
    parents = [];
    for (const fold of folds) {
      const learned = learnRound(samples, rows, (sample) => sample.fold !== fold);
      samples.forEach((sample, sampleIndex) => {
        if (sample.fold !== fold) return;
        const inferred = inferRound(sample.nodes, rows[sampleIndex] as Float64Array[], learned, plain);
        next[sampleIndex] = inferred.beliefs;
        parents[sampleIndex] = inferred.parents;
      });
    }
    beliefs = next;
    rounds.push(learnRound(samples, rows, () => true));
  }
  const opening = judgedOf(samples, 'opening', (sampleIndex, index) => beliefs[sampleIndex]?.[index] ?? null);
  const parent = judgedOf(samples, 'parent', (sampleIndex, index) => parents[sampleIndex]?.[index] ?? null);
  const thresholds = { opening: thresholdsOf(opening, DOUBTFUL.opening), parent: thresholdsOf(parent, DOUBTFUL.parent), pair };
  const highest = (target: Target) => leastOf(thresholds[target]).map((one, k) => Math.max(one, plain[target][k] as number));
  return {
    calibration,
    asking,
    rounds,
    // Plain enough to be shown both alone and with the thread around it.
    plain: { opening: highest('opening'), parent: highest('parent') },
    bias: { opening: biasOf(opening), parent: biasOf(parent) },
    thresholds,
  };
}

/** The least confidence of each class at the precision that readers get who choose none. */
const leastOf = (thresholds: Thresholds) => CLASSES.map((stance) => thresholdFor(thresholds, stance, DEFAULT_PRECISION));

/** All comments that have a probability, with the truth beside it. */
export function judgedOf(
  samples: readonly Sample[],
  target: Target,
  probabilities: (sampleIndex: number, index: number) => Float64Array | null,
): Judged[] {
  return samples.flatMap(({ truth, thread }, sampleIndex) =>
    truth.flatMap((one, index) => {
      const believed = probabilities(sampleIndex, index);
      return believed ? [{ probabilities: believed, truth: one[target], sure: one.sure, thread }] : [];
    }),
  );
}
