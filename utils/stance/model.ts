import { evidenceOf } from './evidence.ts';
import { BITS, type Features, featuresOf, type Task } from './features.ts';
import type { Tree } from './tree.ts';
import type { Evidence, Stance, Thresholds } from './verdict.ts';
import { type Words, wordsOf } from './words.ts';

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
  tree: Tree;
  thresholds: Thresholds;
}

export interface Model extends Header {
  /** 2^bits buckets of one weight per stance. */
  weights: Float32Array;
  /** One bit per hashed word: the common words of the language the model was trained on. */
  known: Uint8Array;
}

export const MAGIC = 'standpoint stance 1\n';
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

/** Adds the scores of all stances, one per entry of the features times its weights. */
export function score(model: { weights: Float32Array }, features: Features, scores: Float64Array): void {
  const { weights } = model;
  const classes = scores.length;
  for (let entry = 0; entry < features.count; entry++) {
    const base = (features.index[entry] as number) * classes;
    const value = features.value[entry] as number;
    for (let k = 0; k < classes; k++) scores[k] = (scores[k] as number) + value * (weights[base + k] as number);
  }
}

/** Calibrated probabilities of one pair, in the order of `model.stances`. */
export function probabilitiesOf(
  model: Model,
  text: Words,
  target: Words,
  task: Task,
  nudge?: (features: Features, scores: Float64Array) => void,
): Float64Array {
  const scores = new Float64Array(model.stances.length);
  const features = featuresOf(text, target, task);
  score(model, features, scores);
  nudge?.(features, scores);
  return calibrate(scores, model.calibration[task]);
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

/** Number of the largest entry. */
export const largest = (numbers: ArrayLike<number>): number => {
  let best = 0;
  for (let at = 1; at < numbers.length; at++) if ((numbers[at] as number) > (numbers[best] as number)) best = at;
  return best;
};

export const named = (stances: readonly Stance[], probabilities: ArrayLike<number>): Partial<Record<Stance, number>> =>
  Object.fromEntries(stances.map((stance, k) => [stance, probabilities[k] ?? 0]));

/**
 * Where a text stands towards its target: one probability per stance the model knows, adding up to 1, and the words that weighed most.
 * `op` is the post the thread began with where the target is another comment; without it the target itself is taken to be that post.
 */
export function scorePair(
  model: Model,
  { target, text, op }: { target: string; text: string; op?: string | null },
): { probabilities: Partial<Record<Stance, number>>; evidence: Evidence[] } {
  const task: Task = op && op !== target ? 'reply' : 'opening';
  const words = wordsOf(text);
  const aim = wordsOf(target);
  const probabilities = probabilitiesOf(model, words, aim, task);
  return { probabilities: named(model.stances, probabilities), evidence: evidenceOf(model, words, aim, task, largest(probabilities)) };
}
