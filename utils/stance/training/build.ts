import { calibrate, type Header, KNOWN_BYTES } from '../model/classifier.ts';
import { BITS, emptyFeatures } from '../model/features.ts';
import { mark } from '../model/language.ts';
import { wordsOf } from '../model/tokens.ts';
import { askingOf } from '../openQuestion.ts';
import { calibrationOf } from './calibrate.ts';
import { type Judged, leanOf, macroF1 } from './classBias.ts';
import { type LabelledThread, type Pair, pairsOf } from './dataset.ts';
import { tenthOf } from './holdOut.ts';
import { KNOWN, labelsOf, numberOf } from './labels.ts';
import { learnAsking } from './openQuestion.ts';
import { regress, scoreRow } from './regression.ts';
import { pack } from './sparseRows.ts';
import { learnTree, samplesOf } from './stacking.ts';
import { thresholdsOf } from './thresholds.ts';
import type { Answer } from './unlabelled.ts';
import { bodyFeatures, KINDS, learnKinds } from './weakLabels.ts';
import { bytesOf } from './writeModel.ts';

const FOLDS = 4;
const foldOf = (thread: string) => (tenthOf(thread) + 2) % FOLDS;
const SIZE = 1 << BITS;
const CLASSES = KNOWN.length;
/** How strongly a weak kind speaks as a feature of the labelled rows. */
const WEAK = 2;
/** The sets whose own shares of stances the probabilities are made true to. */
const TRUE_TO = new Set(['threads', 'debagreement']);

export interface Material {
  pairs: readonly Pair[];
  threads: readonly LabelledThread[];
  answers: AsyncIterable<Answer> | null;
}

/**
 * Trains the model and returns its file; none of the material may be kept aside. What is chosen after the weights (calibration,
 * tree, leans, thresholds) is chosen on scores from models that did not see the thread in question (four folds by thread).
 */
