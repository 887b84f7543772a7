import { batch } from '@preact/signals';
import { merge, saysTheSame } from './merge.ts';
import type { Platform } from './platform.ts';
import { recognize } from './platforms/index.ts';
import { read } from './read.ts';
import type { Session } from './session.ts';
import type { Analysis } from './stance/verdict.ts';
import type { Thread } from './thread.ts';
import { threadKey } from './threadKey.ts';
import { watch } from './watch.ts';
import { sourceOf } from './whole/index.ts';
import { addressOf } from './whole/links.ts';
import { pageMeans } from './whole/means.ts';
import { wholeReader } from './whole/reader.ts';
import type { Request } from './whole/source.ts';

export interface Following {
  /** Reads and analyses again after a failure. */
  retry(): void;
  /** Reads what the page does not hold, from the thread's own site. */
  readWhole(): void;
  stopReading(): void;
}

/**
 * Keeps a session true to its page until `signal` is aborted: reads the page now and whenever it has settled after a change, and has new
 * words analysed. A thread grows by what is read; another thread starts anew.
 */
export function follow(
  session: Session,
  document: Document,
  signal: AbortSignal,
  analyze: (thread: Thread) => Promise<Analysis>,
): Following {
  let platform: Platform | null = null;
  let key: string | null = null;
  /** Posts of the thread that the reader came from without leaving the page. */
  let left: ReadonlySet<string> = new Set();
  /** The words that were given to the model last, and whether it is at work. */
  let asked: Thread | null = null;
  let busy = false;

  const request = (): Request | null => {
    const thread = session.thread.value;
    const url = platform && addressOf(platform, document, document.location.href);
    return platform && thread && url ? { platform, document, url, thread, now: new Date() } : null;
  };
  const whole = wholeReader(session, request, pageMeans, (thread, place) => {
    const { reading } = session;
    if (reading.value) show(merge(reading.value.thread, thread, place), reading.value.elements);
  });

  const readPage = () => {
    platform = recognize(document);
    const url = document.location.href;
    const found = platform && threadKey(platform, url);
    if (found !== key) {
      whole.stop();
      asked = null;
      left = idsOf(session.thread.value);
      batch(() => {
        session.reading.value = session.scored.value = session.failure.value = session.whole.value = null;
        session.pending.value = session.more.value = false;
      });
    }
    key = found;
    const reading = platform && read(platform, document, url, new Date());
    // The address changes before the page does: posts of the thread that was left are not yet gone.
    const thread = reading && without(reading.thread, left);
    if (!thread || !reading) return;
    const before = session.thread.value;
    show(before ? merge(before, thread) : thread, reading.elements);
  };

  const show = (thread: Thread, elements: ReadonlyMap<string, Element>) => {
    session.reading.value = { thread, elements };
    const more = request();
    session.more.value = more !== null && thread.comments.length < (thread.total ?? Number.POSITIVE_INFINITY) && sourceOf(more) !== null;
    if (asked && saysTheSame(asked, thread)) return;
    asked = thread;
    session.pending.value = true;
    session.failure.value = null;
    if (!busy) score();
  };

  /** Has the latest words analysed, one thread at a time; what came in meanwhile is next. */
  const score = async () => {
    busy = true;
    while (asked && session.pending.value && !signal.aborted) {
      const current: Thread = asked;
      const of = key;
      const result = await analyze(current).catch(() => null);
      // The page went on to another thread while the model was at work.
      if (signal.aborted || key !== of) continue;
      batch(() => {
        if (result) session.scored.value = result;
        if (asked !== current) return;
        session.pending.value = false;
        if (!result) session.failure.value = 'The comments were read but could not be analysed.';
      });
    }
    busy = false;
  };

  readPage();
  watch(document, signal, readPage);
  signal.addEventListener('abort', whole.stop);
  return {
    retry() {
      asked = null;
      readPage();
    },
    readWhole: whole.start,
    stopReading: whole.stop,
  };
}

function idsOf(thread: Thread | null): ReadonlySet<string> {
  return new Set(thread ? [thread.opening, ...thread.comments].map((post) => post?.id ?? '') : []);
}

/** A thread without the posts named; `null` where nothing else is left of it. */
function without(thread: Thread, ids: ReadonlySet<string>): Thread | null {
  if (ids.size === 0) return thread;
  const comments = thread.comments.filter(({ id }) => !ids.has(id));
  const opening = thread.opening && !ids.has(thread.opening.id) ? thread.opening : null;
  return comments.length > 0 || opening ? { ...thread, opening, comments } : null;
}
