import { featuresOf, type Task } from './features.ts';
import type { Model } from './model.ts';
import type { Evidence } from './verdict.ts';
import type { Words } from './words.ts';

/** Stretches that weigh less than this share of the weightiest are not worth a reader's eye. */
const LEAST = 0.25;
const MOST_WORDS = 6;

/**
 * The stretches of a comment that weighed most for (+) or against (−) one stance: the model is linear, so the margin of that
 * stance over the mean of the others is a sum over the features, and each feature's part is shared out evenly over its words.
 * At most three stretches of whole words, the weightiest first.
 */
export function evidenceOf(model: Model, text: Words, target: Words, task: Task, stance: number): Evidence[] {
  const { weights, stances } = model;
  const others = stances.length - 1;
  const features = featuresOf(text, target, task);
  const parts = new Float64Array(text.count);
  for (let entry = 0; entry < features.count; entry++) {
    const first = features.first[entry] as number;
    if (first < 0) continue;
    const base = (features.index[entry] as number) * stances.length;
    let margin = 0;
    for (let k = 0; k < stances.length; k++) margin += (weights[base + k] as number) * (k === stance ? 1 : -1 / others);
    const last = features.last[entry] as number;
    const share = (margin * (features.value[entry] as number)) / (last - first + 1);
    for (let at = first; at <= last; at++) parts[at] = (parts[at] as number) + share;
  }
  return pick(text, parts);
}

/** The weightiest words, each with the neighbours in its sentence that pull the same way at least half as hard. */
function pick(text: Words, parts: Float64Array): Evidence[] {
  const order = Array.from(parts.keys()).sort((a, b) => Math.abs(parts[b] as number) - Math.abs(parts[a] as number) || a - b);
  const taken = new Uint8Array(parts.length);
  const found: Evidence[] = [];
  const least = LEAST * Math.abs(parts[order[0] ?? 0] ?? 0);
  for (const seed of order) {
    const size = parts[seed] as number;
    if (found.length === 3 || Math.abs(size) <= least) break;
    if (taken[seed]) continue;
    let from = seed;
    let to = seed;
    let weight = size;
    const joins = (at: number) =>
      at >= 0 &&
      at < parts.length &&
      !taken[at] &&
      text.sentence[at] === text.sentence[seed] &&
      (parts[at] as number) * Math.sign(size) > Math.abs(size) / 2;
    while (to - from + 1 < MOST_WORDS) {
      if (joins(to + 1)) weight += parts[++to] as number;
      else if (joins(from - 1)) weight += parts[--from] as number;
      else break;
    }
    taken.fill(1, from, to + 1);
    found.push({ start: text.start[from] as number, end: text.end[to] as number, weight: Math.round(weight * 1000) / 1000 });
  }
  return found.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}
