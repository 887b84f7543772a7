import { type Fetcher, type Plan, planOf, type Request, readRest, type Source, sizeOf, sourceOf, tryAgain } from '../reading/index.ts';
import type { InsertionPoint, Thread } from '../thread/index.ts';
import type { LoadProgress, Session } from './session.ts';

/** So many pages are read without asking again. */
const PAGES_WITHOUT_ASKING = 50;

/** Loads the pages of a thread that are not open. */
export interface RestLoader {
  /** Begins, goes on where it was stopped or the reader was asked, or asks once more for what failed. */
  start(): void;
  stop(): void;
}

/** Reads the whole thread of a session when the reader asks for it; every answer is handed to `add` as it comes. `session.loadProgress` is written here alone. */
export function restLoader(
  session: Session,
  requestOf: () => Request | null,
  meansOf: (signal: AbortSignal) => Fetcher,
  add: (thread: Thread, insertion: InsertionPoint) => void,
): RestLoader {
  /** What is being read, or was until the reader stopped. */
  let loading: { request: Request; source: Source; plan: Plan } | null = null;
  let control: AbortController | null = null;
  /** So many requests the reader has agreed to. */
  let agreed = 0;

  const tell = (state: LoadProgress['state']) => {
    if (loading)
      session.loadProgress.value = {
        state,
        done: loading.plan.done,
        of: sizeOf(loading.plan, loading.source),
        failed: [...loading.plan.failed],
      };
  };
  const mustAsk = () => loading !== null && loading.plan.queue.length > 0 && sizeOf(loading.plan, loading.source) > agreed;

  const run = async ({ request, source, plan }: NonNullable<typeof loading>) => {
    const current = new AbortController();
    control = current;
    tell('reading');
    for await (const { thread, insertion: place } of readRest(request, source, plan, meansOf(current.signal))) {
      // What came while the reader stopped is kept; what came for a thread that they left is not.
      if (thread && loading?.plan === plan && session.loadProgress.value) add(thread, place);
      if (control !== current) return;
      if (mustAsk()) {
        control = null;
        return tell('asking');
      }
      tell('reading');
    }
    if (control !== current) return;
    control = null;
    tell('done');
  };

  return {
    start() {
      const state = session.loadProgress.value?.state ?? null;
      if (state === 'reading') return;
      if (loading && state === 'done' && loading.plan.failed.length > 0) tryAgain(loading.plan);
      else if (state === null || state === 'done') {
        const request = requestOf();
        const source = request && sourceOf(request);
        loading = request && source && { request, source, plan: planOf(request, source) };
      }
      if (!loading) return;
      agreed = state === 'asking' ? Number.POSITIVE_INFINITY : loading.plan.done + PAGES_WITHOUT_ASKING;
      if (mustAsk()) tell('asking');
      else run(loading);
    },
    stop() {
      const { value } = session.loadProgress;
      control?.abort();
      control = null;
      if (value?.state === 'reading' || value?.state === 'asking') session.loadProgress.value = { ...value, state: 'stopped' };
    },
  };
}
