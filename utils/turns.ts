import { type Concession, concessionIn, mayConcede } from './concessions.ts';
import { echoOf } from './echoes.ts';
import type { Saying } from './points.ts';
import { questionIn } from './questions.ts';
import { likeness, personsOf, type Sentence, type Sentences, sentencesIn } from './sentences.ts';
import type { Sliced } from './slices.ts';
import { sentencesOf } from './stance/proposition.ts';
import type { Analysis, Verdict } from './stance/verdict.ts';
import type { Comment, Thread } from './thread.ts';

/** Somebody gives way. */
export interface Turn extends Saying {
  kind: Concession;
  /** Id of the comment that is given way to; `null` where the page does not say. */
  to: string | null;
  /** Whether they had spoken before in the same exchange, so that they give way in a quarrel of their own. */
  returned: boolean;
}

/** Something said, and the answer that opposes it most directly. */
export interface Meeting {
  said: Saying;
  answer: Saying;
  /** Whether the model is sure enough of the opposition to show it. */
  sure: boolean;
}

/** A comment to which people of both sides say yes: the comments in which they do. */
export interface Bridge extends Saying {
  support: string[];
  oppose: string[];
  sure: boolean;
}

/** Who answered a question: the opening poster, somebody else, nobody among the comments read. */
export type AnsweredBy = 'opener' | 'other' | 'nobody';

export interface Question extends Saying {
  by: AnsweredBy;
  /** The beginning of the answer: the opening poster's, else that of whom the question was put to, else the one liked best. `null` where there is none. */
  answer: Saying | null;
}

export interface Turns {
  turns: Turn[];
  meetings: Meeting[];
  bridges: Bridge[];
  /** Those the opening poster answered first, those nobody answered last. */
  questions: Question[];
  /** Whether the page says who answers whom: without that nobody knows what was answered. */
  replies: boolean;
}

/**
 * Where a thread turns and where its people meet, from words and the reply tree. Deterministic; time grows with the
 * thread, sorting aside.
 */
export function* turnsOf(thread: Thread, analysis: Analysis): Sliced<Turns> {
  const tree = treeOf(thread);
  const turns = yield* concessionsOf(thread, tree);
  const questions = yield* questionsOf(thread, analysis, tree);
  const meetings = yield* meetingsOf(thread, analysis, tree);
  const bridges = analysis.proposition.kind === 'claim' ? yield* bridgesOf(thread, analysis, tree) : [];
  return { turns, meetings, bridges, questions, replies: tree.parents.some((parent) => parent >= 0) };
}

interface Tree {
  /** By number of the comment, the number of the one it answers; −1 where that is the opening post or not known. */
  parents: number[];
  answers: number[][];
}

function treeOf({ comments }: Thread): Tree {
  const number = new Map(comments.map(({ id }, at) => [id, at]));
  const parents = comments.map(({ id, parent }) => (parent === null || parent === id ? -1 : (number.get(parent) ?? -1)));
  const answers: number[][] = comments.map(() => []);
  parents.forEach((parent, at) => {
    answers[parent]?.push(at);
  });
  return { parents, answers };
}

const sameAuthor = (one: Comment | null | undefined, other: Comment | null | undefined) =>
  one?.author != null && one.author === other?.author;

/** An exchange is followed upwards so far: time must not grow with the depth of a thread. */
const HIGHEST = 12;

function* concessionsOf({ comments, opening }: Thread, { parents }: Tree): Sliced<Turn[]> {
  const found: Turn[] = [];
  for (const [at, comment] of comments.entries()) {
    yield;
    if (comment.deleted || !mayConcede(comment.text)) continue;
    const parent = comments[parents[at] as number];
    const to = parent ?? (comment.parent !== null && comment.parent === opening?.id ? opening : null);
    if (to && sameAuthor(comment, to)) continue;
    const said = sentencesOf(comment.text)
      .slice(0, 40)
      .map((text) => ({ text, kind: concessionIn(text) }))
      .filter(({ kind }) => kind !== null);
    const best = said.find(({ kind }) => kind === 'changed') ?? said[0];
    if (!best?.kind) continue;
    const returned = hasSpokenAbove(comments, parents, at) || sameAuthor(comment, opening);
    // To grant the opening post a point is to agree with it.
    if (best.kind === 'granted' && !parent && !returned) continue;
    found.push({ comment: comment.id, text: best.text, kind: best.kind, to: to?.id ?? null, returned });
  }
  const weight = ({ kind, returned }: Turn) => (kind === 'changed' ? 2 : 0) + (returned ? 1 : 0);
  return found.sort((a, b) => weight(b) - weight(a));
}

