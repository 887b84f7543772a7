import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Hold, State, Work } from '../messaging/index.ts';
import { cameAfter, type LastVisit, settings } from '../reader/index.ts';
import type { Health } from '../reading/index.ts';
import { type Analysis, applyThresholds, type RawAnalysis } from '../stance/index.ts';
import { type Filter, filterComments, isEmpty, NO_FILTER, type Summary, summarize } from '../summary/index.ts';
import type { Comment, Reading, Thread } from '../thread/index.ts';

/** How far the rest of a thread, beyond what the page holds, has been read. */
export interface LoadProgress {
  /** `asking`: more pages than the reader agreed to; they go on or stop here. */
  state: 'reading' | 'asking' | 'stopped' | 'done';
  done: number;
  /** As many as are known to be needed; more may come to light. */
  of: number;
  /** Addresses that could not be had. */
  failed: readonly string[];
}

/**
 * The state of one open page. Each signal has one writer: `readLivePage` (`partial`, `health`, `refused`), `requestAnalysis` (`raw`, `pending`, `failure`), `readAlong` (`hold`, `wantsAll`), `follow` (`reading`,
 * `more`, and all of these where another thread begins or a frame's is taken over), `restLoader` (`loadProgress`), `trackVisit` (`lastVisit`), the views (`filter`, `view`).
 * In the viewer, the page itself writes `reading`. All else is computed.
 */
export interface Session {
  reading: Signal<Reading | null>;
  /** Whether only the beginning of a long page was read as yet. */
  partial: Signal<boolean>;
  /** The latest analysis as the model gave it, before the reader's precision is applied. */
  raw: Signal<RawAnalysis | null>;
  /** Whether the model is at work on words that `raw` does not know yet. */
  pending: Signal<boolean>;
  /** Why the model waits though there is something to read; `null` where it does not. */
  hold: Signal<Hold | null>;
  /** Whether the reader asked for the comments of a long thread that are far from view, too. */
  wantsAll: Signal<boolean>;
  /** One sentence for the reader, or `null` while nothing is wrong. */
  failure: Signal<string | null>;
  /** Whether more of the thread can be had from its site than the page holds. */
  more: Signal<boolean>;
  /** `null` until the reader asks for the whole thread. */
  loadProgress: Signal<LoadProgress | null>;
  /** What a platform that knows this forum no longer finds on its pages; `null` while it fits, or is not known yet. */
  health: Signal<Health | null>;
  /** Whether the reader asked for a page that turned out to be no discussion. */
  refused: Signal<boolean>;
  /** Whether this is an exported file that was opened again: its verdicts stand as they were shown, and its claim cannot be worded anew. */
  fromFile: boolean;
  /** The reader's visit to this thread before this one; `null` on the first, and where no visits are kept. */
  lastVisit: Signal<LastVisit | null>;
  /** What the reader looks for; written by the view to find in, and by whoever clears it. */
  filter: Signal<Filter>;
  /** Which view the sidebar shows, by its name; written by whoever leads the reader there. */
  view: Signal<string>;
  /** Ids of the comments that were in view. No signal: what is shown must not change because the reader scrolls. */
  seen: Set<string>;
  thread: ReadonlySignal<Thread | null>;
  /** Ids of the comments that came after the last visit. */
  fresh: ReadonlySignal<ReadonlySet<string>>;
  /** What the reader is shown: changes with the precision they ask for, without the model being asked again. */
  analysis: ReadonlySignal<Analysis | null>;
  summary: ReadonlySignal<Summary | null>;
  /** The comments that the filter lets through, in the order of the page; `null` while nothing is looked for. */
  found: ReadonlySignal<readonly Comment[] | null>;
  state: ReadonlySignal<State>;
  /** How far the model is. */
  work: ReadonlySignal<Work>;
}

/** A new session; `opened` holds the verdicts of an exported file that is opened again. */
export function createSession(opened: Signal<Analysis> | null = null): Session {
  const reading = signal<Reading | null>(null);
  const partial = signal(false);
  const raw = signal<RawAnalysis | null>(null);
  const pending = signal(false);
  const hold = signal<Hold | null>(null);
  const wantsAll = signal(false);
  const failure = signal<string | null>(null);
  const more = signal(false);
  const loadProgress = signal<LoadProgress | null>(null);
  const health = signal<Health | null>(null);
  const refused = signal(false);
  const lastVisit = signal<LastVisit | null>(null);
  const filter = signal(NO_FILTER);
  const view = signal('overview');
  const seen = new Set<string>();
  const thread = computed(() => reading.value?.thread ?? null);
  const fresh = computed(() => {
    const last = lastVisit.value;
    const comments = (last && thread.value?.comments.filter((comment) => cameAfter(last, comment))) ?? [];
    return new Set(comments.map(({ id }) => id));
  });
  const precision = computed(() => settings.value.precision);
  const analysis = computed(() => (opened ? opened.value : raw.value && applyThresholds(raw.value, precision.value)));
  const summary = computed(() => (thread.value && analysis.value ? summarize(thread.value, analysis.value) : null));
  const found = computed(() => {
    if (!thread.value || !analysis.value || isEmpty(filter.value)) return null;
    return filterComments(thread.value, analysis.value, filter.value, { seen, fresh: fresh.value });
  });
  const state = computed<State>(() => {
    if (failure.value) return 'failed';
    if (!thread.value) return health.value ? 'failed' : 'reading';
    return pending.value || !analysis.value ? 'analyzing' : 'done';
  });
  const work = computed<Work>(() => {
    const total = thread.value?.comments.length ?? 0;
    const pending = summary.value?.division.pending ?? total;
    return { state: state.value, hold: hold.value, read: total - pending, total };
  });
  return {
    reading,
    partial,
    raw,
    pending,
    hold,
    wantsAll,
    failure,
    more,
    loadProgress,
    health,
    refused,
    fromFile: opened !== null,
    lastVisit,
    filter,
    view,
    seen,
    thread,
    fresh,
    analysis,
    summary,
    found,
    state,
    work,
  };
}
