import type { Chunked } from '../../chunked.ts';
import type { Analysis, Verdict } from '../../stance/index.ts';
import { type Comment, sameAuthor, type Thread, type Tree } from '../../thread/index.ts';
import type { Saying } from '../points/point.ts';
import { likeness, personsOf, type Sentence, type Sentences, sentencesIn } from '../points/sentences.ts';

/** Something said, and the answer that opposes it most directly. */
export interface Rebuttal {
  said: Saying;
  answer: Saying;
  /** Whether the model is sure enough of the opposition to show it. */
  sure: boolean;
}

/** How likely an answer must oppose what it answers to be shown beside it. */
const OPPOSES = 0.5;
/** So many of the likeliest are compared word by word, and so many sentences of each. */
const COMPARED = 400;
const SENTENCES = 8;
const MEETINGS = 30;

/** Comments beside the answers that oppose them, where these speak of the same things the most direct first; each comment once. */
export function* rebuttalsIn(thread: Thread, analysis: Analysis, { parents }: Tree): Chunked<Rebuttal[]> {
  const { comments } = thread;
  const confidence = (index: number) => analysis.verdicts[(comments[index] as Comment).id]?.parent?.confidence ?? 0;
  const against = comments
    .map((_, index) => index)
    .filter((index) => {
      const verdict = analysis.verdicts[(comments[index] as Comment).id]?.parent;
      const parent = comments[parents[index] as number];
      return parent && verdict && !parent.deleted && !sameAuthor(parent, comments[index]) && opposes(verdict);
    })
    .sort((a, b) => confidence(b) - confidence(a) || a - b)
    .slice(0, COMPARED);
  const involved = new Set(against.flatMap((index) => [index, parents[index] as number]).map((index) => (comments[index] as Comment).id));
  const sentences = yield* sentencesIn(thread, personsOf(thread), thread.title, ({ id }) => involved.has(id));
  const best = new Map<number, { rebuttal: Rebuttal; score: number }>();
  for (const index of against) {
    yield;
    const parent = parents[index] as number;
    const pair = mostAlike(sentences, parent, index);
    if (!pair) continue;
    const score = confidence(index) * (0.3 + pair.likeness) * pair.said.quality * pair.answer.quality;
    if (score <= (best.get(parent)?.score ?? 0)) continue;
    const saying = ({ comment, text }: Sentence) => ({ comment: (comments[comment] as Comment).id, text });
    const sure = analysis.verdicts[(comments[index] as Comment).id]?.parent?.stance === 'oppose';
    best.set(parent, { rebuttal: { said: saying(pair.said), answer: saying(pair.answer), sure }, score });
  }
  // Two who answer each other with the same words meet once.
  const heard = new Set<string>();
  return [...best.values()]
    .sort((a, b) => b.score - a.score)
    .map(({ rebuttal }) => rebuttal)
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
  const of = (index: number) => all.slice(from[index], Math.min((from[index] as number) + SENTENCES, from[index + 1] as number));
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
