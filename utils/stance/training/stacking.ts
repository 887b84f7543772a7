import { classify, columnsOf, type Node, startOf, type Talk, type Tree } from '../model/replyInference.ts';
import { wordsOf } from '../model/tokens.ts';
import { type LabelledThread, pairsOf } from './dataset.ts';
import { regressColumns } from './denseRegression.ts';
import { KNOWN, numberOf } from './labels.ts';

/** What a round of the tree believes of one comment. */
export interface Judged {
  opening: Float64Array;
  reply: Float64Array | null;
}

/** A labelled thread as the tree sees it, with probabilities from a model that did not see it. */
export interface Sample extends Talk {
  fold: number;
  opening: number[];
  reply: number[];
}

/**
 * `probability` gives the calibrated probabilities of a pair by its number; the pairs of all threads stand one after the other from `offset`.
 * `asking` gives how likely a thread's opening post asks openly.
 */
export function samplesOf(
  threads: readonly LabelledThread[],
  offset: number,
  foldOf: (thread: string) => number,
  probability: (row: number) => Float64Array,
  asking: (thread: LabelledThread) => number,
): Sample[] {
  let row = offset;
  return threads.map((thread) => {
    const number = new Map(thread.comments.map((comment, at) => [comment.id, at]));
    const authors = new Map<string, number>();
    const pairs = pairsOf(thread);
    let at = 0;
    const nodes = thread.comments.map((comment): Node => {
      const author = comment.author ? (authors.get(comment.author) ?? authors.size) : -1;
      if (comment.author) authors.set(comment.author, author);
      at++;
      const node = { parent: -1, author, size: wordsOf(comment.text).count, opening: probability(row++), reply: null, set: null };
      if (pairs[at]?.task !== 'reply') return node;
      at++;
      return { ...node, parent: number.get(comment.parent ?? '') ?? -1, reply: probability(row++) };
    });
    return {
      fold: foldOf(thread.thread),
      asking: asking(thread),
      nodes,
      opening: thread.comments.map((comment) => numberOf(comment.stance.op)),
      reply: thread.comments.map((comment) => numberOf(comment.stance.parent)),
    };
  });
}

const ROUNDS = 2;
const DECAY = 0.1;

/** Learns the rounds of the tree on all samples; each round is trained on beliefs from models of the round before that did not see the thread. */
export function learnTree(samples: readonly Sample[], folds: number): { tree: Tree; beliefs: Judged[][] } {
  const tree: Tree = [];
  let beliefs = samples.map((sample) => startOf(sample.nodes));
  let judged: Judged[][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const columns = samples.map((sample, at) => columnsOf(sample, beliefs[at] as Float64Array[]));
    judged = [];
    for (let fold = 0; fold < folds; fold++) {
      const { opening, reply } = learnRound(samples, columns, (sample) => sample.fold !== fold);
      samples.forEach((sample, at) => {
        if (sample.fold !== fold) return;
        judged[at] = (columns[at] as Float64Array[]).map((row, node) => ({
          opening: classify(row, opening),
          reply: sample.nodes[node]?.reply ? classify(row, reply) : null,
        }));
      });
    }
    beliefs = judged.map((list) => list.map((belief) => belief.opening));
    tree.push(learnRound(samples, columns, () => true));
  }
  return { tree, beliefs: judged };
}

function learnRound(samples: readonly Sample[], columns: Float64Array[][], included: (sample: Sample) => boolean): Tree[number] {
  const chosen = (task: 'opening' | 'reply') =>
    samples.flatMap((sample, at) =>
      included(sample)
        ? sample.nodes.flatMap((node, n) =>
            task === 'opening' || node.reply ? [{ row: columns[at]?.[n] as Float64Array, label: sample[task][n] as number }] : [],
          )
        : [],
    );
  const weights = (task: 'opening' | 'reply') => regressColumns(chosen(task), KNOWN.length, DECAY);
  return { opening: weights('opening'), reply: weights('reply') };
}
