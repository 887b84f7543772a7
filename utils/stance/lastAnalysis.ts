import type { Thread } from '../thread/index.ts';
import type { AnalyzeOptions, Model } from './model.ts';
import type { RawAnalysis } from './verdict.ts';

/** A model's last word on a thread. */
export async function lastAnalysis(model: Model, thread: Thread, options?: AnalyzeOptions): Promise<RawAnalysis> {
  let last: RawAnalysis | undefined;
  for await (const analysis of model.analyze(thread, options)) last = analysis;
  if (!last) throw new Error('The model gave no answer.');
  return last;
}
