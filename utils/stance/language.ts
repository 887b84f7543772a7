/**
 * The words of the model's language, as a bitmap of their hashes (a Bloom filter of one hash): `KNOWN_BYTES` bytes, base64 in
 * `stance.json`. A comment is taken to be in another language where most of its words are not among them.
 */
export const KNOWN_BYTES = 8192;
/** Fewer words than this say nothing sure of their language. */
const ENOUGH = 4;
const LEAST_SHARE = 0.5;
/** Letters of scripts other than the Latin one. */
const OTHER_SCRIPT = /[\u0370-\u1fff\u3040-\ud7ff\uf900-\ufaff]/g;

/** The words of a text that tell its language: two letters or more, in small letters, with their apostrophes. */
export const languageWords = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/\p{L}[\p{L}'\p{M}]+/gu) ?? [];

/** Bit of a word in the bitmap (FNV-1a). */
function bitOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index++) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  return (Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> 0) % (KNOWN_BYTES * 8);
}

/** The bitmap of a list of words. */
export function bitmapOf(words: Iterable<string>): Uint8Array {
  const known = new Uint8Array(KNOWN_BYTES);
  for (const word of words) {
    const bit = bitOf(word);
    known[bit >> 3] = (known[bit >> 3] as number) | (1 << (bit & 7));
  }
  return known;
}

/** Whether a text is written in a language the model was not trained on. Of a few words, and where no bitmap is known, only their script tells. */
export function isForeign(known: Uint8Array, text: string): boolean {
  const words = languageWords(text);
  if (words.length < ENOUGH || known.length === 0) return (text.match(OTHER_SCRIPT)?.length ?? 0) * 2 > text.replace(/\s/g, '').length;
  const found = words.filter((word) => {
    const bit = bitOf(word);
    return ((known[bit >> 3] as number) & (1 << (bit & 7))) !== 0;
  });
  return found.length / words.length < LEAST_SHARE;
}
