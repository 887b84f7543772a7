import type { Evidence } from '../verdict.ts';
import type { Words } from './tokens.ts';

/** Stretches that weigh less than this share of the weightiest are not worth a reader's eye. */
const LEAST = 0.25;
const MOST_WORDS = 6;
/** Of the words, this many of the weightiest can begin a stretch. */
const SEEDS = 12;

/**
 * The stretches of a comment that weighed most for (+) or against (−) one stance. The model is linear, so the margin of that stance
 * over the mean of the others is a sum over the words: `parts` holds `words × stances` exact contributions.
 * At most three stretches of whole words, the weightiest first.
 */
export function evidenceOf(text: Words, parts: Float32Array, stance: number): Evidence[] {
  if (text.count === 0) return [];
  const stances = parts.length / text.count;
  const margins = new Float64Array(text.count);
  for (let at = 0; at < text.count; at++)
    for (let k = 0; k < stances; k++)
      margins[at] = (margins[at] as number) + (parts[at * stances + k] as number) * (k === stance ? 1 : -1 / (stances - 1));
  return pick(text, margins);
}

/** The weightiest words, each with the neighbours in its sentence that pull the same way at least half as hard. */
function pick(text: Words, parts: Float64Array): Evidence[] {
  const order = weightiest(parts);
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

/** Numbers of the largest entries by size, largest first: inserted one by one into a short list, cheaper than sorting a long comment. */
function weightiest(parts: Float64Array): number[] {
  const found: number[] = [];
  const size = (at: number | undefined) => Math.abs(parts[at as number] as number);
  for (let at = 0; at < parts.length; at++) {
    if (found.length === SEEDS && size(at) <= size(found[SEEDS - 1])) continue;
    let place = found.length;
    while (place > 0 && size(found[place - 1]) < size(at)) place--;
    found.splice(place, 0, at);
    if (found.length > SEEDS) found.pop();
  }
  return found;
}
