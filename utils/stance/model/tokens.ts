/** A text cut into words, as numbers: everything downstream hashes, so no strings are made. */
export interface Words {
  count: number;
  /** 32-bit hash of each lower-cased word; marks such as `?` and `!` count as words. */
  hash: Int32Array;
  /** UTF-16 offsets of each word in the text. */
  start: Int32Array;
  end: Int32Array;
  /** Number of the sentence each word stands in, from 0. */
  sentence: Int32Array;
  /** 1 where a word of four letters or more is written in capitals. */
  shout: Uint8Array;
  sentences: number;
  /** How many of the words are `?`. */
  asks: number;
}

/** Longer comments are read from both ends: their stance stands in the opening words or in the conclusion. */
const HEAD = 240;
const TAIL = 80;
const MOST = HEAD + TAIL;

const hash = new Int32Array(4096);
const start = new Int32Array(4096);
const end = new Int32Array(4096);
const sentence = new Int32Array(4096);
const shout = new Uint8Array(4096);

/** 32-bit FNV-1a of a lower-case word, the same that `wordsOf` gives. */
export function hashOf(word: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) value = Math.imul(value ^ word.charCodeAt(at), 0x01000193);
  return value | 0;
}

const LINK = hashOf('<link>');
const NUMBER = hashOf('<number>');
const DOTS = hashOf('...');
export const ASK = hashOf('?');

const isCapital = (code: number) => code >= 65 && code <= 90;
const isDigit = (code: number) => code >= 48 && code <= 57;
const isLetter = (code: number) =>
  (code >= 97 && code <= 122) ||
  (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7) ||
  (code >= 0x2c00 && code < 0xd800) ||
  code >= 0xf900;
const isApostrophe = (code: number) => code === 39 || code === 0x2019;
const isSpace = (code: number) => code === 32 || (code >= 9 && code <= 13) || code === 0xa0;
/** ! " ( ) * : ; ? and curly quotes: marks that carry tone. Full stops and commas only end things. */
const isMark = (code: number) => code === 33 || code === 63 || code === 34 || code === 58 || code === 0x201c || code === 0x201d;

/**
 * Cuts a text into words with their places.
 * Letters and digits with inner apostrophes make a word, `?`, `!`, `"`, `:`, `...` and emoji stand alone, a web address
 * and a number become one fixed word each. At most 320 words: the first 240 and the last 80.
 */
export function wordsOf(text: string): Words {
  let lower = text.toLowerCase();
  if (lower.length !== text.length) lower = text; // a few letters grow when lowered, which would shift every offset
  const length = lower.length;
  let count = 0;
  let sentences = 0;
  let fresh = true;
  let asks = 0;
  const put = (value: number, from: number, to: number) => {
    // the tail is a ring behind the head; it is straightened at the end
    const at = count < HEAD ? count : HEAD + ((count - HEAD) % TAIL);
    hash[at] = value;
    start[at] = from;
    end[at] = to;
    if (fresh) sentences++;
    fresh = false;
    sentence[at] = sentences - 1;
    shout[at] =
      to - from > 3 && isCapital(text.charCodeAt(from)) && isCapital(text.charCodeAt(from + 1)) && isCapital(text.charCodeAt(to - 1))
        ? 1
        : 0;
    count++;
  };
  let at = 0;
  while (at < length) {
    const code = lower.charCodeAt(at);
    if (isSpace(code)) {
      if (code === 10) fresh = true;
      at++;
    } else if (isLetter(code) || isDigit(code)) {
      const from = at;
      let value = 0x811c9dc5;
      let digits = true;
      let same = 0;
      let before = 0;
      for (; at < length; at++) {
        let next = lower.charCodeAt(at);
        if (isApostrophe(next)) {
          const after = at + 1 < length ? lower.charCodeAt(at + 1) : 0;
          if (!isLetter(after)) break;
          next = 39;
        } else if (!isLetter(next)) {
          if (!isDigit(next)) break;
        } else digits = false;
        same = next === before ? same + 1 : 1;
        before = next;
        if (same <= 2) value = Math.imul(value ^ next, 0x01000193); // "sooooo" is "soo"
      }
      if (lower.startsWith('://', at) || (lower.startsWith('www', from) && lower.charCodeAt(at) === 46)) {
        while (at < length && !isSpace(lower.charCodeAt(at))) at++;
        put(LINK, from, at);
      } else put(digits ? NUMBER : value | 0, from, at);
    } else if (code === 46) {
      const from = at;
      while (lower.charCodeAt(at) === 46) at++;
      if (at - from > 1) put(DOTS, from, at);
      fresh = true;
    } else if (code === 0x2026) {
      put(DOTS, at, ++at);
      fresh = true;
    } else if (isMark(code)) {
      const from = at;
      while (lower.charCodeAt(at) === code) at++;
      if (code === 63) asks++;
      put(Math.imul(0x811c9dc5 ^ (code >= 0x201c ? 34 : code), 0x01000193) | 0, from, at);
      if (code === 33 || code === 63) fresh = true;
    } else if (code >= 0xd800 && code < 0xdc00) {
      const point = lower.codePointAt(at) ?? code;
      put(Math.imul(point, 0x9e3779b1) | 0, at, at + 2);
      at += 2;
    } else at++;
  }
  const kept = Math.min(count, MOST);
  const order = <T extends Int32Array | Uint8Array>(from: T): T => {
    const out = from.slice(0, kept) as T;
    if (count > MOST) for (let tail = 0; tail < TAIL; tail++) out[HEAD + tail] = from[HEAD + ((count - HEAD + tail) % TAIL)] ?? 0;
    return out;
  };
  return {
    count: kept,
    hash: order(hash),
    start: order(start),
    end: order(end),
    sentence: order(sentence),
    shout: order(shout),
    sentences,
    asks,
  };
}
