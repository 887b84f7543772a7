/** Why the model cannot be had: a file is not there, or not the one it must be; WebAssembly or memory is wanting; what ran it died again and again. */
export const REASONS = ['missing', 'damaged', 'runtime', 'died'] as const;
/** Why the model cannot be had. */
export type Reason = (typeof REASONS)[number];

/** The reason that an error tells, also where only its message came across; `null` where it tells none. */
export function reasonOf(error: unknown): Reason | null {
  return REASONS.find((reason) => error instanceof Error && error.message === reason) ?? null;
}

/** The model cannot be had. Its message is the reason, so that it survives where only messages of errors cross processes. */
export class ModelFailure extends Error {
  readonly reason: Reason;
  constructor(reason: Reason, cause?: unknown) {
    super(reason, { cause });
    this.name = 'ModelFailure';
    this.reason = reason;
  }
}
