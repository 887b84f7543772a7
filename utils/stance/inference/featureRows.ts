import { CLASS_COUNT, depthsOf, pairOf, type ReplyGraph, type ReplyNode } from './replyGraph.ts';

/**
 * The row of a comment, in this order; the weights in the model's file rely on it.
 *
 * | columns | width | what |
 * |---|---|---|
 * | 0 | 1 | always 1 |
 * | 1–8 | 4 + 4 | log probabilities by its own words, towards the opening post and the parent |
 * | 9–24 | 16 | what the parent is believed to think × how the comment stands towards it |
 * | 25–28 | 4 | what the parent is believed to think |
 * | 29–32 | 4 | has a parent; fewer than 8, fewer than 20, more than 100 words |
 * | 33–40 | 4 + 4 | the thread's mean, by words and as believed |
 * | 41–45 | 4 + 1 | what the author's other comments are believed to think; whether there are any |
 * | 46–59 | 1 + 4 + 4 + 4 + 1 | a quarrel of two: whether, what the comment two above is believed to think, its words towards its parent; the parent's words towards its own, and whether there are any |
 * | 60–76 | 16 + 1 | what its answers think × how they stand towards it; how many there are |
 * | 77–78 | 2 | how likely the post asks openly, as probability and log odds |
 * | 79–82 | 4 | depth 1, 2, more; depth / 6 |
 * | 83–88 | 4 + 2 | what the two authors say to each other elsewhere, how often; whether it answers its own author |
 */
export const ROW_WIDTH = 1 + 8 + 16 + 4 + 4 + 8 + 5 + 14 + 17 + 2 + 4 + 6;
/** Where the columns on the author's other comments begin and end. */
export const AUTHOR_COLUMNS = { from: 41, to: 46 };

const NOTHING = [0, 0, 0, 0];
const logOf = (probability: number) => Math.log(Math.max(probability, 1e-3));
const add = (sum: Float64Array, more: Float64Array) => {
  for (let k = 0; k < CLASS_COUNT; k++) sum[k] = (sum[k] as number) + (more[k] as number);
};

/** What bears on each comment, one row a comment; `beliefs` are what all are believed to think so far. Time and space linear in the thread. */
export function featureRows({ nodes, asking }: ReplyGraph, beliefs: readonly Float64Array[]): Float64Array[] {
  const odds = Math.log(Math.max(asking, 0.02) / Math.max(1 - asking, 0.02));
  const { wordsMean, mean, authors, exchanges, answers } = sumsOf(nodes, beliefs);
  const depths = depthsOf(nodes);
  return nodes.map((node, index) => {
    const parent = nodes[node.parent];
    const parentBelief = beliefs[node.parent];
    const belief = beliefs[index] as Float64Array;
    const depth = depths[index] as number;
    const row: number[] = [1];
    row.push(...(node.towardsOpening ? Array.from(node.towardsOpening, logOf) : NOTHING));
    row.push(...(node.towardsParent ? Array.from(node.towardsParent, logOf) : NOTHING));
    for (let p = 0; p < CLASS_COUNT; p++)
      for (let r = 0; r < CLASS_COUNT; r++)
        row.push(parentBelief && node.towardsParent ? (parentBelief[p] as number) * (node.towardsParent[r] as number) : 0);
    row.push(...(parentBelief ?? NOTHING));
    row.push(parent ? 1 : 0, node.wordCount < 8 ? 1 : 0, node.wordCount < 20 ? 1 : 0, node.wordCount > 100 ? 1 : 0);
    row.push(...wordsMean, ...mean);
    const author = authors.get(node.author);
    const others = author ? author.comments - 1 : 0;
    for (let k = 0; k < CLASS_COUNT; k++) row.push(others > 0 ? ((author?.sum[k] as number) - (belief[k] as number)) / (others + 1) : 0);
    row.push(others > 0 ? 1 : 0);
    // A quarrel of two: the comment answers somebody who answered the same author.
    const back = parent && node.author >= 0 && nodes[parent.parent]?.author === node.author ? parent.parent : -1;
    row.push(back >= 0 ? 1 : 0, ...(beliefs[back] ?? NOTHING), ...(nodes[back]?.towardsParent ?? NOTHING));
    row.push(...(parent?.towardsParent ?? NOTHING), parent?.towardsParent ? 1 : 0);
    const below = answers[index] as Float64Array;
    const count = below[16] as number;
    for (let entry = 0; entry < 16; entry++) row.push((below[entry] as number) / (count + 0.5));
    row.push(Math.min(count, 4) / 4, asking, odds);
    row.push(depth === 1 ? 1 : 0, depth === 2 ? 1 : 0, depth > 2 ? 1 : 0, Math.min(depth, 6) / 6);
    const exchange = exchanges.get(pairOf(nodes, node) ?? -1);
    const elsewhere = exchange ? exchange.answers - 1 : 0;
    for (let k = 0; k < CLASS_COUNT; k++)
      row.push(exchange && node.towardsParent ? ((exchange.sum[k] as number) - (node.towardsParent[k] as number)) / (elsewhere + 1) : 0);
    row.push(Math.min(elsewhere, 4) / 4, parent && node.author >= 0 && parent.author === node.author ? 1 : 0);
    return Float64Array.from(row);
  });
}

/** What is summed up over the whole thread before any row can be written. */
function sumsOf(nodes: readonly ReplyNode[], beliefs: readonly Float64Array[]) {
  const mean = new Float64Array(CLASS_COUNT);
  const wordsMean = new Float64Array(CLASS_COUNT);
  const authors = new Map<number, { sum: Float64Array; comments: number }>();
  const exchanges = new Map<number, { sum: Float64Array; answers: number }>();
  /** Per comment 16 sums of belief × stance of its answers, and how many there are. */
  const answers = nodes.map(() => new Float64Array(17));
  const even = new Float64Array(CLASS_COUNT).fill(1 / CLASS_COUNT);
  nodes.forEach((node, index) => {
    const belief = beliefs[index] as Float64Array;
    const own = node.towardsOpening ?? even;
    add(
      mean,
      belief.map((one) => one / nodes.length),
    );
    add(
      wordsMean,
      own.map((one) => one / nodes.length),
    );
    if (node.author >= 0) {
      const author = authors.get(node.author) ?? { sum: new Float64Array(CLASS_COUNT), comments: 0 };
      author.comments++;
      add(author.sum, belief);
      authors.set(node.author, author);
    }
    const above = answers[node.parent];
    if (!above || !node.towardsParent) return;
    const pair = pairOf(nodes, node);
    if (pair !== null) {
      const exchange = exchanges.get(pair) ?? { sum: new Float64Array(CLASS_COUNT), answers: 0 };
      exchange.answers++;
      add(exchange.sum, node.towardsParent);
      exchanges.set(pair, exchange);
    }
    for (let p = 0; p < CLASS_COUNT; p++)
      for (let r = 0; r < CLASS_COUNT; r++)
        above[p * CLASS_COUNT + r] = (above[p * CLASS_COUNT + r] as number) + (belief[p] as number) * (node.towardsParent[r] as number);
    above[16] = (above[16] as number) + 1;
  });
  return { mean, wordsMean, authors, exchanges, answers };
}
