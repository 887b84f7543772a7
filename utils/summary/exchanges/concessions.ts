import type { Chunked } from '../../chunked.ts';
import { type Comment, sameAuthor, sentencesOf, type Thread, type Tree } from '../../thread/index.ts';
import type { Saying } from '../points/point.ts';
import { type Concession, concessionIn, mayConcede } from './concessionPhrases.ts';

/** Somebody gives way. */
export interface ConcededPoint extends Saying {
  kind: Concession;
  /** Id of the comment that is given way to; `null` where the page does not say. */
  to: string | null;
  /** Whether they had spoken before in the same exchange, so that they give way in a quarrel of their own. */
  returned: boolean;
}

/** An exchange is followed upwards so far: time must not grow with the depth of a thread. */
const HIGHEST = 12;

/** Who gives way to whom: minds changed first, then those who come back to an exchange of their own. */
export function* concessionsIn({ comments, opening }: Thread, { parents }: Tree): Chunked<ConcededPoint[]> {
  const found: ConcededPoint[] = [];
  for (const [index, comment] of comments.entries()) {
    yield;
    if (comment.deleted || !mayConcede(comment.text)) continue;
    const parent = comments[parents[index] as number];
    const to = parent ?? (comment.parent !== null && comment.parent === opening?.id ? opening : null);
    if (to && sameAuthor(comment, to)) continue;
    const said = sentencesOf(comment.text)
      .slice(0, 40)
      .map((text) => ({ text, kind: concessionIn(text) }))
      .filter(({ kind }) => kind !== null);
    const best = said.find(({ kind }) => kind === 'changed') ?? said[0];
    if (!best?.kind) continue;
    const returned = hasSpokenAbove(comments, parents, index) || sameAuthor(comment, opening);
    // To grant the opening post a point is to agree with it.
    if (best.kind === 'granted' && !parent && !returned) continue;
    found.push({ comment: comment.id, text: best.text, kind: best.kind, to: to?.id ?? null, returned });
  }
  const weight = ({ kind, returned }: ConcededPoint) => (kind === 'changed' ? 2 : 0) + (returned ? 1 : 0);
  return found.sort((a, b) => weight(b) - weight(a));
}

function hasSpokenAbove(comments: readonly Comment[], parents: readonly number[], index: number): boolean {
  let above = parents[index] as number;
  for (let level = 0; level < HIGHEST && above >= 0; level += 1) {
    if (sameAuthor(comments[above], comments[index])) return true;
    above = parents[above] as number;
  }
  return false;
}
