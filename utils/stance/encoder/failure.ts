/** Why the model cannot be had; what a reader is told of each stands with the texts. */
export type Reason = 'missing' | 'damaged' | 'runtime' | 'died';

/** The model cannot be had. Its message is the reason, so that it survives where only messages of errors cross processes. */
export class ModelFailure extends Error {
  readonly reason: Reason;
  constructor(reason: Reason, cause?: unknown) {
    super(reason, { cause });
    this.name = 'ModelFailure';
    this.reason = reason;
  }
}
