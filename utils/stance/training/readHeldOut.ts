import { pairPostOf, postTextOf } from '../postText.ts';
import type { Parts } from '../transformer/transformer.ts';
import { type LabelledThread, type Pair, readPairs, readThreads } from './dataset.ts';
import { isHeldOut } from './holdOut.ts';
import { isReply } from './samples.ts';

/** What is kept aside of our own threads. */
export const heldOutThreads = (folder: string): LabelledThread[] => readThreads(folder).filter(({ thread }) => isHeldOut(thread));
/** The pairs kept aside of the public set of replies. */
export const heldOutPairs = (folder: string): Pair[] => readPairs(folder, 'debagreement').filter(({ thread }) => isHeldOut(thread));

/** Marks the place of a link post's missing text in the labelled threads. */
export const textOf = (thread: LabelledThread): string => (thread.op.startsWith('(link post') ? '' : thread.op);

/** The encoder's inputs of all comments of threads, in order. */
export const threadInputs = ({ inputOf }: Parts, threads: readonly LabelledThread[]) =>
  threads.flatMap((thread) => {
    const post = postTextOf(thread.title, textOf(thread));
    return thread.comments.map((comment) =>
      inputOf({ post, parent: isReply(thread, comment) ? (comment.parent_text ?? '') : '', comment: comment.text }),
    );
  });

/** The encoder's inputs of pairs, in order. */
export const pairInputs = ({ inputOf }: Parts, pairs: readonly Pair[]) =>
  pairs.map(({ about, target, text }) => inputOf({ post: pairPostOf(about ?? ''), parent: target, comment: text }));

/** Eight logits an input, opening before parent; the parent's are 0 where the opening post is answered. Tells how far it is. */
export async function logitsOf(
  { encoder }: Parts,
  inputs: Parameters<Parts['encoder']['run']>[0],
  say: (done: number, of: number) => void = () => {},
): Promise<Float64Array> {
  const logits = new Float64Array(8 * inputs.length);
  let done = 0;
  for await (const { index, opening, parent } of encoder.run(inputs)) {
    logits.set(opening, 8 * index);
    if (parent) logits.set(parent, 8 * index + 4);
    if (++done % 200 === 0) say(done, inputs.length);
  }
  return logits;
}
