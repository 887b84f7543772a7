import { AS, CONTRASTS, EMPTY, FIRST, NEGATIONS, SECOND } from './functionWords.ts';
import { findMarkers } from './phrases.ts';
import type { Aim, Task } from './target.ts';
import { ASK, type Words } from './tokens.ts';

/** What the model sees of one comment against one target: a sparse vector whose entries remember the words they came from. */
export interface Features {
  count: number;
  index: Int32Array;
  value: Float32Array;
  /** Numbers of the first and the last word an entry speaks of; −1 where it speaks of the comment as a whole. */
  first: Int32Array;
  last: Int32Array;
  /** Sets the features of a task apart from those of the others. */
  salt: number;
}

export const BITS = 18;
const MASK = (1 << BITS) - 1;
const MOST = 16384;

export const emptyFeatures = (): Features => ({
  count: 0,
  index: new Int32Array(MOST),
  value: new Float32Array(MOST),
  first: new Int32Array(MOST),
  last: new Int32Array(MOST),
  salt: 0,
});

const mix = (a: number, b: number) => {
  let value = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return value ^ (value >>> 13);
};

function put(out: Features, hash: number, value: number, first: number, last: number): void {
  if (out.count >= MOST) return;
  const salted = hash ^ out.salt;
  const spread = Math.imul(salted ^ (salted >>> 16), 0x45d9f3b);
  out.index[out.count] = (spread ^ (spread >>> 15)) & MASK;
  out.value[out.count] = value;
  out.first[out.count] = first;
  out.last[out.count] = last;
  out.count++;
}

const step = (value: number, ...edges: number[]) => {
  let at = 0;
  while (at < edges.length && value >= (edges[at] as number)) at++;
  return at;
};

/** "I agree" says something of whom one answers; of a post further up it says nothing by itself, so `remote` shares no features. */
const APART: Record<Task, number> = { opening: 0, reply: 0, remote: 0x5bd1e995 };
const SALT = { word: 1, pair: 2, triple: 3, opener: 4, early: 5, first: 6, last: 7, denied: 8, target: 10, about: 13, flag: 704 };
const MARK = { placed: 70, any: 71, asked: 72, sequence: 73, next: 74, sized: 75 };

/** The features of the target alone: what a comment speaks of shifts how likely it is to be agreed with. */
export function targetFeatures(out: Features, { task, words, about }: Aim): Features {
  out.count = 0;
  out.salt = APART[task];
  // an opening post has a thread to itself: its words would be learned by heart
  if (task === 'reply') {
    const scale = 1 / Math.sqrt(words.count + 8);
    for (const word of words.hash) put(out, mix(SALT.target, word), scale, -1, -1);
  }
  if (about) {
    const share = 1 / Math.sqrt(about.count + 8);
    for (const word of about.hash) if (!EMPTY.has(word)) put(out, mix(SALT.about, word), share, -1, -1);
  }
  const flag = (name: number, level: number) => put(out, mix(SALT.flag + name, level), 0.7, -1, -1);
  flag(2, step(words.count, 8, 20, 50, 120, 300));
  flag(9, step(words.asks, 1, 2));
  return out;
}

/**
 * The features of a comment: word n-grams, negated words, markers of agreement and dispute by their place, the words that open
 * and close it, words shared with the target, shouted words, and a few counts. With `body` only what does not depend on how the comment opens.
 */
