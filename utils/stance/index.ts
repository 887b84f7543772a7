// The door of the room: all that others know of it.
export { applyThresholds, DEFAULT_PRECISION, thresholdFor } from './applyThresholds.ts';
export { ModelFailure, type Reason, reasonOf } from './encoder/failure.ts';
export { labelsAt, PRECISION_RANGE } from './labelsAt.ts';
export { lastAnalysis } from './lastAnalysis.ts';
export type { Adaptation, Model, TrainingExample } from './model.ts';
export {
  type Analysis,
  type Corrections,
  type Evidence,
  LABELS,
  type Label,
  type Lost,
  type Proposition,
  type RawAnalysis,
  type RawVerdict,
  READ_WHOLE,
  SIDES,
  type Side,
  STANCES,
  type Stance,
  shownLabel,
  type Verdict,
} from './verdict.ts';
