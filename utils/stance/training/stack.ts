import { type Belief, COLUMNS, classify, columnsOf, type Node, startOf, type Tree } from '../tree.ts';
import { wordsOf } from '../words.ts';
import { KNOWN, numberOf } from './labels.ts';
import { regress } from './regress.ts';
import { type LabelledThread, pairsOf } from './rows.ts';

/** A labelled thread as the tree sees it, with probabilities from a model that did not see it. */
export interface Sample {
  fold: number;
  nodes: Node[];
  opening: number[];
  reply: number[];
}

/** `probability` gives the calibrated probabilities of a pair by its number; the pairs of all threads stand one after the other from `offset`. */
export function samplesOf(
  threads: readonly LabelledThread[],
  offset: number,
  foldOf: (thread: string) => number,
  probability: (row: number) => Float64Array,
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
      nodes,
      opening: thread.comments.map((comment) => numberOf(comment.stance.op)),
      reply: thread.comments.map((comment) => numberOf(comment.stance.parent)),
    };
  });
}

const ROUNDS = 2;

/** Learns the rounds of the tree on all samples; each round is trained on beliefs from models of the round before that did not see the thread. */
export function learnTree(samples: readonly Sample[], folds: number): { tree: Tree; beliefs: Belief[][] } {
  const tree: Tree = [];
  let beliefs = samples.map((sample) => startOf(sample.nodes));
  let judged: Belief[][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const columns = samples.map((sample, at) => columnsOf(sample.nodes, beliefs[at] as Float64Array[]));
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
  return { opening: learnWeights(chosen('opening')), reply: learnWeights(chosen('reply')) };
}

/** Multinomial regression on columns brought to mean 0 and spread 1, the scaling then put into the weights. */
function learnWeights(list: { row: Float64Array; label: number }[]): number[] {
  const width = COLUMNS;
  const mean = new Float64Array(width);
  const spread = new Float64Array(width);
  for (const { row } of list) for (let c = 0; c < width; c++) mean[c] = (mean[c] as number) + (row[c] as number) / list.length;
  for (const { row } of list)
    for (let c = 0; c < width; c++) spread[c] = (spread[c] as number) + ((row[c] as number) - (mean[c] as number)) ** 2 / list.length;
  const value = new Float32Array(list.length * width);
  const index = new Int32Array(list.length * width);
  const truth = new Float32Array(list.length * KNOWN.length);
  const scale = spread.map((one) => 1 / (Math.sqrt(one) + 1e-6));
  list.forEach(({ row, label }, at) => {
    for (let c = 0; c < width; c++) {
      index[at * width + c] = c;
      value[at * width + c] = c === 0 ? 3 : ((row[c] as number) - (mean[c] as number)) * Math.min(scale[c] as number, 1e3);
    }
    truth[at * KNOWN.length + label] = 1;
  });
  const from = Int32Array.from({ length: list.length + 1 }, (_, at) => at * width);
  const weight = new Float32Array(list.length).fill(1);
  const learned = regress({ from, index, value, truth, weight }, width, KNOWN.length, { decay: 0.015, rounds: 60 });
  const weights = new Array<number>(width * KNOWN.length).fill(0);
  for (let k = 0; k < KNOWN.length; k++) {
    weights[k] = 3 * (learned[k] as number);
    for (let c = 1; c < width; c++) {
      const one = (learned[c * KNOWN.length + k] as number) * Math.min(scale[c] as number, 1e3);
      weights[c * KNOWN.length + k] = one;
      weights[k] = (weights[k] as number) - one * (mean[c] as number);
    }
  }
  return weights;
}
