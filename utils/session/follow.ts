import { batch } from '@preact/signals';
import type { FrameState } from '../messaging/index.ts';
import { watch } from '../page/index.ts';
import { addressOf, pageFetcher, type Request, sourceOf } from '../reading/index.ts';
import { merge, purgeWatch, type Thread, withEarlierWords } from '../thread/index.ts';
import { restLoader } from './loadRest.ts';
import { readLivePage } from './readLivePage.ts';
import { type Analyze, requestAnalysis } from './requestAnalysis.ts';
import type { Session } from './session.ts';

/** What may be asked of whoever follows a page. */
export interface Following {
  /** Reads and analyses again after a failure. */
  retry(): void;
  /** Reads a page that no platform knows, as the reader asked for it. */
  readAnyway(): void;
  /** Takes over what was read in a frame of this page; says whether it did, which it does not where the page has a thread of its own. */
  take(state: FrameState): boolean;
  /** Reads what the page does not hold, from the thread's own site. */
  loadRest(): void;
  stopLoading(): void;
  /** The reader sees these comments. */
  look(ids: readonly string[]): void;
  /** Reads also the comments of a long thread that are far from view. */
  askAll(): void;
}

/**
 * Keeps a session true to its page until `signal` is aborted: reads the page now and whenever it has settled after a change, and has new
 * words analysed. A thread grows by what is read; another thread starts anew. Whoever shows something of it listens to the session: badges
 * by `keepBadges`, the rest by components, visits by `trackVisit`.
 */
export function follow(session: Session, document: Document, signal: AbortSignal, analyze: Analyze): Following {
  let withoutPurged = purgeWatch();
  const analyses = requestAnalysis(session, analyze, signal, () => page.isPartial());
  const page = readLivePage(session, document, signal, {
    begin() {
      rest.stop();
      analyses.reset();
      withoutPurged = purgeWatch();
      batch(() => {
        session.reading.value = session.raw.value = session.failure.value = session.loadProgress.value = session.health.value = null;
        session.pending.value = session.more.value = session.wantsAll.value = false;
      });
    },
    found({ thread, elements, edited = new Set() }) {
      const before = session.thread.value;
      if (!before) return show(thread, elements);
      const now = withEarlierWords(before, thread, edited);
      show(merge(withoutPurged(before, now), now), elements);
    },
  });

  const request = (): Request | null => {
    const platform = page.platform();
    const thread = session.thread.value;
    const url = platform && addressOf(platform, document, document.location.href);
    return platform && thread && url ? { platform, document, url, thread, now: new Date() } : null;
  };
  const rest = restLoader(session, request, pageFetcher, (thread, insertion) => {
    const { reading } = session;
    if (reading.value) show(merge(reading.value.thread, thread, insertion), reading.value.elements);
  });

  const show = (thread: Thread, elements: ReadonlyMap<string, Element>) => {
    session.reading.value = { thread, elements };
    const more = request();
    session.more.value = more !== null && thread.comments.length < (thread.total ?? Number.POSITIVE_INFINITY) && sourceOf(more) !== null;
    analyses.ask(thread);
  };

  watch(document, signal, page.read);
  // A page that was left comes back as it was, but what it had asked for was given up.
  const comesBack = ({ persisted }: PageTransitionEvent) => persisted && analyses.renew();
  document.defaultView?.addEventListener('pageshow', comesBack, { signal });
  signal.addEventListener('abort', rest.stop);
  return {
    retry() {
      analyses.askAnew();
      page.read();
    },
    readAnyway: page.readAnyway,
    take({ thread, scored, pending, hold, failure }) {
      if (page.hasThread()) return false;
      batch(() => {
        session.reading.value = { thread, elements: new Map() };
        session.raw.value = scored;
        session.pending.value = pending;
        session.hold.value = hold;
        session.failure.value = failure;
      });
      return true;
    },
    loadRest: rest.start,
    stopLoading: rest.stop,
    look: analyses.look,
    askAll: analyses.askAll,
  };
}