function hasSpokenAbove(comments: readonly Comment[], parents: readonly number[], at: number): boolean {
  let above = parents[at] as number;
  for (let steps = 0; steps < HIGHEST && above >= 0; steps += 1) {
    if (sameAuthor(comments[above], comments[at])) return true;
    above = parents[above] as number;
  }
  return false;
}

const RANKS: readonly AnsweredBy[] = ['opener', 'other', 'nobody'];

function* questionsOf(thread: Thread, analysis: Analysis, { parents, answers }: Tree): Sliced<Question[]> {
  const { comments, opening } = thread;
  const found: Question[] = [];
  for (const [at, comment] of comments.entries()) {
    yield;
    const verdict = analysis.verdicts[comment.id];
    if (comment.deleted || !verdict || verdict.opening.stance === 'unread') continue;
    const asking = [verdict.opening, verdict.parent].some((one) => one?.stance === 'question' || one?.best === 'question');
    const text = questionIn(comment.text, asking);
    if (!text) continue;
    const asked = comments[parents[at] as number] ?? opening;
    const others = (answers[at] as number[]).map((answer) => comments[answer] as Comment).filter((answer) => isAnswer(answer, comment));
    const opener = others.find((answer) => sameAuthor(answer, opening));
    const answer = opener ?? others.find((one) => sameAuthor(one, asked)) ?? mostLiked(others);
    const by: AnsweredBy = !answer ? 'nobody' : answer === opener ? 'opener' : 'other';
    found.push({ comment: comment.id, text, by, answer: answer ? { comment: answer.id, text: beginningOf(answer.text) } : null });
  }
  return found.sort((a, b) => RANKS.indexOf(a.by) - RANKS.indexOf(b.by));
}

/** By somebody else, with words of its own, and not only a question in return. */
function isAnswer(answer: Comment, question: Comment): boolean {
  if (answer.deleted || sameAuthor(answer, question) || answer.text === '') return false;
  const kind = echoOf(answer.text);
  return kind !== 'nothing' && !sentencesOf(answer.text).every((sentence) => sentence.endsWith('?'));
}

function mostLiked(comments: readonly Comment[]): Comment | undefined {
  let best = comments[0];
  for (const comment of comments) if ((comment.score ?? 0) > (best?.score ?? 0)) best = comment;
  return best;
}

/** The first sentence that says something. */
function beginningOf(text: string): string {
  const sentences = sentencesOf(text);
  return sentences.find((sentence) => sentence.length > 15 && !/^>|\?$|^https?:\S+$/.test(sentence)) ?? sentences[0] ?? text;
}

/** How likely an answer must oppose what it answers to be shown beside it. */
const OPPOSES = 0.5;
/** So many of the likeliest are compared word by word, and so many sentences of each. */
const COMPARED = 400;
const SENTENCES = 8;
const MEETINGS = 30;

function* meetingsOf(thread: Thread, analysis: Analysis, { parents }: Tree): Sliced<Meeting[]> {
  const { comments } = thread;
  const confidence = (at: number) => analysis.verdicts[(comments[at] as Comment).id]?.parent?.confidence ?? 0;
  const against = comments
    .map((_, at) => at)
    .filter((at) => {
      const verdict = analysis.verdicts[(comments[at] as Comment).id]?.parent;
      const parent = comments[parents[at] as number];
      return parent && verdict && !parent.deleted && !sameAuthor(parent, comments[at]) && opposes(verdict);
    })
    .sort((a, b) => confidence(b) - confidence(a) || a - b)
    .slice(0, COMPARED);
  const involved = new Set(against.flatMap((at) => [at, parents[at] as number]).map((at) => (comments[at] as Comment).id));
  const sentences = yield* sentencesIn(thread, personsOf(thread), thread.title, ({ id }) => involved.has(id));
  const best = new Map<number, { meeting: Meeting; score: number }>();
  for (const at of against) {
    yield;
    const parent = parents[at] as number;
    const pair = mostAlike(sentences, parent, at);
    if (!pair) continue;
    const score = confidence(at) * (0.3 + pair.likeness) * pair.said.quality * pair.answer.quality;
    if (score <= (best.get(parent)?.score ?? 0)) continue;
    const saying = ({ comment, text }: Sentence) => ({ comment: (comments[comment] as Comment).id, text });
    const sure = analysis.verdicts[(comments[at] as Comment).id]?.parent?.stance === 'oppose';
    best.set(parent, { meeting: { said: saying(pair.said), answer: saying(pair.answer), sure }, score });
  }
  // Two who answer each other with the same words meet once.
  const heard = new Set<string>();
  return [...best.values()]
    .sort((a, b) => b.score - a.score)
    .map(({ meeting }) => meeting)
    .filter(({ said, answer }) => {
      const again = heard.has(said.text) || heard.has(answer.text);
      heard.add(said.text).add(answer.text);
      return !again;
    })
    .slice(0, MEETINGS);
}

