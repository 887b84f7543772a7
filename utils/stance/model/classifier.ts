import type { Evidence, Stance, Thresholds } from '../verdict.ts';
import { evidenceOf } from './evidence.ts';
import { BITS, emptyFeatures, type Features, targetFeatures, textFeatures } from './features.ts';
import type { Tree } from './replyInference.ts';
import { type Aim, aimOf, type Task } from './target.ts';
import { type Words, wordsOf } from './tokens.ts';

/** Per task and stance: calibrated score = `stretch` × score + `shift`. */
export interface Calibration {
  stretch: number;
  shift: number[];
}

/** What the weights file says of itself before the numbers begin. */
export interface Header {
  name: string;
  stances: Stance[];
  bits: number;
  /** The largest weight; a byte q stands for sign(q) × (q / 127)² × `most`, fine near zero where most weights lie. */
  most: number;
  calibration: Record<Task, Calibration>;
  /** One weight per column of `askingColumns`. */
  asking: number[];
  tree: Tree;
  /** What each probability is multiplied by to find `best`, so that common stances do not drown rare ones: for a reply by itself, and for threads. */
  lean: Record<'pair' | 'opening' | 'reply', number[]>;
  /** For the same three. */
  thresholds: Record<'pair' | 'opening' | 'reply', Thresholds>;
}

export interface Model extends Header {
  /** 2^bits buckets of one weight per stance. */
  weights: Float32Array;
  /** One bit per hashed word: the common words of the language the model was trained on. */
  known: Uint8Array;
}

export const MAGIC = 'standpoint stance 3\n';
export const KNOWN_BYTES = 8192;

/** Reads the weights file: a first line naming it, a line of JSON, the bitmap of known words, one signed byte per weight. */
export function loadModel(bytes: ArrayBuffer): Model {
  const all = new Uint8Array(bytes);
  const magic = new TextDecoder().decode(all.subarray(0, MAGIC.length));
  const end = all.indexOf(10, MAGIC.length);
  if (magic !== MAGIC || end < 0) throw new Error('This file does not hold a stance model.');
  const header = JSON.parse(new TextDecoder().decode(all.subarray(MAGIC.length, end))) as Header;
  const length = header.stances.length << header.bits;
  if (header.bits !== BITS || all.length !== end + 1 + KNOWN_BYTES + length)
    throw new Error('The stance model is cut short or was made for another version of Standpoint.');
  const table = Float32Array.from({ length: 256 }, (_, byte) => {
    const q = byte < 128 ? byte : byte - 256;
    return Math.sign(q) * (q / 127) ** 2 * header.most;
  });
  const known = all.slice(end + 1, end + 1 + KNOWN_BYTES);
  const packed = all.subarray(end + 1 + KNOWN_BYTES);
  const weights = new Float32Array(length);
  for (let at = 0; at < length; at++) weights[at] = table[packed[at] as number] as number;
  return { ...header, weights, known };
}

/** Adds what a list of features says for each stance. */
export function addScores(weights: Float32Array, features: Features, scores: Float64Array): void {
  const classes = scores.length;
  for (let entry = 0; entry < features.count; entry++) {
    const base = (features.index[entry] as number) * classes;
    const value = features.value[entry] as number;
    for (let k = 0; k < classes; k++) scores[k] = (scores[k] as number) + value * (weights[base + k] as number);
  }
}

const features = emptyFeatures();

/** Something to hold comments against: its own features are added up once. */
export interface Target extends Aim {
  task: Task;
  scores: Float64Array;
}

export function targetOf(model: Model, task: Task, words: Words, about: Words | null = null): Target {
  const aim = aimOf(task, words, about);
  const scores = new Float64Array(model.stances.length);
  addScores(model.weights, targetFeatures(features, aim), scores);
  return { ...aim, scores };
}

/** Calibrated probabilities of one comment against one target, in the order of `model.stances`. */
export function probabilitiesOf(model: Model, text: Words, target: Target): Float64Array {
  const scores = target.scores.slice();
  addScores(model.weights, textFeatures(features, text, target), scores);
  return calibrate(scores, model.calibration[target.task]);
}

/** The same, with what each word said for each stance: `count × stances` numbers. A feature of several words is shared out evenly among them. */
export function readingOf(model: Model, text: Words, target: Target): { probabilities: Float64Array; parts: Float32Array } {
  const { weights } = model;
  const classes = model.stances.length;
  const scores = target.scores.slice();
  const parts = new Float32Array(text.count * classes);
  const { count, index, value, first, last } = textFeatures(features, text, target);
  for (let entry = 0; entry < count; entry++) {
    const base = (index[entry] as number) * classes;
    const from = first[entry] as number;
    const to = last[entry] as number;
    const whole = value[entry] as number;
    const share = whole / (to - from + 1);
    for (let k = 0; k < classes; k++) {
      const weight = weights[base + k] as number;
      scores[k] = (scores[k] as number) + whole * weight;
      if (from >= 0) for (let at = from; at <= to; at++) parts[at * classes + k] = (parts[at * classes + k] as number) + share * weight;
    }
  }
  return { probabilities: calibrate(scores, model.calibration[target.task]), parts };
}

/** Softmax of stretched and shifted scores, in place. */
export function calibrate(scores: Float64Array, { stretch, shift }: Calibration): Float64Array {
  let most = -Infinity;
  for (let k = 0; k < scores.length; k++) {
    scores[k] = stretch * (scores[k] as number) + (shift[k] ?? 0);
    most = Math.max(most, scores[k] as number);
  }
  let total = 0;
  for (let k = 0; k < scores.length; k++) {
    scores[k] = Math.exp((scores[k] as number) - most);
    total += scores[k] as number;
  }
  for (let k = 0; k < scores.length; k++) scores[k] = (scores[k] as number) / total;
  return scores;
}

/** Number of the stance that stands out: the largest probability, each multiplied by its lean. */
export function standingOut(probabilities: ArrayLike<number>, lean: readonly number[]): number {
  let best = 0;
  for (let k = 1; k < probabilities.length; k++)
    if ((probabilities[k] as number) * (lean[k] as number) > (probabilities[best] as number) * (lean[best] as number)) best = k;
  return best;
}

export const named = (stances: readonly Stance[], probabilities: ArrayLike<number>): Partial<Record<Stance, number>> =>
  Object.fromEntries(stances.map((stance, k) => [stance, probabilities[k] ?? 0]));

/** A pair of texts; `op` is the post the thread began with where the target is another comment. */
export interface Pair {
  target: string;
  text: string;
  op?: string | null;
}

/**
 * Where a text stands towards its target: `best`, one probability per stance the model knows, adding up to 1, and the words
 * that weighed most, with the thresholds for such a pair. Without `op` the target itself is taken to be the post the thread began with.
 */
export function scorePair(
  model: Model,
  { target, text, op }: Pair,
): { best: Stance; probabilities: Partial<Record<Stance, number>>; evidence: Evidence[]; thresholds: Thresholds } {
  const words = wordsOf(text);
  const aim = op && op !== target ? targetOf(model, 'reply', wordsOf(target), wordsOf(op)) : targetOf(model, 'opening', wordsOf(target));
  const { probabilities, parts } = readingOf(model, words, aim);
  const kind = aim.task === 'reply' ? 'pair' : 'opening';
  const best = standingOut(probabilities, model.lean[kind]);
  return {
    best: model.stances[best] as Stance,
    probabilities: named(model.stances, probabilities),
    evidence: evidenceOf(words, parts, best),
    thresholds: model.thresholds[kind],
  };
}
