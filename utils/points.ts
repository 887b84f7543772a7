import { clustersOf } from './clusters.ts';
import { contrast, type Term } from './contrast.ts';
import { type Echo, echoOf } from './echoes.ts';
import { personsOf, type Sentence, type Sentences, sentencesIn } from './sentences.ts';
import type { Sliced } from './slices.ts';
import { sentencesOf } from './stance/proposition.ts';
import type { Analysis } from './stance/verdict.ts';
import { wordsIn } from './terms.ts';
import type { Comment, Thread } from './thread.ts';

/** Somebody's words, verbatim: one sentence of a comment. */
export interface Saying {
  comment: string;
  text: string;
}

/** Something said in a thread. */
export interface Point {
  /** One sentence of each person who speaks of it; the first stands for all. */
  said: Saying[];
  /** The words that most of these share, as they stand there; empty where one person alone speaks of it. */
  words: string[];
  /** Comments that answer one of these with no more than a yes. */
  echoes: string[];
}

/** The points of one side, or of what takes none. */
export interface Group {
  /** `answer`: below an open question there are no sides. */
  of: 'support' | 'oppose' | 'other' | 'answer';
  /** How many comments the points are drawn from. */
  comments: number;
  /** Where too few comments are sure enough to be shown on the side, those that may stand there: how likely they do on average, 0…1. */
  likely: number | null;
  /** What most people speak of first. */
  points: Point[];
  /** What sets the side apart from the other. */
  terms: Term[];
}

export interface Points {
  groups: Group[];
  /** Ids of the comments that only say yes, only no, or nothing. */
  echoes: Record<Echo, string[]>;
}

type Side = 'support' | 'oppose';
const SIDES: readonly Side[] = ['support', 'oppose'];

/** With fewer shown comments than this, a side is also looked for among those the model is unsure of. */
const ENOUGH = 5;
/** How likely a comment must be of a side to be taken for one that may stand there. */
const LIKELY = 0.35;
/** Of so many comments one must be shown on a side for the sides to be the first thing told. */
const FEW = 10;
/** How likely at least where nobody is so. */
const POSSIBLE = 0.25;
/** So many points at most, of which so many said by one person alone, to fill up. */
const MOST = 24;
const FILL = 4;

/**
 * What is said in a thread, per side and in its own words: sentences that speak of the same are gathered and each gathering is shown by
 * the one that stands best for it, with everybody who said such ("key point analysis", Bar-Haim et al. 2020, here extractive and
 * without a model). Deterministic; time grows with the thread, sorting aside.
 */
export function* pointsOf(thread: Thread, analysis: Analysis): Sliced<Points> {
  const persons = personsOf(thread);
  const echoes: Points['echoes'] = { yes: [], no: [], nothing: [] };
  const empty = new Set<string>();
  for (const { id, text, deleted } of thread.comments) {
    yield;
    const kind = deleted || analysis.verdicts[id]?.opening.because === 'language' ? null : echoOf(text);
    if (!kind) continue;
    echoes[kind].push(id);
    empty.add(id);
  }
  const isSaid = ({ id, deleted }: Comment) => !deleted && analysis.verdicts[id]?.opening.stance !== 'unread';
  const subject = `${thread.title} ${analysis.proposition.text}`;
  const sentences = yield* sentencesIn(thread, persons, subject, (comment) => isSaid(comment) && !empty.has(comment.id));
  yield;
  const weight = prominence(thread);
  yield;
  const groups: Group[] = [];
  const members = groupsOf(thread, analysis, isSaid);
  const shown = new Set<Sentence>();
  for (const { of, members: numbers, likely } of members) {
    yield;
    const chosen = numbers.flatMap((at) => sentences.all.slice(sentences.from[at], sentences.from[at + 1]));
    const points = yield* pointsIn(thread, sentences, chosen, weight, shown);
    // A side that says nothing that stands by itself is heard all the same, be it one short word.
    const first = thread.comments[numbers[0] ?? -1];
    if (points.length === 0 && first && (of === 'support' || of === 'oppose'))
      points.push({ said: [{ comment: first.id, text: sentencesOf(first.text)[0] ?? first.text }], words: [], echoes: [] });
    groups.push({ of, comments: numbers.length, likely, points, terms: [] });
  }
  yield* addTerms(groups, sentences, members);
  addEchoes(groups, thread, echoes.yes);
  return { groups, echoes };
}

