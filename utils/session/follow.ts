import { batch } from '@preact/signals';
import { inSlices } from '../chunked.ts';
import type { FrameState } from '../messaging/pageState.ts';
import { watch } from '../page/watch.ts';
import { readGeneric } from '../reading/generic/index.ts';
import { healthOf } from '../reading/health.ts';
import type { Platform } from '../reading/platform.ts';
import { recognize } from '../reading/platforms/index.ts';
import { readInSteps, withoutFragment } from '../reading/read.ts';
import { pageMeans } from '../reading/rest/fetch.ts';
import { sourceOf } from '../reading/rest/index.ts';
import { addressOf } from '../reading/rest/links.ts';
import type { Request } from '../reading/rest/source.ts';
import { threadKey } from '../reading/threadKey.ts';
import type { Analysis } from '../stance/verdict.ts';
import { t } from '../texts/texts.ts';
import { merge, saysTheSame } from '../thread/merge.ts';
import type { Reading, Thread } from '../thread/thread.ts';
import { wholeReader } from './loadRest.ts';
import type { Session } from './session.ts';

/** How long after it was read a page is asked whether it was read well, in milliseconds. */
const REST = 3000;
/** How often the model is asked about the same words before the reader is told that it gives no answer. */
const TRIES = 3;

export interface Following {
  /** Reads and analyses again after a failure. */
  retry(): void;
  /** Reads a page that no platform knows, as the reader asked for it. */
  readAnyway(): void;
  /** Takes over what was read in a frame of this page; says whether it did, which it does not where the page has a thread of its own. */
  take(state: FrameState): boolean;
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
  /** Whether the reader asked for a page that no platform knows. */
  let wanted = false;
  /** The thread, by its platform's key, that its platform no longer reads and the generic reader does. */
  let outgrown: string | null = null;
  let checking: ReturnType<typeof setTimeout> | undefined;
  /** Posts of the thread that the reader came from without leaving the page. */
  let left: ReadonlySet<string> = new Set();
  /** What the platform read of the page last, all by itself. */
  let latest: Reading | null = null;
  /** Ends a reading that is under way where another begins, and whether only the beginning of a long thread has been read. */
  let underWay = new AbortController();
  let unfinished = false;
  /** The words that were given to the model last, those it has answered about, and whether it is at work. */
  let asked: Thread | null = null;
  let answered: Thread | null = null;
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

  const begin = (posts: ReadonlySet<string>) => {
    whole.stop();
    asked = answered = latest = null;
    unfinished = false;
    left = posts;
    batch(() => {
      session.reading.value = session.scored.value = session.failure.value = session.whole.value = session.health.value = null;
      session.pending.value = session.more.value = false;
    });
  };

  const readPage = (): void | Promise<void> => {
    underWay.abort();
    underWay = new AbortController();
    platform = recognize(document);
    const url = document.location.href;
    const known = platform && threadKey(platform, url);
    const generic = platform ? outgrown === known : wanted;
    const found = generic ? `generic ${withoutFragment(url)}` : known;
    if (found !== key) begin(idsOf(session.thread.value));
    key = found;
    if (!platform || generic) return took(generic ? readGeneric(document, url, new Date()) : null, null);
    const fitting = platform;
    const steps = readInSteps(fitting, document, url, new Date(), (beginning) => {
      if (session.thread.value !== null) return;
      unfinished = true;
      took(beginning, null);
    });
    const first = steps.next();
    if (first.done) return took(first.value, fitting);
    const until = AbortSignal.any([signal, underWay.signal]);
    return inSlices(steps, until).then((read) => {
      // In the meantime the page may have gone on to another thread, whose own changes have it read again.
      if (until.aborted || threadKey(fitting, document.location.href) !== key) return;
      unfinished = false;
      took(read, fitting);
    });
  };

