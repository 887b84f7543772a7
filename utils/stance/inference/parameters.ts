import * as v from 'valibot';
import { ROW_WIDTH } from './featureRows.ts';
import { CLASS_COUNT } from './replyGraph.ts';

const numbers = (length: number) => v.pipe(v.array(v.number()), v.length(length));
const perClass = numbers(CLASS_COUNT);
const calibration = v.object({ stretch: v.number(), shift: perClass });
const weights = numbers(ROW_WIDTH * CLASS_COUNT);
const curve = v.array(v.number());
const thresholds = v.object({ precision: curve, support: curve, oppose: curve, neutral: curve, question: curve });

/** Everything that was fitted after the encoder's weights, on threads it has not seen; stands in `stance.json`. */
export const inferenceParameters = v.object({
  /** Of the opening head for direct answers, of the same head for answers to others, and of the parent head. */
  calibration: v.object({ direct: calibration, remote: calibration, parent: calibration }),
  /** Weights of `askingOf`, one a column. */
  asking: v.array(v.number()),
  /** Rounds of inference over the thread. */
  rounds: v.array(v.object({ opening: weights, parent: weights })),
  /** From which probability on a comment's own words are plain: sure enough to be shown before, and whatever, the rest of the thread says. */
  plain: v.object({ opening: perClass, parent: perClass }),
  /** What probabilities are multiplied by to choose the best. */
  bias: v.object({ opening: perClass, parent: perClass }),
  /** For whole threads, and for pairs, which have no thread around them. */
  thresholds: v.object({ opening: thresholds, parent: thresholds, pair: v.object({ opening: thresholds, parent: thresholds }) }),
});
/** The same as a type. */
export type InferenceParameters = v.InferOutput<typeof inferenceParameters>;
