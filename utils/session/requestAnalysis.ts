import { batch } from '@preact/signals';
import { settings } from '../reader/index.ts';
import { type RawAnalysis, type Reason, reasonOf } from '../stance/index.ts';
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

/** Analyses of a thread, each better or more complete than the one before; the last is final. */
export type Analyze = (thread: Thread, signal: AbortSignal) => AsyncIterable<RawAnalysis>;

/**
 * An analysis that may not be the last, with what was known before of comments that it is not sure of yet: a label that is shown does not
 * go and come again because the thread grew. Where the claim has changed, what was known was said of another.
 */
function sustained(before: RawAnalysis | null, analysis: RawAnalysis): RawAnalysis {
  if (!before || before.model !== analysis.model || before.proposition.text !== analysis.proposition.text) return analysis;
  const verdicts = Object.entries(before.verdicts).filter(([id]) => !isSure(analysis, id));
  if (verdicts.length === 0) return analysis;
  return { ...analysis, verdicts: Object.assign(Object.create(null), analysis.verdicts, Object.fromEntries(verdicts)) };
}

function isSure({ verdicts }: RawAnalysis, id: string): boolean {
  const verdict = verdicts[id]?.opening;
  return verdict !== undefined && (verdict.best === null || verdict.confidence > 0);
}

/** How many comments an analysis has come to; the others are still to be read by the model. */
function reachOf(analysis: RawAnalysis | null): number {
  return analysis ? Object.keys(analysis.verdicts).filter((id) => isSure(analysis, id)).length : 0;
}

export interface AnalysisRequests {
  /** Has a thread analysed, where it says something else than the one asked about last. */
  ask(thread: Thread): void;
  /** The next thread is asked about even where it says the same. */
  askAnew(): void;
  /** Drops what was asked and what is still to be answered: the page went on to another thread. */
  reset(): void;
  /** Asks again what is still to be answered: where the page was put away meanwhile, no answer will come. */
  renew(): void;
}

/**
 * Asks the model about the latest words of a page, one thread at a time, and writes every analysis into the session as it comes:
 * `raw`, and with it `pending` and `failure`. What came in meanwhile is asked next. `isPartial` says whether more of the page is about to be read.
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
      const failure = await hear(current, until);
      if (until.aborted) break;
      answered = current;
      batch(() => {
        if (asked !== current) return;
        settle();
        if (failure && !isPartial()) session.failure.value = t(`progress.${failure}`);
      });
    }
    if (working === until) working = null;
  };

  const leave = () => {
    leaving.abort();
    leaving = new AbortController();
    working = null;
  };

  /** Why an answer did not come to its end. Browsers stop the background whenever they like, also while it works: it starts anew with the next message. */
  const hear = async (thread: Thread, until: AbortSignal): Promise<Reason | 'failed' | null> => {
    const kept = (raw: RawAnalysis) => keepShown(before, { thread, raw }, settings.value.precision);
    let furthest = reachOf(session.raw.value);
    for (let tries = 0; tries < TRIES && !until.aborted; tries += 1) {
      // What was answered before the background was stopped stays.
      const known = session.raw.value;
      let last: RawAnalysis | null = null;
      let next = Number.NEGATIVE_INFINITY;
      try {
        for await (const analysis of analyze(thread, until)) {
          if (until.aborted) return 'failed';
          last = analysis;
          if (performance.now() < next) continue;
          session.raw.value = kept(sustained(known, analysis));
          next = performance.now() + REST_A_COMMENT_MS * thread.comments.length;
        }
        if (until.aborted) return 'failed';
        if (!last) continue;
        const raw = kept(last);
        before = { thread, raw };
        session.raw.value = raw;
        return null;
      } catch (error) {
        // What the model itself says of itself will not change by asking again; all else is asked again.
        const reason = reasonOf(error);
        if (reason) return reason;
        if (last && !until.aborted) session.raw.value = kept(sustained(known, last));
      }
      const reach = reachOf(session.raw.value);
      if (reach > furthest) tries = -1;
      furthest = Math.max(furthest, reach);
    }
    return 'failed';
  };

  return {
    ask(thread) {
      if (!asked || !saysTheSame(asked, thread)) {
        // A copy: where the same words are asked about again, an answer that is still under way is not the one to this.
        asked = { ...thread };
        session.failure.value = null;
      }
      settle();
      if (!working) work();
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
  };
}