  /** Takes over what was read of the page; `fitting` is the platform that has read all of it. */
  const took = (read: Reading | null, fitting: Platform | null) => {
    session.refused.value = wanted && !platform && !read;
    if (fitting) {
      latest = read;
      // A page may be without its comments while it loads; only once it has come to rest is it asked what is missing.
      checking ??= setTimeout(check, REST, fitting);
    }
    // The address changes before the page does: posts of the thread that was left are not yet gone.
    const thread = read && without(read.thread, left);
    if (!thread || !read) return;
    // It only took long to load.
    if (fitting && session.health.value?.missing.includes('everything')) session.health.value = null;
    const before = session.thread.value;
    show(before ? merge(before, thread) : thread, read.elements);
  };

  /** Whether the platform still fits the page; where it does not and the generic reader finds more, that reads on. */
  const check = (checked: Platform) => {
    checking = undefined;
    const url = document.location.href;
    if (platform !== checked || threadKey(platform, url) !== key) return;
    const health = healthOf(platform, document, latest);
    const poor = health.missing.length > 0;
    if (poor && wordyIn(readGeneric(document, url, new Date())) > wordyIn(latest)) {
      outgrown = key;
      begin(new Set());
      key = `generic ${withoutFragment(url)}`;
      readPage();
    }
    session.health.value = poor ? health : null;
  };

  const show = (thread: Thread, elements: ReadonlyMap<string, Element>) => {
    session.reading.value = { thread, elements };
    const more = request();
    session.more.value = more !== null && thread.comments.length < (thread.total ?? Number.POSITIVE_INFINITY) && sourceOf(more) !== null;
    if (!asked || !saysTheSame(asked, thread)) {
      // A copy: where the same words are asked about again, an answer that is still under way is not the one to this.
      asked = { ...thread };
      session.failure.value = null;
    }
    settle();
    if (!busy) score();
  };

  const settle = () => {
    session.pending.value = unfinished || asked !== answered;
  };

  /** Has the latest words analysed, one thread at a time; what came in meanwhile is next. */
  const score = async () => {
    busy = true;
    while (asked && asked !== answered && !signal.aborted) {
      const current: Thread = asked;
      const of = key;
      const result = await persistently(() => analyze(current));
      // The page went on to another thread while the model was at work.
      if (signal.aborted || key !== of) continue;
      answered = current;
      batch(() => {
        if (result) session.scored.value = result;
        if (asked !== current) return;
        settle();
        if (!result && !unfinished) session.failure.value = t('progress.failed');
      });
    }
    busy = false;
  };

  watch(document, signal, readPage);
  signal.addEventListener('abort', () => {
    whole.stop();
    clearTimeout(checking);
  });
  return {
    retry() {
      asked = null;
      readPage();
    },
    readAnyway() {
      wanted = true;
      readPage();
    },
    take({ thread, scored, pending, failure }) {
      if (key !== null) return false;
      batch(() => {
        session.reading.value = { thread, elements: new Map() };
        session.scored.value = scored;
        session.pending.value = pending;
        session.failure.value = failure;
      });
      return true;
    },
    readWhole: whole.start,
    stopReading: whole.stop,
  };
}

/** Browsers stop the background whenever they like, also while it works: it starts anew with the next message. */
async function persistently<Result>(ask: () => Promise<Result>): Promise<Result | null> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const result = await ask().catch(() => null);
    if (result !== null) return result;
  }
  return null;
}

function idsOf(thread: Thread | null): ReadonlySet<string> {
  return new Set(thread ? [thread.opening, ...thread.comments].map((post) => post?.id ?? '') : []);
}

/** How many comments have words. */
function wordyIn(reading: Reading | null): number {
  return reading?.thread.comments.filter(({ text }) => text !== '').length ?? 0;
}

/** A thread without the posts named; `null` where nothing else is left of it. */
function without(thread: Thread, ids: ReadonlySet<string>): Thread | null {
  if (ids.size === 0) return thread;
  const comments = thread.comments.filter(({ id }) => !ids.has(id));
  const opening = thread.opening && !ids.has(thread.opening.id) ? thread.opening : null;
  return comments.length > 0 || opening ? { ...thread, opening, comments } : null;
}
