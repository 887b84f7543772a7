import type { Scores } from '../../../utils/stance/encoder/encoder.ts';
import { biasedArgmax, calibrate } from '../../../utils/stance/inference/calibrate.ts';
import { inferStances } from '../../../utils/stance/inference/inferStances.ts';
import type { InferenceParameters } from '../../../utils/stance/inference/parameters.ts';
import { CLASSES } from '../../../utils/stance/inference/replyGraph.ts';
import type { Adaptation } from '../../../utils/stance/model.ts';
import type { Sample } from '../../../utils/stance/training/fitInference.ts';
import { adapt, applyAdaptation } from '../../../utils/stance/transformer/adapt.ts';
import type { Stance } from '../../../utils/stance/verdict.ts';

/** A kept-aside comment: what the encoder says of it, where it truly stands towards the opening post, and in which thread it is. */
export interface HeldOutComment extends Scores {
  thread: string;
  truth: number;
  sure: boolean;
}

/** What the model says of a comment: its best stance, and how likely its true one is. */
interface Said {
  best: number;
  chance: number;
}

const NOTHING: Adaptation = { model: 'measured', corrections: 0, shifts: {} };
/** So many comments of one kind are corrected. */
const CORRECTIONS = 3;

/** Kept-aside comments in the order of their threads, and what they say once an adaptation was learned. */
export class AdaptedInference {
  readonly comments: readonly HeldOutComment[];
  private readonly samples: readonly Sample[];
  private readonly inference: InferenceParameters;

  constructor(samples: readonly Sample[], comments: readonly HeldOutComment[], inference: InferenceParameters) {
    this.samples = samples;
    this.comments = comments;
    this.inference = inference;
  }

  /** Every comment as the product would label it, with its thread around it. */
  said(adaptation: Adaptation): Said[] {
    const { calibration, rounds, plain, bias } = this.inference;
    let read = 0;
    return this.samples.flatMap((sample) => {
      const nodes = sample.nodes.map((node) => {
        const { opening, parent, features } = this.comments[read++] as HeldOutComment;
        const direct = parent ? calibration.remote : calibration.direct;
        const towardsOpening = calibrate(opening, applyAdaptation(direct, features, adaptation));
        return { ...node, towardsOpening, towardsParent: parent && calibrate(parent, calibration.parent) };
      });
      const beliefs = inferStances({ nodes, asking: sample.asking }, rounds, plain);
      return beliefs.map(({ opening }, index) => ({
        best: biasedArgmax(opening, bias.opening),
        chance: opening[(sample.truth[index] as Sample['truth'][number]).opening] as number,
      }));
    });
  }

  /** What corrections of these comments teach, one after the other. */
  adaptation(corrected: readonly number[]): Adaptation {
    return corrected.reduce((adaptation, index) => {
      const comment = this.comments[index] as HeldOutComment;
      const calibration = comment.parent ? this.inference.calibration.remote : this.inference.calibration.direct;
      return adapt(adaptation, comment, calibration, CLASSES[comment.truth] as Stance);
    }, NOTHING);
  }
}

/** One trial: three like comments that the model gets wrong are corrected; what becomes of a fourth, and of all that are unlike. */
export interface Trial {
  /** How much likelier the fourth's true stance became, and whether its label became right. */
  gained: number;
  turned: boolean;
  /** Points of accuracy and of macro-F1 (three classes) lost on all other comments; negative where some were gained. */
  accuracyLost: number;
  scoreLost: number;
}

/**
 * Trials, each with another comment of which the model is wrong: the three comments likest to it, which are wrong in the same way, are
 * corrected. Comments of one kind are those whose features point the same way.
 */
export function tryCorrections(adapted: AdaptedInference, most: number): Trial[] {
  const { comments } = adapted;
  const before = adapted.said(NOTHING);
  const wrong = comments
    .map((_, index) => index)
    .filter((index) => comments[index]?.sure && before[index]?.best !== comments[index]?.truth);
  const step = Math.max(1, Math.floor(wrong.length / most));
  return wrong
    .filter((_, place) => place % step === 0)
    .slice(0, most)
    .flatMap((fourth): Trial[] => {
      const alike = (index: number) =>
        comments[index]?.truth === comments[fourth]?.truth && before[index]?.best === before[fourth]?.best && index !== fourth;
      const corrected = wrong
        .filter(alike)
        .map((index) => ({ index, likeness: dot(comments[index] as HeldOutComment, comments[fourth] as HeldOutComment) }))
        .sort((one, other) => other.likeness - one.likeness)
        .slice(0, CORRECTIONS)
        .map(({ index }) => index);
      if (corrected.length < CORRECTIONS) return [];
      const after = adapted.said(adapted.adaptation(corrected));
      const others = comments.map((_, index) => index).filter((index) => index !== fourth && !corrected.includes(index));
      return [
        {
          gained: (after[fourth] as Said).chance - (before[fourth] as Said).chance,
          turned: after[fourth]?.best === comments[fourth]?.truth,
          accuracyLost: accuracyOf(comments, before, others) - accuracyOf(comments, after, others),
          scoreLost: scoreOf(comments, before, others) - scoreOf(comments, after, others),
        },
      ];
    });
}

const dot = (one: HeldOutComment, other: HeldOutComment) =>
  one.features.reduce((sum, feature, index) => sum + feature * (other.features[index] as number), 0);

function accuracyOf(comments: readonly HeldOutComment[], said: readonly Said[], of: readonly number[]): number {
  return (100 * of.filter((index) => said[index]?.best === comments[index]?.truth).length) / of.length;
}

/** Macro-F1 of support, oppose and all else, in points. */
function scoreOf(comments: readonly HeldOutComment[], said: readonly Said[], of: readonly number[]): number {
  const kind = (stance: number) => Math.min(stance, 2);
  const scores = [0, 1, 2].map((one) => {
    let [right, told, true_] = [0, 0, 0];
    for (const index of of) {
      const [is, was] = [kind((said[index] as Said).best), kind((comments[index] as HeldOutComment).truth)];
      if (is === one) told++;
      if (was === one) true_++;
      if (is === one && was === one) right++;
    }
    return right === 0 ? 0 : (2 * right) / (told + true_);
  });
  return (100 * scores.reduce((sum, score) => sum + score, 0)) / scores.length;
}
