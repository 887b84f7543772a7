import { BITS, type Task } from '../features.ts';
import { mark } from '../language.ts';
import { type Calibration, calibrate, type Header, KNOWN_BYTES, largest } from '../model.ts';
import { infer, type Node, type Tree } from '../tree.ts';
import type { Stance } from '../verdict.ts';
import { wordsOf } from '../words.ts';
import { calibrationOf } from './calibrate.ts';
import { type Rows, regress, scoreRow } from './regress.ts';
import { type LabelledThread, type Pair, pairsOf } from './rows.ts';
import { pack } from './sparse.ts';
import { tenthOf } from './split.ts';
import { type Judged, thresholdsOf } from './thresholds.ts';
import { bytesOf } from './write.ts';

/** The stances the model knows; a mixed comment counts as neutral in training. */
export const KNOWN: Stance[] = ['support', 'oppose', 'neutral', 'question'];
export const numberOf = (stance: Stance): number => Math.max(KNOWN.indexOf(stance === 'mixed' ? 'neutral' : stance), 0);

/** How much one row of each set counts: replies and whole threads are what the reader sees. */
export const SETS: Record<string, number> = { threads: 1, debagreement: 1, iac_v1_qr: 0.5, cmv_modes: 0.5, rumoureval19: 0.3, aitah: 0.3 };

const FOLDS = 4;
const foldOf = (thread: string) => (tenthOf(thread) - 2) % FOLDS;

/**
 * Trains the model on pairs and threads none of which is kept aside, and returns its file. What is chosen after the weights
 * (calibration, trust in the words, thresholds) is chosen on scores from models that did not see the thread in question.
 */
export function make(name: string, others: readonly Pair[], threads: readonly LabelledThread[], say: (line: string) => void): Uint8Array {
  const pairs = [...others, ...threads.flatMap(pairsOf)];
  const rows = rowsOf(pairs);
  say(`${pairs.length} pairs, ${rows.index.length} features`);
  const scores = pairs.map(() => new Float64Array(KNOWN.length));
  for (let fold = 0; fold < FOLDS; fold++) {
    const weight = rows.weight.map((one, row) => (foldOf((pairs[row] as Pair).thread) === fold ? 0 : one));
    const weights = regress({ ...rows, weight }, 1 << BITS, KNOWN.length, { decay: 1e-3 });
    pairs.forEach((pair, row) => {
      if (foldOf(pair.thread) === fold) scoreRow(rows, row, weights, scores[row] as Float64Array);
    });
    say(`fold ${fold + 1} of ${FOLDS} fitted`);
  }
  const calibrationFor = (task: Task): Calibration =>
    calibrationOf(
      pairs.flatMap((pair, row) =>
        pair.task === task && trusted.has(pair.source)
          ? [{ scores: scores[row] as Float64Array, truth: numberOf(pair.label), weight: 1 }]
          : [],
      ),
      KNOWN.length,
    );
  const calibration = { opening: calibrationFor('opening'), reply: calibrationFor('reply') };
  const probability = (row: number) => calibrate((scores[row] as Float64Array).slice(), calibration[(pairs[row] as Pair).task]);
  const samples = samplesOf(threads, others.length, probability);
  const tree = treeOf(samples);
  say(`trust in the words: towards the opening ${tree.trust.opening}, towards the parent ${tree.trust.reply}`);
  const thresholds = thresholdsOf(judge(samples, tree));
  const weights = regress(rows, 1 << BITS, KNOWN.length, { decay: 1e-3 });
  let most = 0;
  for (const weight of weights) most = Math.max(most, Math.abs(weight));
  const header: Header = { name, stances: KNOWN, bits: BITS, most, calibration, tree, thresholds };
  return bytesOf(header, knownWords(pairs), weights);
}

const trusted = new Set(['threads', 'debagreement']);

