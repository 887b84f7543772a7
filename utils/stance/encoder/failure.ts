/** Why the model cannot be had: a file is not there, or not the one it must be; WebAssembly or memory is wanting; what ran it died again and again. */
export const REASONS = ['missing', 'damaged', 'runtime', 'died'] as const;
export type Reason = (typeof REASONS)[number];

/** The model cannot be had. Its message is the reason, so that it survives where only messages of errors cross processes. */
export class ModelFailure extends Error {
  readonly reason: Reason;
  constructor(reason: Reason, cause?: unknown) {
    super(reason, { cause });
    this.name = 'ModelFailure';
    this.reason = reason;
  }
}
