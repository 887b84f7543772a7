import { ASK, hashOf, type Words } from './words.ts';

/** What the model sees of one comment against one target: a sparse vector whose entries remember the words they came from. */
export interface Features {
  count: number;
  index: Int32Array;
  value: Float32Array;
  /** Numbers of the first and the last word an entry speaks of; −1 where it speaks of the comment as a whole. */
  first: Int32Array;
  last: Int32Array;
}

/** Whom the comment is held against: the post the thread began with, or the comment it answers. */
export type Task = 'opening' | 'reply';

export const BITS = 17;
const MASK = (1 << BITS) - 1;
const MOST = 8192;

const out: Features = {
  count: 0,
  index: new Int32Array(MOST),
  value: new Float32Array(MOST),
  first: new Int32Array(MOST),
  last: new Int32Array(MOST),
};

const mix = (a: number, b: number) => {
  let value = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return value ^ (value >>> 13);
};

function put(hash: number, value: number, first: number, last: number): void {
  if (out.count >= MOST) return;
  const spread = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  out.index[out.count] = (spread ^ (spread >>> 15)) & MASK;
  out.value[out.count] = value;
  out.first[out.count] = first;
  out.last[out.count] = last;
  out.count++;
}

const listed = (words: string) => new Set(words.split(' ').map(hashOf));
const NEGATIONS = listed(
  "not no never don't doesn't didn't isn't aren't wasn't weren't can't cannot couldn't won't wouldn't shouldn't ain't nothing none nobody neither nor without hardly dont doesnt didnt isnt cant wont",
);
const CONTRASTS = listed('but however although though yet except still while whereas instead actually');
const SECOND = listed("you your you're yours yourself you've you'd ur youre");
const FIRST = listed("i i'm i've my me i'd mine we our us im");
const EMPTY = listed(
  "the a an of to and in that is it for on with as was be this are have at by from or i you not they he she we but his her their its if so what which who will would there can do does did has had been just about more than then when how all your my me them no out up one also like were him our some because into only other any it's don't i'm very even know think get too most much many should could being those these where over such am why same really that's us",
);

const step = (value: number, ...edges: number[]) => {
  let at = 0;
  while (at < edges.length && value >= (edges[at] ?? 0)) at++;
  return at;
};

const SALT = { word: 1, pair: 2, triple: 3, opener: 4, early: 5, first: 6, last: 7, denied: 8, shared: 9, target: 10, whole: 11 };
const flag = (name: number, level: number, task: number) => {
  put(mix(SALT.whole * 64 + name, level), 0.5, -1, -1);
  put(mix(mix(SALT.whole * 64 + name, level), task), 0.5, -1, -1);
};

/**
 * The features of a pair: word n-grams, the words that open and close the comment, negated words, words shared with the
 * target, and a few counts. Each is entered twice, once for every task and once for its own (Daumé III 2007, "Frustratingly
 * Easy Domain Adaptation"), so that the two tasks share what they have in common. The result is overwritten by the next call.
 */
export function featuresOf(text: Words, target: Words, task: Task): Features {
  out.count = 0;
  const own = task === 'opening' ? 0x51ed27 : 0x2f0b43;
  const { hash, sentence, count } = text;
  const scale = 2 / Math.sqrt(count + 8);
  const both = (id: number, value: number, first: number, last: number) => {
    put(id, value, first, last);
    put(mix(id, own), value, first, last);
  };
  const targetWords = new Set<number>();
  for (let at = 0; at < target.count; at++) {
    const word = target.hash[at] ?? 0;
    if (!EMPTY.has(word)) targetWords.add(word);
  }
  let negations = 0;
  let contrasts = 0;
  let second = 0;
  let firstPerson = 0;
  let shared = 0;
  let content = 0;
  let sharedDenied = 0;
  let denied = 0;
  for (let at = 0; at < count; at++) {
    const word = hash[at] ?? 0;
    both(mix(SALT.word, word), scale, at, at);
    if (at + 1 < count) {
      const two = mix(word, hash[at + 1] ?? 0);
      both(mix(SALT.pair, two), scale, at, at + 1);
      if (at + 2 < count) put(mix(SALT.triple, mix(two, hash[at + 2] ?? 0)), scale, at, at + 2);
    }
    if (sentence[at] === 0) put(mix(SALT.first, word), scale, at, at);
    if (sentence[at] === text.sentences - 1) put(mix(SALT.last, word), scale, at, at);
    if (NEGATIONS.has(word)) {
      negations++;
      denied = 4;
    } else if (denied > 0) {
      denied--;
      if (!EMPTY.has(word)) put(mix(SALT.denied, word), scale, at, at);
    }
    if (CONTRASTS.has(word)) contrasts++;
    if (SECOND.has(word)) second++;
    if (FIRST.has(word)) firstPerson++;
    if (!EMPTY.has(word)) {
      content++;
      if (targetWords.has(word)) {
        shared++;
        if (denied > 0) sharedDenied++;
      }
    }
  }
  let opener = 0x1234567;
  for (let at = 0; at < Math.min(count, 5); at++) {
    const word = hash[at] ?? 0;
    opener = mix(opener, word);
    if (at < 4) both(mix(SALT.opener, opener), 0.6, 0, at);
    both(mix(SALT.early, word), 0.3, at, at);
  }
  flag(0, 0, own);
  flag(1, step(count, 4, 8, 15, 30, 60, 120, 240), own);
  flag(2, step(target.count, 8, 20, 50, 120, 300), own);
  flag(3, step(negations, 1, 2, 4), own);
  flag(4, step(contrasts, 1, 2, 4), own);
  flag(5, step(second, 1, 2, 4, 8), own);
  flag(6, step(firstPerson, 1, 2, 5), own);
  flag(7, step(text.asks, 1, 2, 3), own);
  flag(8, hash[count - 1] === ASK ? 1 : 0, own);
  flag(9, step(target.asks, 1, 2), own);
  flag(10, step(content === 0 ? 0 : shared / content, 0.001, 0.1, 0.2, 0.35, 0.5), own);
  flag(11, step(sharedDenied, 1, 2, 4), own);
  flag(12, text.sentences > 5 ? 5 : text.sentences, own);
  return out;
}