export async function make(
  name: string,
  { pairs: others, threads, answers }: Material,
  say: (line: string) => void,
  rounds = 40,
): Promise<Uint8Array> {
  const kinds = answers ? await learnKinds(answers, say) : new Float64Array(SIZE * KINDS.length);
  const pairs = [...others, ...threads.flatMap(pairsOf)];
  const sparse = pack(pairs, (features, pair) => {
    if (pair.task === 'remote') return;
    const own = bodyFeatures(scratch, pair.text, pair.target);
    const scores = new Float64Array(KINDS.length);
    for (let entry = 0; entry < own.count; entry++)
      for (let k = 0; k < KINDS.length; k++)
        scores[k] =
          (scores[k] as number) + (own.value[entry] as number) * (kinds[(own.index[entry] as number) * KINDS.length + k] as number);
    for (let k = 0; k < KINDS.length; k++) {
      features.index[features.count] = SIZE + k;
      features.value[features.count++] = WEAK * (scores[k] as number);
    }
  });
  const { truth, weight } = labelsOf(pairs);
  const rows = { ...sparse, truth, weight };
  say(`${pairs.length} labelled pairs, ${rows.index.length} features`);
  const learn = (included: (pair: Pair) => boolean) =>
    regress({ ...rows, weight: weight.map((one, row) => (included(pairs[row] as Pair) ? one : 0)) }, SIZE + KINDS.length, CLASSES, {
      decay: 1.5e-3,
      rounds,
    });

  const scores = pairs.map(() => new Float64Array(CLASSES));
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = learn((pair) => foldOf(pair.thread) !== fold);
    pairs.forEach((pair, row) => {
      if (foldOf(pair.thread) === fold) scoreRow(rows, row, weights, scores[row] as Float64Array);
    });
    say(`fold ${fold + 1} of ${FOLDS} fitted`);
  }
  const scored = (task: Pair['task']) =>
    pairs.flatMap((pair, row) =>
      pair.task === task && TRUE_TO.has(pair.source) ? [{ scores: scores[row] as Float64Array, truth: numberOf(pair.label) }] : [],
    );
  const calibration = {
    opening: calibrationOf(scored('opening'), CLASSES),
    reply: calibrationOf(scored('reply'), CLASSES),
    remote: calibrationOf(scored('remote'), CLASSES),
  };
  const probability = (row: number) => calibrate((scores[row] as Float64Array).slice(), calibration[(pairs[row] as Pair).task]);
  const realThreads = threads.filter((thread) => thread.kind !== 'plain');
  const asking = Array.from({ length: FOLDS }, (_, fold) => learnAsking(realThreads.filter((thread) => foldOf(thread.thread) !== fold)));
  const samples = samplesOf(threads, others.length, foldOf, probability, (thread) =>
    askingOf(asking[foldOf(thread.thread)] as number[], thread.title, thread.op),
  );
  const { tree, beliefs } = learnTree(samples, FOLDS);

  const pairJudged = pairs.flatMap((pair, row) =>
    pair.source === 'debagreement' ? [{ probabilities: probability(row), truth: numberOf(pair.label) }] : [],
  );
  // How sure is sure enough is settled on real threads: those of our own words are easier.
  const isReal = (at: number) => threads[at]?.kind !== 'plain';
  const opening = samples.flatMap((sample, at) =>
    (isReal(at) ? sample.opening : []).map((label, node) => ({
      probabilities: beliefs[at]?.[node]?.opening as Float64Array,
      truth: label,
    })),
  );
  const reply = samples.flatMap((sample, at) =>
    (isReal(at) ? sample.reply : []).flatMap((label, node): Judged[] => {
      const belief = beliefs[at]?.[node]?.reply;
      return belief ? [{ probabilities: belief, truth: label }] : [];
    }),
  );
  const lean = { pair: leanOf(pairJudged), opening: leanOf(opening), reply: leanOf(reply) };
  say(
    `macro-F1 on folds not seen: debagreement ${macroF1(pairJudged, lean.pair).toFixed(3)}, opening ${macroF1(opening, lean.opening).toFixed(3)}, parent ${macroF1(reply, lean.reply).toFixed(3)}`,
  );
  const thresholds = {
    pair: thresholdsOf(pairJudged, 0.03),
    opening: thresholdsOf(opening, 0.05),
    reply: thresholdsOf(reply, 0.03),
  };

  const learned = learn(() => true);
  const weights = merged(learned, kinds);
  let most = 0;
  for (const one of weights) most = Math.max(most, Math.abs(one));
  const header: Header = { name, stances: KNOWN, bits: BITS, most, calibration, asking: learnAsking(realThreads), tree, lean, thresholds };
  return bytesOf(header, knownWords(pairs), weights);
}

const scratch = emptyFeatures();

/** The kinds are linear in the features and the stances in the kinds: one table holds both. */
function merged(learned: Float64Array, kinds: Float64Array): Float64Array {
  const weights = learned.slice(0, SIZE * CLASSES);
  for (let bucket = 0; bucket < SIZE; bucket++)
    for (let kind = 0; kind < KINDS.length; kind++) {
      const by = WEAK * (kinds[bucket * KINDS.length + kind] as number);
      if (by !== 0)
        for (let k = 0; k < CLASSES; k++)
          weights[bucket * CLASSES + k] = (weights[bucket * CLASSES + k] as number) + by * (learned[(SIZE + kind) * CLASSES + k] as number);
    }
  return weights;
}

/** The bitmap of the words that stand in at least ten of the texts. */
function knownWords(pairs: readonly Pair[]): Uint8Array {
  const seen = new Map<number, number>();
  for (const { text } of pairs) for (const hash of new Set(wordsOf(text).hash)) seen.set(hash, (seen.get(hash) ?? 0) + 1);
  const known = new Uint8Array(KNOWN_BYTES);
  for (const [hash, texts] of seen) if (texts >= 10) mark(known, hash);
  return known;
}
