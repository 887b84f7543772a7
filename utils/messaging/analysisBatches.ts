import type { RawAnalysis } from '../stance/index.ts';
import { sendMessage } from './channel.ts';
import type { AnalysisBatch, Asked } from './messages.ts';
import { portable } from './portable.ts';

/** So many verdicts cross at once: a page would stand still while the browser unpacks those of thousands of comments. */
const MAX_VERDICTS = 1000;

type Part = Omit<AnalysisBatch, 'rest'>;

interface Upcoming {
  parts: AsyncIterator<Part>;
  next: Promise<IteratorResult<Part>>;
}

/** Hands out analyses in batches, as they come; what is not asked for is lost when the background stops. */
export function createBatches() {
  const waiting = new Map<string, Upcoming>();
  const nextBatch = async (name: string, { parts, next }: Upcoming): Promise<AnalysisBatch | null> => {
    waiting.delete(name);
    const { value, done } = await next;
    if (done) return null;
    const following = parts.next();
    // Where no more can be had at once, it is asked for; where there is none, that need not be asked.
    const isLast = await Promise.race([following.then(({ done }) => done === true), soon()]).catch(() => false);
    if (!isLast) waiting.set(name, { parts, next: following });
    return { ...value, rest: isLast ? null : name };
  };
  return {
    /** The first batch of several analyses; rejects where there is none because of an error. */
    first(analyses: AsyncIterable<RawAnalysis>): Promise<AnalysisBatch | null> {
      const parts = partsOf(analyses);
      return nextBatch(crypto.randomUUID(), { parts, next: parts.next() });
    },
    /** Rejects where the background was stopped since the batch before. */
    async next(name: string): Promise<AnalysisBatch | null> {
      const upcoming = waiting.get(name);
      if (!upcoming) throw new Error('The background was stopped in between.');
      return nextBatch(name, upcoming);
    },
  };
}

const soon = () => new Promise<false>((resolve) => setTimeout(resolve, 0, false));

async function* partsOf(analyses: AsyncIterable<RawAnalysis>): AsyncGenerator<Part, void> {
  for await (const analysis of analyses) {
    const verdicts = Object.entries(analysis.verdicts);
    const count = Math.max(1, Math.ceil(verdicts.length / MAX_VERDICTS));
    for (let at = 0; at < count; at += 1) {
      const part = Object.fromEntries(verdicts.slice(at * MAX_VERDICTS, (at + 1) * MAX_VERDICTS));
      yield { analysis: { ...analysis, verdicts: part }, complete: at === count - 1 };
    }
  }
}

/**
 * Has the background analyze a thread, and gives its analyses as they come, each whole. Rejects where it was stopped meanwhile; once `signal`
 * is aborted, the background is told that nobody waits any longer.
 */
export async function* askAnalysis(asked: Asked, signal: AbortSignal): AsyncGenerator<RawAnalysis, void> {
  const leave = () => void sendMessage('leaveOff', undefined).catch(() => {});
  signal.addEventListener('abort', leave, { once: true });
  try {
    yield* analysesOf(asked);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}

async function* analysesOf(asked: Asked): AsyncGenerator<RawAnalysis, void> {
  let batch = await sendMessage('analyze', { ...asked, thread: portable(asked.thread) });
  let whole: RawAnalysis | null = null;
  while (batch) {
    if (whole) Object.assign(whole.verdicts, batch.analysis.verdicts);
    else whole = batch.analysis;
    if (batch.complete) {
      yield whole;
      whole = null;
    }
    batch = batch.rest === null ? null : await sendMessage('analyzeOn', batch.rest);
  }
}