const opposes = ({ stance, best, confidence }: Verdict) => stance === 'oppose' || (best === 'oppose' && confidence >= OPPOSES);

/** The two sentences of a comment and its answer that speak most of the same and stand best by themselves. */
function mostAlike({ all, from }: Sentences, said: number, answer: number) {
  const of = (at: number) => all.slice(from[at], Math.min((from[at] as number) + SENTENCES, from[at + 1] as number));
  let best: { said: Sentence; answer: Sentence; likeness: number; score: number } | null = null;
  for (const one of of(said))
    for (const other of of(answer)) {
      const alike = likeness(one, other);
      // Words said back unchanged answer nothing.
      if (alike > 0.85 || other.text.includes(one.text.replace(/\W+$/, ''))) continue;
      const score = (0.3 + alike) * one.quality * other.quality;
      if (score > (best?.score ?? 0)) best = { said: one, answer: other, likeness: alike, score };
    }
  return best;
}

/** How likely an answer must agree with what it answers to count as a yes. */
const AGREES = 0.5;
/** How far a person's other comments must lean to one side on average, −1…1. */
const LEANS = 0.12;

function* bridgesOf(thread: Thread, analysis: Analysis, { parents, answers }: Tree): Sliced<Bridge[]> {
  const { comments } = thread;
  const lean = (at: number) => {
    const { stance, probabilities } = analysis.verdicts[(comments[at] as Comment).id]?.opening ?? { stance: 'unread', probabilities: {} };
    const shown = stance === 'support' ? 1 : stance === 'oppose' ? -1 : 0;
    return { leans: shown || (probabilities.support ?? 0) - (probabilities.oppose ?? 0), shown };
  };
  const people = new Map<string, number[]>();
  for (const [at, { author, deleted }] of comments.entries())
    if (author !== null && !deleted) people.set(author, [...(people.get(author) ?? []), at].slice(0, 50));
  /** Where somebody stands by all they said but this one comment, which may lean on what it answers. */
  const sideOf = (at: number): { side: 'support' | 'oppose'; shown: boolean } | null => {
    const others = (people.get(comments[at]?.author ?? '') ?? []).filter((other) => other !== at && parents[other] !== parents[at]);
    if (others.length === 0) return null;
    const leans = others.map(lean);
    const mean = leans.reduce((sum, one) => sum + one.leans, 0) / leans.length;
    if (Math.abs(mean) < LEANS) return null;
    return { side: mean > 0 ? 'support' : 'oppose', shown: leans.some(({ shown }) => shown === Math.sign(mean)) };
  };
  const found: Bridge[] = [];
  for (const [at, comment] of comments.entries()) {
    yield;
    if (comment.deleted || (answers[at] as number[]).length < 2) continue;
    const bridge: Bridge = { comment: comment.id, text: beginningOf(comment.text), support: [], oppose: [], sure: true };
    for (const answer of answers[at] as number[]) {
      const one = comments[answer] as Comment;
      const yes = sameAuthor(one, comment) ? null : agreement(one, analysis.verdicts[one.id]?.parent ?? null);
      const place = yes && sideOf(answer);
      if (!yes || !place) continue;
      bridge[place.side].push(one.id);
      bridge.sure &&= yes === 'sure' && place.shown;
    }
    if (bridge.support.length > 0 && bridge.oppose.length > 0) found.push(bridge);
  }
  return found.sort((a, b) => Math.min(b.support.length, b.oppose.length) - Math.min(a.support.length, a.oppose.length));
}

function agreement({ text }: Comment, towards: Verdict | null): 'sure' | 'likely' | null {
  if (towards?.stance === 'support' || echoOf(text) === 'yes') return 'sure';
  return towards?.best === 'support' && towards.confidence >= AGREES ? 'likely' : null;
}
