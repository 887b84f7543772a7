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

/** Of each analysis what the one before did not say: of the many that come of a long thread, most say of most comments the same. */
async function* partsOf(analyses: AsyncIterable<RawAnalysis>): AsyncGenerator<Part, void> {
  let sent: RawAnalysis['verdicts'] = {};
  for await (const analysis of analyses) {
    const { verdicts } = analysis;
    const anew = Object.keys(sent).some((id) => !Object.hasOwn(verdicts, id));
    const changed = Object.entries(verdicts).filter(([id, verdict]) => anew || !Object.hasOwn(sent, id) || !isSame(verdict, sent[id]));
    const count = Math.max(1, Math.ceil(changed.length / MAX_VERDICTS));
    for (let index = 0; index < count; index += 1) {
      const part = Object.fromEntries(changed.slice(index * MAX_VERDICTS, (index + 1) * MAX_VERDICTS));
      yield { analysis: { ...analysis, verdicts: part }, anew: anew && index === 0, complete: index === count - 1 };
    }
    sent = verdicts;
  }
}

type Both = RawAnalysis['verdicts'][string];

function isSame(one: Both, other: Both | undefined): boolean {
  return other !== undefined && saysTheSame(one.opening, other.opening) && saysTheSame(one.parent, other.parent);
}

function saysTheSame(one: Both['parent'], other: Both['parent']): boolean {
  if (one === other) return true;
  if (one === null || other === null || one === 'opening' || other === 'opening') return false;
  return (
    one.best === other.best &&
    one.confidence === other.confidence &&
    one.because === other.because &&
    JSON.stringify([one.probabilities, one.evidence, one.lost]) === JSON.stringify([other.probabilities, other.evidence, other.lost])
  );
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
  // Ids are the page's choice, and may be words that mean something to the language.
  let verdicts: RawAnalysis['verdicts'] = Object.create(null);
  while (batch) {
    if (batch.anew) verdicts = Object.create(null);
    Object.assign(verdicts, batch.analysis.verdicts);
    if (batch.complete) {
      const whole = { ...batch.analysis, verdicts };
      verdicts = Object.assign(Object.create(null), verdicts);
      yield whole;
    }
    batch = batch.rest === null ? null : await sendMessage('analyzeOn', batch.rest);
  }
}
