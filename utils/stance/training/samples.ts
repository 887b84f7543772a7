import { CLASS_COUNT, type ReplyNode } from '../inference/replyGraph.ts';
import { wordCount } from '../inference/wordCount.ts';
import { askingOf } from '../openQuestion.ts';
import type { LabelledComment, LabelledThread } from './dataset.ts';
import type { Sample } from './fitInference.ts';
import { foldOf } from './holdOut.ts';
import { numberOf } from './labels.ts';

/** The folds within what is kept aside: what is fitted after the encoder is judged on the fold that it was not fitted on. */
export const FOLDS = 4;

/** Whether a labelled comment answers another comment, whose words are known. */
export const isReply = (thread: LabelledThread, { parent, parent_text }: LabelledComment): boolean =>
  Boolean(parent && parent_text && parent_text !== thread.op);

/**
 * Labelled threads with the encoder's logits: `logits` holds `2 × CLASS_COUNT` numbers a comment (opening, parent), comments of all
 * threads one after the other.
 */
export function samplesOf(threads: readonly LabelledThread[], logits: ArrayLike<number>, asking: readonly number[]): Sample[] {
  let row = 0;
  return threads.map((thread): Sample => {
    const indices = new Map(thread.comments.map((comment, index) => [String(comment.id), index]));
    const authors = new Map<string, number>();
    const authorOf = (name: string | null | undefined) => {
      if (!name) return -1;
      if (!authors.has(name)) authors.set(name, authors.size);
      return authors.get(name) as number;
    };
    return {
      thread: thread.thread,
      fold: Math.floor(foldOf(thread.thread, 5 * FOLDS) / 5),
      asking: askingOf(asking, thread.title, thread.op),
      nodes: thread.comments.map(
        (comment): ReplyNode => ({
          parent: isReply(thread, comment) ? (indices.get(String(comment.parent)) ?? -1) : -1,
          author: authorOf(comment.author),
          wordCount: wordCount(comment.text),
          towardsOpening: null,
          towardsParent: null,
          fixedTo: null,
        }),
      ),
      logits: thread.comments.map((comment) => {
        const part = (from: number) => Array.from({ length: CLASS_COUNT }, (_, k) => logits[from + k] as number);
        const from = 2 * CLASS_COUNT * row++;
        return { opening: part(from), parent: isReply(thread, comment) ? part(from + CLASS_COUNT) : null };
      }),
      truth: thread.comments.map(({ stance }) => ({
        opening: numberOf(stance.op),
        parent: numberOf(stance.parent),
        sure: stance.sure !== 0,
      })),
    };
  });
}
