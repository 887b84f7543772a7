import { batch, effect, untracked } from '@preact/signals';
import { nextTask } from '../chunked.ts';
import { settings } from '../reader/index.ts';
import { type RawAnalysis, READ_WHOLE, type Reason, reasonOf } from '../stance/index.ts';
import { t } from '../texts/index.ts';
import { saysTheSame, type Thread } from '../thread/index.ts';
import { type Analyzed, keepShown } from './keepShown.ts';
import type { Session } from './session.ts';

/** How often in a row the model is asked about the same words, and comes no further, before the reader is told that it gives no answer. */
const TRIES = 3;

/**
 * What an analysis says is worked into the page again for every comment. Of those before the last the page is given no more than one in so
 * many milliseconds a comment: in long threads it would else be at nothing but that.
 */
const REST_A_COMMENT_MS = 0.5;
/** Of so many comments the page gets its turn between what works an analysis out and what shows it. */
const LONG = 1000;

/** Comments further from those in view than so many others are far. */
const REACH = 500;

/** Analyses of a thread, each better or more complete than the one before; the last is final. Comments out of `reach` of view are not read. */
export type Analyze = (thread: Thread, signal: AbortSignal, reach: number | null) => AsyncIterable<RawAnalysis>;

/** Lets the page have its turn where a thread is long. */
async function turnOf({ comments }: Thread): Promise<void> {
  if (comments.length > LONG) await nextTask();
}

/**
 * An analysis that may not be the last, with what was known before of comments that it is not sure of yet: a label that is shown does not
 * go and come again because the thread grew. Where the claim has changed, what was known was said of another.
 */
function sustained(before: RawAnalysis | null, analysis: RawAnalysis): RawAnalysis {
  if (!before || before.model !== analysis.model || before.proposition.text !== analysis.proposition.text) return analysis;
  // What the reader set is in every analysis, as long as it stands.
  const verdicts = Object.entries(before.verdicts).filter(([id, { opening }]) => !isSure(analysis, id) && opening.because !== 'reader');
  if (verdicts.length === 0) return analysis;
  return { ...analysis, verdicts: Object.assign(Object.create(null), analysis.verdicts, Object.fromEntries(verdicts)) };
}

function isSure({ verdicts }: RawAnalysis, id: string): boolean {
  const verdict = verdicts[id]?.opening;
  return verdict !== undefined && (verdict.best === null || verdict.confidence > 0);
}

/** How many comments an analysis has come to; the others are still to be read by the model. */
function readIn(analysis: RawAnalysis | null): number {
  return analysis ? Object.keys(analysis.verdicts).filter((id) => isSure(analysis, id)).length : 0;
}

/** What asks the model about a thread, and hears its answers. */
export interface AnalysisRequests {
  /** Has a thread analysed, where it says something else than the one asked about last. */
  ask(thread: Thread): void;
  /** The next thread is asked about even where it says the same. */
  askAnew(): void;
  /** Drops what was asked and what is still to be answered: the page went on to another thread. */
  reset(): void;
  /** Asks again what is still to be answered: where the page was put away meanwhile, no answer will come. */
  renew(): void;
  /** The reader sees these comments: what of them waited far from view is read now. */
  look(ids: readonly string[]): void;
  /** Reads also what is far from view. */
  askAll(): void;
}

/**
 * Asks the model about the latest words of a page, one thread at a time, and writes every analysis into the session as it comes:
 * `raw`, and with it `pending` and `failure`. What came in meanwhile is asked next. Nothing is asked while `session.hold` says so. `isPartial` says
 * whether more of the page is about to be read.
 */
