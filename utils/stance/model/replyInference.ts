/** One comment as the tree sees it. Probabilities are in the model's order: support, oppose, neutral, question. */
export interface Node {
  /** Number of the comment this one answers; −1 where it answers the opening post. */
  parent: number;
  /** Equal for comments of one author; −1 where the page does not say. */
  author: number;
  /** How many words it has. */
  size: number;
  /** From the words alone, towards the opening post and towards the parent (where there is one); `null` where skipped. */
  opening: Float64Array | null;
  reply: Float64Array | null;
  /** Number of the stance the reader set. */
  set: number | null;
}

/** The comments of one thread, and how likely its opening post asks openly (0…1). */
export interface Talk {
  nodes: readonly Node[];
  asking: number;
}

/** Per round, `columns × stances` weights for each target, learned on labelled threads. */
export type Tree = { opening: number[]; reply: number[] }[];

export interface Belief {
  opening: Float64Array;
  reply: Float64Array | null;
  /** Towards the opening post, were it not for the author's other comments. */
  apart: Float64Array;
}

const STANCES = 4;
const logOf = (probability: number) => Math.log(Math.max(probability, 1e-3));

/** Where the columns of the author's other comments stand. */
const AUTHOR = { from: 1 + 8 + 16 + 4 + 4 + 8, to: 1 + 8 + 16 + 4 + 4 + 8 + 5 };

/**
 * What bears on each comment, one row of columns per comment: its words, its relation to the parent times what the parent is
 * believed to think, what its answers say and think, its author's other comments, the thread's mean, whether the post
 * asks openly, how deep the comment stands, and what the two authors say to each other elsewhere in the thread.
 * Takes time and space linear in the thread.
 */
export function columnsOf({ nodes, asking }: Talk, beliefs: readonly Float64Array[]): Float64Array[] {
  const odds = Math.log(Math.max(asking, 0.02) / Math.max(1 - asking, 0.02));
  const mean = new Float64Array(STANCES);
  const wordsMean = new Float64Array(STANCES);
  const authors = new Map<number, { sum: Float64Array; comments: number }>();
  const exchanges = new Map<number, { sum: Float64Array; answers: number }>();
  const answers = nodes.map(() => new Float64Array(17));
  nodes.forEach((node, at) => {
    const belief = beliefs[at] as Float64Array;
    const author = authors.get(node.author) ?? { sum: new Float64Array(STANCES), comments: 0 };
    author.comments++;
    for (let k = 0; k < STANCES; k++) {
      mean[k] = (mean[k] as number) + (belief[k] as number) / nodes.length;
      wordsMean[k] = (wordsMean[k] as number) + (node.opening ? (node.opening[k] as number) : 1 / STANCES) / nodes.length;
      author.sum[k] = (author.sum[k] as number) + (belief[k] as number);
    }
    if (node.author >= 0) authors.set(node.author, author);
    const above = answers[node.parent];
    if (!above || !node.reply) return;
    const pair = pairOf(nodes, node);
    if (pair !== null) {
      const exchange = exchanges.get(pair) ?? { sum: new Float64Array(STANCES), answers: 0 };
      exchange.answers++;
      for (let k = 0; k < STANCES; k++) exchange.sum[k] = (exchange.sum[k] as number) + (node.reply[k] as number);
      exchanges.set(pair, exchange);
    }
    for (let p = 0; p < STANCES; p++)
      for (let r = 0; r < STANCES; r++)
        above[p * STANCES + r] = (above[p * STANCES + r] as number) + (belief[p] as number) * (node.reply[r] as number);
    above[16] = (above[16] as number) + 1;
  });
  const depths = depthsOf(nodes);
  return nodes.map((node, at) => {
    const depth = depths[at] as number;
    const row: number[] = [1];
    const parent = nodes[node.parent];
    const parentBelief = beliefs[node.parent];
    const zeros = [0, 0, 0, 0];
    row.push(...(node.opening ? Array.from(node.opening, logOf) : zeros));
    row.push(...(node.reply ? Array.from(node.reply, logOf) : zeros));
    for (let p = 0; p < STANCES; p++)
      for (let r = 0; r < STANCES; r++) row.push(parentBelief && node.reply ? (parentBelief[p] as number) * (node.reply[r] as number) : 0);
    row.push(...(parentBelief ?? zeros));
    row.push(parent ? 1 : 0, node.size < 8 ? 1 : 0, node.size < 20 ? 1 : 0, node.size > 100 ? 1 : 0);
    row.push(...wordsMean, ...mean);
    const author = authors.get(node.author);
    const others = author ? author.comments - 1 : 0;
    const belief = beliefs[at] as Float64Array;
    for (let k = 0; k < STANCES; k++) row.push(others > 0 ? ((author?.sum[k] as number) - (belief[k] as number)) / (others + 1) : 0);
    row.push(others > 0 ? 1 : 0);
    // a quarrel of two: the comment answers somebody who answered the same author
    const back = parent && node.author >= 0 && nodes[parent.parent]?.author === node.author ? parent.parent : -1;
    row.push(
      back >= 0 ? 1 : 0,
      ...(beliefs[back] ?? zeros),
      ...(nodes[back]?.reply ?? zeros),
      ...(parent?.reply ?? zeros),
      parent?.reply ? 1 : 0,
    );
    const below = answers[at] as Float64Array;
    const count = below[16] as number;
    for (let entry = 0; entry < 16; entry++) row.push((below[entry] as number) / (count + 0.5));
    row.push(Math.min(count, 4) / 4, asking, odds);
    row.push(depth === 1 ? 1 : 0, depth === 2 ? 1 : 0, depth > 2 ? 1 : 0, Math.min(depth, 6) / 6);
    const exchange = exchanges.get(pairOf(nodes, node) ?? -1);
    const elsewhere = exchange ? exchange.answers - 1 : 0;
    for (let k = 0; k < STANCES; k++)
      row.push(exchange && node.reply ? ((exchange.sum[k] as number) - (node.reply[k] as number)) / (elsewhere + 1) : 0);
    row.push(Math.min(elsewhere, 4) / 4, parent && node.author >= 0 && parent.author === node.author ? 1 : 0);
    return Float64Array.from(row);
  });
}

