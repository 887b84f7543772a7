import { KNOWN_BYTES } from './model.ts';
import { type Words, wordsOf } from './words.ts';

const bitOf = (hash: number) => (Math.imul(hash, 0x9e3779b1) >>> 0) % (KNOWN_BYTES * 8);

export function mark(known: Uint8Array, hash: number): void {
  const bit = bitOf(hash);
  known[bit >> 3] = (known[bit >> 3] as number) | (1 << (bit & 7));
}

/** Fewer words than this say nothing sure of their language. */
const ENOUGH = 4;
const LEAST = 0.5;

/** The share of a text's different words that are common in the model's language, 0…1; 1 where there is nothing to count. */
export function familiarity(known: Uint8Array, words: Words): number {
  const different = new Set<number>();
  for (let at = 0; at < words.count; at++)
    if ((words.end[at] as number) - (words.start[at] as number) > 1) different.add(words.hash[at] as number);
  if (different.size < ENOUGH) return 1;
  let found = 0;
  for (const hash of different) {
    const bit = bitOf(hash);
    if ((known[bit >> 3] as number) & (1 << (bit & 7))) found++;
  }
  return found / different.size;
}

/** Letters of other scripts; a text written mostly in them is foreign however short it is. */
const OTHER = /[\u0370-\u1fff\u3040-\ud7ff\uf900-\ufaff]/g;

/** Whether a text is written in a language the model was not trained on. */
export function isForeign(known: Uint8Array, text: string, words = wordsOf(text)): boolean {
  const other = text.match(OTHER)?.length ?? 0;
  if (other * 2 > text.replace(/\s/g, '').length) return true;
  return familiarity(known, words) < LEAST;
}
