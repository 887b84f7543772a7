import type { Analysis, Corrections } from '../stance/verdict.ts';
import type { Thread } from '../thread/thread.ts';
import { sendMessage } from './channel.ts';
import type { Portion } from './messages.ts';

/** So many verdicts cross at once: a page would stand still while the browser unpacks those of thousands of comments. */
const AT_ONCE = 1000;

/** Hands out analyses in portions; what is not asked for is lost when the background stops. */
export function createPortions() {
  const waiting = new Map<string, Analysis[]>();
  const hand = (name: string, [analysis, ...others]: Analysis[]): Portion => {
    if (!analysis) throw new Error('The background was stopped in between.');
    if (others.length > 0) waiting.set(name, others);
    else waiting.delete(name);
    return { analysis, rest: others.length > 0 ? name : null };
  };
  return {
    first: (analysis: Analysis) => hand(crypto.randomUUID(), portionsOf(analysis)),
    next: (name: string) => hand(name, waiting.get(name) ?? []),
  };
}

function portionsOf(analysis: Analysis): Analysis[] {
  const verdicts = Object.entries(analysis.verdicts);
  const count = Math.max(1, Math.ceil(verdicts.length / AT_ONCE));
  return Array.from({ length: count }, (_, at) => ({
    ...analysis,
    verdicts: Object.fromEntries(verdicts.slice(at * AT_ONCE, (at + 1) * AT_ONCE)),
  }));
}

/** Has the background analyze a thread. Rejects where that was stopped meanwhile. */
export async function askAnalysis(thread: Thread, said: Corrections): Promise<Analysis> {
  let { analysis, rest } = await sendMessage('analyze', { thread, said });
  const whole = analysis;
  while (rest !== null) {
    ({ analysis, rest } = await sendMessage('analyzeOn', rest));
    Object.assign(whole.verdicts, analysis.verdicts);
  }
  return whole;
}