/** A number for the two authors of an answer and of what it answers, whoever answers whom; `null` where they are not two known ones. */
function pairOf(nodes: readonly Node[], { author, parent }: Node): number | null {
  const other = nodes[parent]?.author ?? -1;
  if (author < 0 || other < 0 || author === other) return null;
  return Math.min(author, other) * nodes.length + Math.max(author, other);
}

/** How many comments stand above each one; where the page puts an answer before what it answers, one. */
function depthsOf(nodes: readonly Node[]): number[] {
  const depths: number[] = [];
  for (const { parent } of nodes) depths.push(parent < 0 ? 0 : (depths[parent] ?? 0) + 1);
  return depths;
}

/** Where a round of inference starts: the words alone, nothing known of an unread comment, certainty where the reader spoke. */
export const startOf = (nodes: readonly Node[]): Float64Array[] =>
  nodes.map((node) => (node.set === null ? (node.opening ?? new Float64Array(STANCES).fill(1 / STANCES)) : certain(node.set)));

export const certain = (stance: number): Float64Array => Float64Array.from({ length: STANCES }, (_, k) => (k === stance ? 0.97 : 0.01));

/**
 * What every comment is believed to think, from all words and the reply tree: rounds of stacked classification in which the
 * beliefs of one round are evidence in the next (Wolpert 1992; Cohen & Carvalho 2005, "Stacked Sequential Learning").
 */
export function infer(talk: Talk, tree: Tree): Belief[] {
  const { nodes } = talk;
  let beliefs = startOf(nodes);
  let apart = beliefs;
  let replies: (Float64Array | null)[] = [];
  for (const round of tree) {
    const columns = columnsOf(talk, beliefs);
    replies = columns.map((row, at) => (nodes[at]?.reply ? classify(row, round.reply) : null));
    if (round === tree.at(-1)) apart = columns.map((row) => classify(withoutAuthor(row), round.opening));
    beliefs = columns.map((row, at) => {
      const set = nodes[at]?.set ?? null;
      return set === null ? classify(row, round.opening) : certain(set);
    });
  }
  return beliefs.map((opening, at) => ({ opening, reply: replies[at] ?? null, apart: apart[at] as Float64Array }));
}

const withoutAuthor = (row: Float64Array) => row.slice().fill(0, AUTHOR.from, AUTHOR.to);

/** Softmax of a row of columns times `columns × stances` weights. */
export function classify(row: Float64Array, weights: readonly number[]): Float64Array {
  const scores = new Float64Array(STANCES);
  for (let column = 0; column < row.length; column++) {
    const value = row[column] as number;
    if (value !== 0)
      for (let k = 0; k < STANCES; k++) scores[k] = (scores[k] as number) + value * (weights[column * STANCES + k] as number);
  }
  const most = Math.max(...scores);
  let total = 0;
  for (let k = 0; k < STANCES; k++) total += scores[k] = Math.exp((scores[k] as number) - most);
  return scores.map((one) => one / total);
}
