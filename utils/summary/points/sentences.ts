import type { Chunked } from '../../chunked.ts';
import { type Comment, sentencesOf, type Thread } from '../../thread/index.ts';
import { qualityOf, standsAlone } from './sentenceQuality.ts';
import { Stems, wordsIn } from './terms.ts';

/** One sentence of a comment, verbatim, with what it speaks of. */
export interface Sentence {
  /** Number of the comment in the thread. */
  comment: number;
  /** Equal for comments of one author; nobody else's where the page does not say who wrote it. */
  person: number;
  text: string;
  /** Numbers of its stems, the weightiest first, each once, and their weights: a vector of length 1. */
  terms: readonly number[];
  weights: readonly number[];
  /** How well it stands by itself, 0…1. */
  quality: number;
}

/** The sentences of a thread and the terms they speak with. */
export interface Sentences {
  all: Sentence[];
  /** Number of the first sentence of each comment, and one past the last at the end. */
  from: number[];
  stems: Stems;
  /** By number of the stem, how many people used it. */
  people: number[];
  /** Numbers of the stems of what the thread is about. */
  about: ReadonlySet<number>;
}

/** Only the beginning of a very long comment is looked at: time must grow with the thread, not with one post in it. */
const MAX_SENTENCES = 60;
/** So many sentences in all, the best of each comment: in the longest threads two or three of each. */
const BUDGET = 24_000;
/** A sentence is known by its weightiest words. */
const TERMS = 12;

/**
 * The sentences of a thread that stand by themselves (no questions, links, headings, code), of the comments that are wanted.
 * `persons` as from `personsOf`; words of `subject`, which the thread is about, set little apart.
 */
export function* sentencesIn(
  thread: Thread,
  persons: readonly number[],
  subject: string,
  wanted: (comment: Comment) => boolean,
): Chunked<Sentences> {
  const stems = new Stems();
  const about = new Set(wordsIn(subject).map((word) => stems.number(word)));
  const drafts: Draft[] = [];
  const each = Math.max(2, Math.floor(BUDGET / Math.max(1, thread.comments.length)));
  const from: number[] = [];
  const people: number[] = [];
  const lastPerson: number[] = [];
  const seen = new Set<number>();
  // Person by person, so that how many people used a stem can be counted without remembering who did.
  const order = thread.comments.map((_, index) => index).sort((a, b) => (persons[a] as number) - (persons[b] as number) || a - b);
  const ofComment = new Map<number, [number, number]>();
  const numberOf = new Map(thread.comments.map(({ id }, index) => [id, index]));
  for (const index of order) {
    yield;
    const comment = thread.comments[index] as Comment;
    const start = drafts.length;
    const person = persons[index] as number;
    if (wanted(comment)) {
      const answered = thread.comments[numberOf.get(comment.parent ?? '') ?? -1]?.text ?? '';
      for (const text of sentencesOf(comment.text).slice(0, MAX_SENTENCES)) {
        // Somebody else's words, quoted without a mark.
        if (text.length > 20 && answered.includes(text)) continue;
        const words = wordsIn(text);
        const counts = new Map<number, number>();
        for (const word of words) {
          const stem = stems.number(word);
          if (stem < 0) continue;
          counts.set(stem, (counts.get(stem) ?? 0) + 1);
          if (lastPerson[stem] !== person) {
            lastPerson[stem] = person;
            people[stem] = (people[stem] ?? 0) + 1;
            seen.add(person);
          }
        }
        if (counts.size > 0 && standsAlone(text, words.length))
          drafts.push({ comment: index, person, text, counts, quality: qualityOf(text, words) });
      }
    }
    if (drafts.length - start > each) drafts.push(...best(drafts.splice(start), each));
    ofComment.set(index, [start, drafts.length]);
  }
  // Back into the order of the page.
  const all: Sentence[] = [];
  for (let index = 0; index < thread.comments.length; index += 1) {
    yield;
    from.push(all.length);
    const [start, end] = ofComment.get(index) as [number, number];
    for (const { counts, ...draft } of drafts.slice(start, end)) all.push({ ...draft, ...weigh(counts, people, seen.size, about) });
  }
  from.push(all.length);
  return { all, from, stems, people, about };
}

interface Draft {
  comment: number;
  person: number;
  text: string;
  counts: ReadonlyMap<number, number>;
  quality: number;
}

/** So many of the best of some sentences, in the order they stand in. */
function best(drafts: readonly Draft[], count: number): Draft[] {
  const chosen = new Set([...drafts].sort((a, b) => b.quality - a.quality).slice(0, count));
  return drafts.filter((draft) => chosen.has(draft));
}

/** A number for each comment's author. */
export function personsOf(thread: Thread): number[] {
  const numbers = new Map<string, number>();
  let next = 0;
  return thread.comments.map(({ author }) => {
    const known = author === null ? undefined : numbers.get(author);
    if (known !== undefined) return known;
    if (author !== null) numbers.set(author, next);
    return next++;
  });
}

/**
 * Term frequency, dampened, times inverse frequency among the thread's people (Spärck Jones 1972, with Robertson's odds), so that the
 * thread's own subject, which everybody names, sets nothing apart.
 */
function weigh(
  counts: ReadonlyMap<number, number>,
  people: readonly number[],
  speakers: number,
  about: ReadonlySet<number>,
): Pick<Sentence, 'terms' | 'weights'> {
  const weighed: [number, number][] = [];
  for (const [stem, count] of counts) {
    const users = people[stem] ?? 1;
    const rarity = Math.log(1 + (speakers - users + 0.5) / (users + 0.5));
    weighed.push([stem, (1 + Math.log(count)) * rarity * (about.has(stem) ? 0.75 : 1)]);
  }
  weighed.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const heaviest = weighed.slice(0, TERMS);
  const length = Math.hypot(...heaviest.map(([, weight]) => weight)) || 1;
  return { terms: heaviest.map(([stem]) => stem), weights: heaviest.map(([, weight]) => weight / length) };
}

/** The cosine of two sentences, 0…1. */
export function likeness(one: Pick<Sentence, 'terms' | 'weights'>, other: Pick<Sentence, 'terms' | 'weights'>): number {
  let sum = 0;
  for (let a = 0; a < one.terms.length; a += 1) {
    const b = other.terms.indexOf(one.terms[a] as number);
    if (b >= 0) sum += (one.weights[a] as number) * (other.weights[b] as number);
  }
  return sum;
}