export function requestAnalysis(session: Session, analyze: Analyze, ending: AbortSignal, isPartial: () => boolean): AnalysisRequests {
  /** The words that were asked about last, those whose answer has ended, and whether the model is at work. */
  let asked: Thread | null = null;
  let answered: Thread | null = null;
  let working: AbortSignal | null = null;
  let leaving = new AbortController();
  /** The thread whose answer came to its end last, and that answer. */
  let before: Analyzed | null = null;

  const settle = () => {
    session.pending.value = isPartial() || asked !== answered;
  };

  const work = async () => {
    const until = AbortSignal.any([ending, leaving.signal]);
    working = until;
    while (asked && asked !== answered && !until.aborted) {
      const current: Thread = asked;
      const reach = reachIn(current);
      // To send a long thread takes as long as to show it.
      await turnOf(current);
      if (until.aborted) break;
      const failure = await hear(current, reach, until);
      if (until.aborted) break;
      // Of what waited, so little is left that it need not wait.
      if (!failure && reach !== null && reachIn(current) === null) continue;
      answered = current;
      batch(() => {
        if (asked !== current) return;
        settle();
        if (failure && !isPartial()) session.failure.value = t(`progress.${failure}`);
      });
    }
    if (working === until) working = null;
  };

  // Ids are the page's choice, and may be words that mean something to the language.
  const isRead = (id: string) => Object.hasOwn(session.raw.value?.verdicts ?? {}, id);
  const unreadIn = ({ comments }: Thread) => comments.filter(({ id }) => !isRead(id)).length;
  const reachIn = (thread: Thread) => (session.wantsAll.value || unreadIn(thread) <= READ_WHOLE ? null : REACH);

  const again = () => {
    leave();
    answered = null;
    settle();
    if (!session.hold.value) work();
  };

  const leave = () => {
    leaving.abort();
    leaving = new AbortController();
    working = null;
  };

  /** Why an answer did not come to its end. Browsers stop the background whenever they like, also while it works: it starts anew with the next message. */
  const hear = async (thread: Thread, reach: number | null, until: AbortSignal): Promise<Reason | 'failed' | null> => {
    const steady = (raw: RawAnalysis) => keepShown(before, { thread, raw }, settings.value.precision);
    let furthest = readIn(session.raw.value);
    for (let tries = 0; tries < TRIES && !until.aborted; tries += 1) {
      // What was answered before the background was stopped stays.
      const known = session.raw.value;
      let last: RawAnalysis | null = null;
      let next = Number.NEGATIVE_INFINITY;
      try {
        for await (const analysis of analyze(thread, until, reach)) {
          if (until.aborted) return 'failed';
          last = analysis;
          if (performance.now() < next) continue;
          const raw = steady(sustained(known, analysis));
          await turnOf(thread);
          if (until.aborted) return 'failed';
          session.raw.value = raw;
          next = performance.now() + REST_A_COMMENT_MS * thread.comments.length;
        }
        if (until.aborted) return 'failed';
        if (!last) continue;
        const raw = steady(reach === null ? last : sustained(known, last));
        await turnOf(thread);
        if (until.aborted) return 'failed';
        before = { thread, raw };
        session.raw.value = raw;
        return null;
      } catch (error) {
        // What the model itself says of itself will not change by asking again; all else is asked again.
        const reason = reasonOf(error);
        if (reason) return reason;
        if (last && !until.aborted) session.raw.value = steady(sustained(known, last));
      }
      const read = readIn(session.raw.value);
      if (read > furthest) tries = -1;
      furthest = Math.max(furthest, read);
    }
    return 'failed';
  };

  const stopHolding = effect(() => {
    const { value } = session.hold;
    untracked(() => {
      if (value) leave();
      else if (!working) work();
    });
  });
  ending.addEventListener('abort', stopHolding);

  return {
    ask(thread) {
      if (!asked || !saysTheSame(asked, thread)) {
        // A copy: where the same words are asked about again, an answer that is still under way is not the one to this.
        asked = { ...thread };
        session.failure.value = null;
      }
      settle();
      if (!working && !session.hold.value) work();
    },
    askAnew() {
      asked = null;
    },
    reset() {
      leave();
      asked = answered = before = null;
    },
    renew() {
      if (!working) return;
      leave();
      work();
    },
    look(ids) {
      const { raw, failure, hold } = session;
      if (working || hold.value || failure.value || !asked || !raw.value) return;
      if (reachIn(asked) !== null && ids.some((id) => !isRead(id))) again();
    },
    askAll() {
      if (asked && unreadIn(asked) > 0) again();
    },
  };
}
