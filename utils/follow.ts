import { batch } from '@preact/signals';
import { merge, saysTheSame } from './merge.ts';
import type { Platform } from './platform.ts';
import { recognize } from './platforms/index.ts';
import { read } from './read.ts';
import type { Session } from './session.ts';
import type { Analysis } from './stance/verdict.ts';
import type { Thread } from './thread.ts';
import { watch } from './watch.ts';

/**
 * Keeps a session true to its page until `signal` is aborted: reads the page now and whenever it has settled after a change, and has new
 * words analysed. A thread grows by what is read; another thread starts anew. Returns how to try again after a failure.
 */
export function follow(
  session: Session,
  document: Document,
  signal: AbortSignal,
  analyze: (thread: Thread) => Promise<Analysis>,
): () => void {
  let key: string | null = null;
  let asked: Thread | null = null;

  const readPage = () => {
    const platform = recognize(document);
    const url = document.location.href;
    const reading = platform && read(platform, document, url, new Date());
    if (!reading) {
      key = asked = null;
      batch(() => {
        session.reading.value = session.scored.value = session.failure.value = null;
        session.pending.value = false;
      });
      return;
    }
    const before = session.reading.value?.thread;
    const sameThread = before && key === threadKey(platform, url);
    key = threadKey(platform, url);
    const thread = sameThread ? merge(before, reading.thread) : reading.thread;
    batch(() => {
      if (!sameThread) session.scored.value = session.failure.value = null;
      session.reading.value = { thread, elements: reading.elements };
    });
    if (!asked || !saysTheSame(asked, thread)) score(thread);
  };

  const score = async (thread: Thread) => {
    asked = thread;
    batch(() => {
      session.pending.value = true;
      session.failure.value = null;
    });
    const result = await analyze(thread).catch(() => null);
    // The page went on to other words, or to another thread, while the model was at work.
    if (asked !== thread || signal.aborted) return;
    batch(() => {
      session.pending.value = false;
      if (result) session.scored.value = result;
      else session.failure.value = 'The comments were read but could not be analysed.';
    });
  };

  readPage();
  watch(document, signal, readPage);
  return () => {
    asked = null;
    readPage();
  };
}

/** What names a thread in its address: pages, post numbers and fragments do not. */
export function threadKey(platform: Platform, url: string): string {
  const { origin, pathname, search } = new URL(url);
  const named = platform.thread?.exec(pathname + search)?.[0];
  return `${platform.name} ${origin}${named ?? pathname + search}`;
}
