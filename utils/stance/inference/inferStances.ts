import { softmax } from './calibrate.ts';
import { AUTHOR_COLUMNS, featureRows } from './featureRows.ts';
import { CLASS_COUNT, type ReplyGraph, type ReplyNode } from './replyGraph.ts';

/** Per round, `ROW_WIDTH × CLASS_COUNT` weights for each target, learned on labelled threads. */
export type InferenceRound = { opening: number[]; parent: number[] };

/**
 * How much a comment's own words weigh beside what is inferred from the thread, which has heard them too. Chosen on the folds: half shows
 * fewer sides towards the comment answered (.29 of them against .30), a quarter fewer towards the opening post (.10 against .13).
 */
const WORDS_SHARE = { opening: 0.5, parent: 0.25 };

/** What a comment is believed to think: probabilities in the order of `CLASSES`. */
export interface Belief {
  opening: Float64Array;
  parent: Float64Array | null;
  /** Towards the opening post, were it not for the author's other comments. */
  withoutAuthor: Float64Array;
}

/** From which probability on what a comment says by itself is plain, one a class: the rest of the thread may strengthen it, not weaken it. */
export type Plain = { opening: readonly number[]; parent: readonly number[] };

/** Where inference starts: the words alone, nothing known of a comment that was not analysed, certainty where the reader spoke. */
export const startOf = (nodes: readonly ReplyNode[]): Float64Array[] =>
  nodes.map(({ fixedTo, towardsOpening }) =>
    fixedTo === null ? (towardsOpening ?? new Float64Array(CLASS_COUNT).fill(1 / CLASS_COUNT)) : certain(fixedTo),
  );

const certain = (stance: number): Float64Array => Float64Array.from({ length: CLASS_COUNT }, (_, k) => (k === stance ? 0.97 : 0.01));

/**
 * What every comment is believed to think, from all words and from who answers whom: rounds of stacked classification in which the
 * beliefs of one round are evidence in the next (Wolpert 1992; Cohen & Carvalho 2005, "Stacked Sequential Learning"). What is plain by
 * itself stays. Time linear in the thread.
 */
export function inferStances(graph: ReplyGraph, rounds: readonly InferenceRound[], plain: Plain): Belief[] {
  const { nodes } = graph;
  let beliefs = startOf(nodes);
  let withoutAuthor = beliefs;
  let parents: (Float64Array | null)[] = nodes.map((node) => node.towardsParent);
  for (const round of rounds) {
    const rows = featureRows(graph, beliefs);
    if (round === rounds.at(-1)) withoutAuthor = inferRound(nodes, rows.map(blankAuthor), round, plain).beliefs;
    ({ beliefs, parents } = inferRound(nodes, rows, round, plain));
  }
  return beliefs.map((opening, index) => ({
    opening,
    parent: parents[index] ?? null,
    withoutAuthor: withoutAuthor[index] as Float64Array,
  }));
}

/** One round: what follows from each comment's row of features. */
export function inferRound(nodes: readonly ReplyNode[], rows: readonly Float64Array[], round: InferenceRound, plain: Plain) {
  return {
    beliefs: nodes.map((node, index) => believed(node, classify(rows[index] as Float64Array, round.opening), plain.opening)),
    parents: nodes.map(
      ({ towardsParent }, index) =>
        towardsParent && strengthened(towardsParent, classify(rows[index] as Float64Array, round.parent), plain.parent, WORDS_SHARE.parent),
    ),
  };
}

function believed({ fixedTo, towardsOpening }: ReplyNode, inferred: Float64Array, plain: readonly number[]): Float64Array {
  if (fixedTo !== null) return certain(fixedTo);
  return towardsOpening ? strengthened(towardsOpening, inferred, plain, WORDS_SHARE.opening) : inferred;
}

/**
 * Between a comment's own words and what is inferred from the thread (their geometric mean, the words' weight being `share`): of what is
 * surest, the words alone are the better judge. Where the words are plain and this would weaken them, the words.
 */
function strengthened(own: Float64Array, inferred: Float64Array, plain: readonly number[], share: number): Float64Array {
  const joint = softmax(own.map((probability, k) => share * logOf(probability) + (1 - share) * logOf(inferred[k] as number)));
  const stance = own.findIndex((probability, k) => probability >= (plain[k] as number));
  return stance >= 0 && (own[stance] as number) > (joint[stance] as number) ? own : joint;
}

const logOf = (probability: number) => Math.log(Math.max(probability, 1e-4));
const blankAuthor = (row: Float64Array) => row.slice().fill(0, AUTHOR_COLUMNS.from, AUTHOR_COLUMNS.to);

/** Softmax of a row times `ROW_WIDTH × CLASS_COUNT` weights. */
function classify(row: Float64Array, weights: readonly number[]): Float64Array {
  const scores = new Float64Array(CLASS_COUNT);
  for (let column = 0; column < row.length; column++) {
    const value = row[column] as number;
    if (value === 0) continue;
    for (let k = 0; k < CLASS_COUNT; k++) scores[k] = (scores[k] as number) + value * (weights[column * CLASS_COUNT + k] as number);
  }
  return softmax(scores);
}
