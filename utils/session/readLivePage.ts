import { batch } from '@preact/signals';
import { nextTask, runChunked } from '../chunked.ts';
import { bringPart, bringPlatform, type Parts, partAtHand } from '../page/index.ts';
import { absentPlatform, healthOf, type Platform, readInSteps, recognize, threadKey } from '../reading/index.ts';
import type { Reading, Thread } from '../thread/index.ts';
import { withoutFragment, withoutVisit } from '../webUrl.ts';
import type { Session } from './session.ts';

/** How long after it was read a page is asked whether it was read well, in milliseconds. */
const SETTLE_MS = 3000;

/** What reads the page that is open, again and again. */
export interface LivePage {
  /** Reads the page as it is now. */
  read(): void | Promise<void>;
  /** Reads it even where no platform knows it, as the reader asked. */
  readAnyway(): void;
  /** Whether only the beginning of a long thread has been read, and the rest is about to be. */
  isPartial(): boolean;
  /** Whether the page holds a thread, or may come to hold one, by its own address. */
  hasThread(): boolean;
  platform(): Platform | null;
}

interface Listener {
  /** The page holds another thread than before: what was known of that one is void. */
  begin(): void;
  /** What the page holds of its thread now. */
  found(reading: Reading): void;
}

/**
 * Reads threads out of a page: by the platform that knows it, by the generic reader where that platform no longer fits or the reader asked for it.
 * Keeps `session.health` and `session.refused`. Ends with `signal`.
 */
export function readLivePage(session: Session, document: Document, signal: AbortSignal, { begin, found }: Listener): LivePage {
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
  /** Ends a reading that is under way where another begins. */
  let underWay = new AbortController();
  const start = (next: string | null, posts: ReadonlySet<string>) => {
    key = next;
    left = posts;
    latest = null;
    session.partial.value = false;
    begin();
  };

  const read = (): void | Promise<void> => {
    underWay.abort();
    underWay = new AbortController();
    const absent = absentPlatform(document);
    if (absent) return readOnce(bringPlatform(absent));
    platform = recognize(document);
    const url = document.location.href;
    const known = platform && threadKey(platform, url);
    const isGeneric = platform ? outgrown === known : wanted;
    const current = isGeneric ? genericKey(url) : known;
    if (current !== key) start(current, idsOf(session.thread.value));
    if (isGeneric) return readByShape(url);
    if (!platform) return take(null, null);
    const fitting = platform;
    const computation = readInSteps(fitting, document, url, new Date(), (beginning) => {
      if (session.thread.value !== null) return;
      session.partial.value = true;
      take(beginning, null);
    });
    const first = computation.next();
    if (first.done) return take(first.value, fitting);
    const until = AbortSignal.any([signal, underWay.signal]);
    return runChunked(computation, until).then(async (whole) => {
      // To take it in is a step of its own.
      await nextTask();
      // In the meantime the page may have gone on to another thread, whose own changes have it read again.
      if (until.aborted || threadKey(fitting, document.location.href) !== key) return;
      batch(() => {
        session.partial.value = false;
        take(whole, fitting);
      });
    });
  };

  const readByShape = (url: string): void | Promise<void> => {
    const generic = partAtHand('generic');
    if (generic) return take(generic.readGeneric(document, url, new Date()), null);
    return readOnce(bringPart('generic'));
  };

  /** Reads the page once what is needed for it was brought. */
  const readOnce = (brought: Promise<unknown>): Promise<void> => {
    const until = AbortSignal.any([signal, underWay.signal]);
    return brought.then(
      () => (until.aborted ? undefined : read()),
      // An extension that was updated brings nothing more into its old pages.
      () => {},
    );
  };

  /** Takes over what was read of the page; `fitting` is the platform that has read all of it. */
  const take = (reading: Reading | null, fitting: Platform | null) => {
    session.refused.value = wanted && !platform && !reading;
    if (fitting) {
      latest = reading;
      // A page may be without its comments while it loads; only once it has come to rest is it asked what is missing.
      checking ??= setTimeout(check, SETTLE_MS, fitting);
    }
    // The address changes before the page does: posts of the thread that was left are not yet gone.
    const thread = reading && without(reading.thread, left);
    if (!thread || !reading) return;
    // It only took long to load.
    if (fitting && session.health.value?.missing.includes('everything')) session.health.value = null;
    found({ ...reading, thread });
  };

  /** Whether the platform still fits the page; where it does not and the generic reader finds more, that reads on. */
  const check = (checked: Platform, generic: Parts['generic'] | null | undefined = partAtHand('generic')): void => {
    checking = undefined;
    const url = document.location.href;
    if (signal.aborted || platform !== checked || threadKey(platform, url) !== key) return;
    const health = healthOf(platform, document, latest);
    const isPoor = health.missing.length > 0;
    if (isPoor && generic === undefined) {
      const brought = bringPart('generic').catch(() => null);
      return void brought.then((part) => check(checked, part));
    }
    if (isPoor && generic && wordyIn(generic.readGeneric(document, url, new Date())) > wordyIn(latest)) {
      outgrown = key;
      start(genericKey(url), new Set());
      read();
    }
    session.health.value = isPoor ? health : null;
  };

  signal.addEventListener('abort', () => clearTimeout(checking));
  return {
    read,
    readAnyway() {
      wanted = true;
      read();
    },
    isPartial: () => session.partial.peek(),
    hasThread: () => key !== null,
    platform: () => platform,
  };
}

const genericKey = (url: string) => `generic ${withoutVisit(withoutFragment(url))}`;

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
