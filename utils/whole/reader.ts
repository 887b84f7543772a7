import type { Session } from '../session.ts';
import type { Thread } from '../thread.ts';
import { type Means, type Progress, readRest, sourceOf } from './index.ts';
import type { Place, Request } from './source.ts';

/** So many pages are read without asking again. */
const AGREED = 50;

export interface WholeReader {
  /** Begins, or goes on where the reader was asked. */
  start(): void;
  stop(): void;
}

/** Reads the whole thread of a session when the reader asks for it; every answer is handed to `add` as it comes. `session.whole` is written here alone. */
export function wholeReader(
  session: Session,
  requestOf: () => Request | null,
  meansOf: (signal: AbortSignal) => Means,
  add: (thread: Thread, place: Place) => void,
): WholeReader {
  let running: { control: AbortController; answers: AsyncGenerator<Progress>; agreed: number } | null = null;

  const run = async (current: NonNullable<typeof running>) => {
    for (;;) {
      const { value, done } = await current.answers.next();
      if (running !== current) return;
      const so = session.whole.value ?? { done: 0, of: 1, failed: [] };
      if (done) {
        running = null;
        session.whole.value = { ...so, state: 'done' };
        return;
      }
      if (value.thread) add(value.thread, value.place);
      const asking = value.of > current.agreed && value.done < value.of;
      session.whole.value = { state: asking ? 'asking' : 'reading', done: value.done, of: value.of, failed: value.failed };
      if (asking) return;
    }
  };

  return {
    start() {
      if (running && session.whole.value?.state !== 'asking') return;
      if (running) {
        running.agreed = Number.POSITIVE_INFINITY;
        session.whole.value = session.whole.value && { ...session.whole.value, state: 'reading' };
        run(running);
        return;
      }
      const request = requestOf();
      const source = request && sourceOf(request);
      if (!request || !source) return;
      const control = new AbortController();
      running = { control, answers: readRest(request, source, meansOf(control.signal)), agreed: AGREED };
      session.whole.value = { state: 'reading', done: 0, of: source.start.length, failed: [] };
      run(running);
    },
    stop() {
      running?.control.abort();
      running = null;
      if (session.whole.value) session.whole.value = { ...session.whole.value, state: 'stopped' };
    },
  };
}
