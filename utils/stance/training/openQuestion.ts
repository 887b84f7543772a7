import { askingColumns } from '../openQuestion.ts';
import type { LabelledThread } from './dataset.ts';
import { regressColumns } from './denseRegression.ts';

/** Whether a careful reader found nothing in the opening post to agree or disagree with. */
const asksOpenly = (thread: LabelledThread) => /^none\b/i.test(thread.proposition.trim());

/** The weights of `askingOf`, one a column. */
export function learnAsking(threads: readonly LabelledThread[]): number[] {
  const list = threads.map((thread) => ({ row: askingColumns(thread.title, thread.op), label: asksOpenly(thread) ? 1 : 0 }));
  const weights = regressColumns(list, 2, 0.2);
  return Array.from({ length: weights.length / 2 }, (_, column) => (weights[column * 2 + 1] as number) - (weights[column * 2] as number));
}