export function textFeatures(out: Features, text: Words, aim: Aim, body = false): Features {
  out.count = 0;
  out.salt = APART[aim.task];
  const { hash, sentence, count } = text;
  const scale = 2 / Math.sqrt(count + 8);
  const twice = Math.SQRT2 * scale;
  let [negations, contrasts, second, first, denied] = [0, 0, 0, 0, 0];
  let [content, shared, sharedDenied, shouted, sharedShouted] = [0, 0, 0, 0, 0];
  let [distantSaid, distantDenied] = [0, 0];
  let reported = 0;
  for (let at = 0; at < count; at++) {
    const word = hash[at] as number;
    put(out, mix(SALT.word, word), twice, at, at);
    if (at + 1 < count) {
      const two = mix(word, hash[at + 1] as number);
      put(out, mix(SALT.pair, two), twice, at, at + 1);
      if (at + 2 < count) put(out, mix(SALT.triple, mix(two, hash[at + 2] as number)), scale, at, at + 2);
    }
    if (!body && sentence[at] === 0) put(out, mix(SALT.first, word), scale, at, at);
    if (sentence[at] === text.sentences - 1) put(out, mix(SALT.last, word), scale, at, at);
    if (CONTRASTS.has(word)) contrasts++;
    if (SECOND.has(word)) second++;
    if (FIRST.has(word)) first++;
    if (NEGATIONS.has(word)) {
      negations++;
      denied = 4;
    } else if (!EMPTY.has(word)) {
      content++;
      if (aim.content.has(word)) {
        shared++;
        if (denied > 1) sharedDenied++;
        if (text.shout[at]) sharedShouted++;
      }
      if (reported <= 0 && aim.distant.has(word)) {
        if (denied > 0) distantDenied++;
        else distantSaid++;
      }
      if (text.shout[at]) shouted++;
      if (denied > 0) put(out, mix(SALT.denied, word), scale, at, at);
    }
    if (denied > 0 && !NEGATIONS.has(word)) denied--;
    reported = word === AS ? 3 : reported - 1;
  }
  if (!body) openingFeatures(out, text, aim);
  const flag = (name: number, level: number) => put(out, mix(SALT.flag + name, level), 0.7, -1, -1);
  flag(0, 0);
  flag(1, step(count, 4, 8, 15, 30, 60, 120, 240));
  flag(3, step(negations, 1, 2, 4));
  flag(4, step(contrasts, 1, 2, 4));
  flag(5, step(second, 1, 2, 4, 8));
  flag(6, step(first, 1, 2, 5));
  flag(7, step(text.asks, 1, 2, 3));
  flag(8, hash[count - 1] === ASK ? 1 : 0);
  flag(10, step(content === 0 ? 0 : shared / content, 0.001, 0.1, 0.2, 0.35, 0.5));
  flag(11, step(sharedDenied, 1, 2, 4));
  flag(12, Math.min(text.sentences, 5));
  flag(13, Math.min(shouted, 3));
  flag(14, Math.min(sharedShouted, 1));
  // few titles do it, so it has to speak up to be heard
  if (aim.distant.size > 0) put(out, mix(SALT.flag + 15, (distantSaid > 0 ? 1 : 0) + (distantDenied > 0 ? 2 : 0)), 2.5, -1, -1);
  return out;
}

/** The first four words as one, two, three and four; and the markers, by where they stand, what was asked, what came before them. */
function openingFeatures(out: Features, text: Words, aim: Aim): void {
  const { hash, sentence, count } = text;
  let opener = 0x1234567;
  for (let at = 0; at < Math.min(count, 5); at++) {
    const word = hash[at] as number;
    opener = mix(opener, word);
    if (at < 4) put(out, mix(SALT.opener, opener), 0.8, 0, at);
    put(out, mix(SALT.early, word), 0.4, at, at);
  }
  const asked = (aim.words.asks > 0 ? 1 : 0) + (aim.words.hash[aim.words.count - 1] === ASK ? 2 : 0);
  const seen = new Set<number>();
  let [before, sequence, markers] = [-1, 0, 0];
  findMarkers(text, (group, from, to) => {
    const inSentence = sentence[from] as number;
    const opens = from === 0 || (from === 1 && count > 1);
    const starts = from === 0 || inSentence !== sentence[from - 1];
    const negated = from > 0 && NEGATIONS.has(hash[from - 1] as number) ? 1 : 0;
    const place = opens ? 0 : starts ? (inSentence < 2 ? 1 : 2) : inSentence === 0 ? 3 : 4;
    const once = (id: number, value: number) => {
      if (!seen.has(id)) put(out, id, value, from, to);
      seen.add(id);
    };
    once(mix(MARK.placed, group * 16 + place * 2 + negated), place === 0 ? 1.4 : place === 1 ? 1 : 0.6);
    once(mix(MARK.any, group * 2 + negated), 0.6);
    if (place < 2) once(mix(MARK.asked, group * 8 + asked), 0.5);
    if (place === 0) once(mix(MARK.sized, group * 8 + step(count, 5, 12, 40)), 0.7);
    if (before >= 0) once(mix(MARK.next, before * 64 + group), 0.4);
    if (markers < 3) {
      sequence = mix(sequence + MARK.sequence, group);
      put(out, sequence, 0.6, 0, to);
    }
    before = group;
    markers++;
  });
  put(out, mix(SALT.flag + 20, Math.min(markers, 5)), 0.7, -1, -1);
}
