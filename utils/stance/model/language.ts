import { KNOWN_BYTES } from './classifier.ts';
import { type Words, wordsOf } from './tokens.ts';

const bitOf = (hash: number) => (Math.imul(hash, 0x9e3779b1) >>> 0) % (KNOWN_BYTES * 8);

export function mark(known: Uint8Array, hash: number): void {
  const bit = bitOf(hash);
  known[bit >> 3] = (known[bit >> 3] as number) | (1 << (bit & 7));
}

/** Fewer words than this say nothing sure of their language. */
const ENOUGH = 4;
const LEAST = 0.5;

/** The share of a text's words that are common in the model's language, 0…1; `null` where there are too few to tell. */
export function familiarity(known: Uint8Array, words: Words): number | null {
  let counted = 0;
  let found = 0;
  for (let at = 0; at < words.count; at++) {
    if ((words.end[at] as number) - (words.start[at] as number) < 2) continue;
    counted++;
    const bit = bitOf(words.hash[at] as number);
    if ((known[bit >> 3] as number) & (1 << (bit & 7))) found++;
  }
  return counted < ENOUGH ? null : found / counted;
}

/** Letters of scripts other than the Latin one. */
const OTHER = /[\u0370-\u1fff\u3040-\ud7ff\uf900-\ufaff]/g;

/** Whether a text is written in a language the model was not trained on. Of a few words only their script tells. */
export function isForeign(known: Uint8Array, text: string, words = wordsOf(text)): boolean {
  const share = familiarity(known, words);
  if (share !== null) return share < LEAST;
  return (text.match(OTHER)?.length ?? 0) * 2 > text.replace(/\s/g, '').length;
}