interface Members {
  of: Group['of'];
  /** Numbers of comments in the thread, the surest of the side first where they are guesses. */
  members: number[];
  likely: number | null;
}

function groupsOf(thread: Thread, analysis: Analysis, isSaid: (comment: Comment) => boolean): Members[] {
  const numbers = thread.comments.map((_, at) => at).filter((at) => isSaid(thread.comments[at] as Comment));
  const verdict = (at: number) => analysis.verdicts[(thread.comments[at] as Comment).id]?.opening;
  if (analysis.proposition.kind === 'question') {
    const asked = thread.opening?.author ?? null;
    const answers = numbers.filter((at) => asked === null || thread.comments[at]?.author !== asked);
    return [{ of: 'answer', members: answers, likely: null }];
  }
  const sided = new Set<number>();
  const sure: Members[] = [];
  const guessed: Members[] = [];
  for (const side of SIDES) {
    const shown = numbers.filter((at) => verdict(at)?.stance === side);
    for (const at of shown) sided.add(at);
    if (shown.length > 0) sure.push({ of: side, members: shown, likely: null });
    if (shown.length >= ENOUGH) continue;
    const confidence = (at: number) => verdict(at)?.confidence ?? 0;
    const guesses = numbers.filter((at) => verdict(at)?.stance === 'unsure' && verdict(at)?.best === side);
    guesses.sort((a, b) => confidence(b) - confidence(a) || a - b);
    let added = guesses.filter((at) => confidence(at) >= LIKELY);
    // Nobody at all: then the likeliest, so that no side goes unheard.
    if (shown.length + added.length === 0) added = guesses.slice(0, 1).filter((at) => confidence(at) >= POSSIBLE);
    const likely = added.length === 0 ? null : added.reduce((sum, at) => sum + confidence(at), 0) / added.length;
    if (shown.length === 0 || added.length > 0) guessed.push({ of: side, members: added, likely });
  }
  const bySize = (one: Members, another: Members) => another.members.length - one.members.length;
  sure.sort(bySize);
  guessed.sort(bySize);
  const other: Members = { of: 'other', members: numbers.filter((at) => !sided.has(at)), likely: null };
  // What is known comes before what is guessed; where little is known, what all say comes before the guesses.
  return sided.size * FEW > numbers.length ? [...sure, ...guessed, other] : [...sure, other, ...guessed];
}

/** How much heed a comment found, 0…1 each: its votes and its answers beside the most of the thread. */
function prominence(thread: Thread): number[] {
  const answers = new Map<string, number>();
  for (const { parent } of thread.comments) if (parent !== null) answers.set(parent, (answers.get(parent) ?? 0) + 1);
  const heed = thread.comments.map(({ id, score }) => Math.log(1 + Math.max(0, score ?? 0)) + Math.log(1 + (answers.get(id) ?? 0)));
  const most = heed.reduce((a, b) => Math.max(a, b), 0) || 1;
  return heed.map((one) => one / most);
}

