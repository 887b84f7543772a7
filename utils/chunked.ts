/** A computation that pauses now and then: wherever it yields, somebody else may have their turn. */
export type Chunked<Result> = Generator<void, Result>;

/** Does a sliced computation at one go. */
export function runSync<Result>(computation: Chunked<Result>): Result {
  for (;;) {
    const result = computation.next();
    if (result.done) return result.value;
  }
}

/** So many milliseconds at a time, which leaves a page its turn between two frames. */
const CHUNK_MS = 12;

const soon = (act: () => void) => void setTimeout(act, 0);

/** Lets the page have its turn: what follows is a task of its own. */
export const nextTask = (): Promise<void> => new Promise(soon);

/** Does a sliced computation bit by bit, so that the page never stands still; `wait` says when it goes on. `null` where it was called off. */
export async function runChunked<Result>(
  computation: Chunked<Result>,
  signal: AbortSignal,
  wait: (act: () => void) => void = soon,
): Promise<Result | null> {
  for (;;) {
    const until = performance.now() + CHUNK_MS;
    do {
      const result = computation.next();
      if (result.done) return result.value;
    } while (performance.now() < until);
    await new Promise<void>(wait);
    if (signal.aborted) return null;
  }
}