/** Packs the pairs; within each set and task rarer labels count more (by the root of their rarity), and sets count as `SETS` says. */
function rowsOf(pairs: readonly Pair[]): Rows {
  const counts = new Map<string, number[]>();
  const group = (pair: Pair) => `${pair.source} ${pair.task}`;
  for (const pair of pairs) {
    const count = counts.get(group(pair)) ?? KNOWN.map(() => 0);
    count[numberOf(pair.label)] = (count[numberOf(pair.label)] as number) + 1;
    counts.set(group(pair), count);
  }
  const truth = new Float32Array(pairs.length * KNOWN.length);
  const weight = new Float32Array(pairs.length);
  pairs.forEach((pair, row) => {
    const label = numberOf(pair.label);
    const count = counts.get(group(pair)) as number[];
    const even = count.reduce((a, b) => a + b) / count.filter((one) => one > 0).length;
    truth[row * KNOWN.length + label] = 1;
    weight[row] = (SETS[pair.source] ?? 0) * Math.sqrt(even / (count[label] as number));
  });
  return { ...pack(pairs), truth, weight };
}

/** A labelled thread as the tree sees it, with scores from a model that did not see it. */
interface Sample {
  nodes: Node[];
  opening: number[];
  reply: number[];
}

function samplesOf(threads: readonly LabelledThread[], offset: number, probability: (row: number) => Float64Array): Sample[] {
  let row = offset;
  return threads.map((thread) => {
    const number = new Map(thread.comments.map((comment, at) => [comment.id, at]));
    const pairs = pairsOf(thread);
    let at = 0;
    const nodes = thread.comments.map((comment) => {
      at++;
      const opening = probability(row++);
      if (pairs[at]?.task !== 'reply') return { parent: -1, opening, reply: null };
      at++;
      return { parent: number.get(comment.parent ?? '') ?? -1, opening, reply: probability(row++) };
    });
    return {
      nodes,
      opening: thread.comments.map((comment) => numberOf(comment.stance.op)),
      reply: thread.comments.map((comment) => numberOf(comment.stance.parent)),
    };
  });
}

/** Counts how stances go together along the tree, then tries how far the words are to be trusted beside that. */
function treeOf(samples: readonly Sample[]): Tree {
  const size = KNOWN.length;
  const count = KNOWN.map(() => KNOWN.map(() => KNOWN.map(() => 0.5)));
  const common = { opening: KNOWN.map(() => 1), reply: KNOWN.map(() => 1) };
  const raise = (list: number[], at: number) => {
    list[at] = (list[at] as number) + 1;
  };
  for (const { nodes, opening, reply } of samples)
    nodes.forEach((node, at) => {
      if (node.parent < 0) return;
      const [p, r, c] = [opening[node.parent] as number, reply[at] as number, opening[at] as number];
      raise(count[p]?.[r] as number[], c);
      raise(common.opening, c);
      raise(common.reply, r);
    });
  const share = (list: number[]) => list.map((one) => one / list.reduce((a, b) => a + b));
  const step = count.map((table) => {
    const total = table.flat().reduce((a, b) => a + b);
    return table.map((line) => line.map((one) => one / total));
  });
  const shares = { opening: share(common.opening), reply: share(common.reply) };
  let best: { tree: Tree; loss: number } | null = null;
  for (const opening of [0.25, 0.5, 0.75, 1])
    for (const reply of [0.25, 0.5, 0.75, 1]) {
      const tree = { step, common: shares, trust: { opening, reply } };
      const loss = judge(samples, tree).reduce((sum, one) => sum - Math.log(Math.max(one.probabilities[one.truth] as number, 1e-6)), 0);
      if (!best || loss < best.loss) best = { tree, loss };
    }
  if (!best || size === 0) throw new Error('There is no thread to learn from.');
  return best.tree;
}

function judge(samples: readonly Sample[], tree: Tree): Judged[] {
  return samples.flatMap(({ nodes, opening, reply }) =>
    infer(nodes, tree).flatMap((belief, at) => [
      { probabilities: belief.opening, truth: opening[at] as number, best: largest(belief.opening) },
      ...(belief.reply ? [{ probabilities: belief.reply, truth: reply[at] as number, best: largest(belief.reply) }] : []),
    ]),
  );
}

/** The bitmap of the words that stand in at least ten of the texts. */
function knownWords(pairs: readonly Pair[]): Uint8Array {
  const seen = new Map<number, number>();
  for (const { text } of pairs) for (const hash of new Set(wordsOf(text).hash)) seen.set(hash, (seen.get(hash) ?? 0) + 1);
  const known = new Uint8Array(KNOWN_BYTES);
  for (const [hash, texts] of seen) if (texts >= 10) mark(known, hash);
  return known;
}