function* pointsIn(
  thread: Thread,
  { people, stems, about }: Sentences,
  chosen: readonly Sentence[],
  prominent: readonly number[],
  /** What another group shows already fills up no second one. */
  shown: Set<Sentence>,
): Sliced<Point[]> {
  const saying = ({ comment, text }: Sentence): Saying => ({ comment: (thread.comments[comment] as Comment).id, text });
  const clusters = yield* clustersOf(chosen, people);
  const points = clusters.slice(0, MOST).map((said): Point => ({ said: said.map(saying), words: sharedBy(said, stems), echoes: [] }));
  if (points.length >= FILL) return points;
  const heard = new Set(clusters.flat().map(({ person }) => person));
  const salience = (sentence: Sentence) => {
    const shared = sentence.terms.reduce((sum, term, at) => sum + ((people[term] ?? 0) > 1 ? (sentence.weights[at] as number) ** 2 : 0), 0);
    const onSubject = sentence.terms.some((term) => about.has(term)) ? 0.2 : 0;
    return sentence.quality * (0.4 + 0.3 * shared + 0.3 * (prominent[sentence.comment] ?? 0) + onSubject);
  };
  const alone = chosen.map((sentence) => ({ sentence, score: salience(sentence) })).sort((a, b) => b.score - a.score);
  for (const { sentence } of alone) {
    if (points.length >= FILL) break;
    if (heard.has(sentence.person) || shown.has(sentence)) continue;
    heard.add(sentence.person);
    shown.add(sentence);
    points.push({ said: [saying(sentence)], words: [], echoes: [] });
  }
  return points;
}

/** The words that at least half of some sentences share, at most three, as the first sentence has them: neighbours stand together. */
function sharedBy(said: readonly Sentence[], stems: Sentences['stems']): string[] {
  const counts = new Map<number, number>();
  for (const { terms } of said) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const shared = [...counts].filter(([, count]) => count > 1 && count * 2 >= said.length).sort((a, b) => b[1] - a[1]);
  const left = new Set(shared.slice(0, 3).map(([term]) => term));
  const text = (said[0]?.text ?? '').toLowerCase();
  const phrases: string[] = [];
  for (const word of wordsIn(text)) {
    if (!left.delete(stems.number(word))) continue;
    const joined = `${phrases.at(-1)} ${word}`;
    if (text.includes(joined)) phrases[phrases.length - 1] = joined;
    else phrases.push(word);
  }
  return [...phrases, ...[...left].map((term) => stems.word(term))];
}

/** Gives each side its words; they stand with the last of its groups, the guesses among them. */
function* addTerms(groups: readonly Group[], { all, from, stems, people }: Sentences, members: readonly Members[]): Sliced<void> {
  const used: Record<Side, number[]> = { support: [], oppose: [] };
  for (const side of SIDES) {
    yield;
    const own = members.filter(({ of }) => of === side).flatMap((group) => group.members);
    used[side] = peopleBy(own, all, from);
  }
  yield;
  for (const [side, other] of [SIDES, [...SIDES].reverse()] as [Side, Side][]) {
    const last = groups.findLast(({ of }) => of === side);
    if (last) last.terms = contrast(used[side], used[other], people).map(({ stem, people }) => ({ word: stems.word(stem), people }));
  }
}

/** By number of the stem, how many people used it in some comments. */
function peopleBy(members: readonly number[], all: readonly Sentence[], from: readonly number[]): number[] {
  const users = new Map<number, Set<number>>();
  for (const at of members)
    for (const { terms, person } of all.slice(from[at], from[at + 1]))
      for (const term of terms) users.set(term, (users.get(term) ?? new Set()).add(person));
  const counts: number[] = [];
  for (const [term, who] of users) counts[term] = who.size;
  return counts;
}

/** A bare yes to a comment speaks for the points that comment makes. */
function addEchoes(groups: readonly Group[], thread: Thread, yes: readonly string[]): void {
  const pointOf = new Map<string, Point>();
  for (const point of groups.flatMap(({ points }) => points))
    for (const { comment } of point.said) if (!pointOf.has(comment)) pointOf.set(comment, point);
  const wanted = new Set(yes);
  for (const { id, parent } of thread.comments) if (parent !== null && wanted.has(id)) pointOf.get(parent)?.echoes.push(id);
}
