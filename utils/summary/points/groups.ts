import { type Analysis, SIDES } from '../../stance/index.ts';
import { type Comment, displayName, type Thread } from '../../thread/index.ts';
import type { Group } from './point.ts';

/** With fewer shown comments than this, a side is also looked for among those the model is unsure of. */
const MIN_SHOWN = 5;
/** How likely a comment must be of a side to be taken for one that may stand there. */
const LIKELY = 0.35;
/** Of so many comments one must be shown on a side for the sides to be the first thing told. */
const COMMENTS_PER_SIDED = 10;
/** How likely at least where nobody is so. */
const POSSIBLE = 0.25;

/** Whose points a group shows. */
export interface Members {
  of: Group['of'];
  /** Numbers of comments in the thread, the surest of the side first where they are guesses. */
  members: number[];
  likely: number | null;
}

/** Divides the comments that say anything into the groups whose points are shown, in the order they are shown in. */
export function groupsOf(thread: Thread, analysis: Analysis, isSaid: (comment: Comment) => boolean): Members[] {
  const numbers = thread.comments.map((_, index) => index).filter((index) => isSaid(thread.comments[index] as Comment));
  const verdict = (index: number) => analysis.verdicts[(thread.comments[index] as Comment).id]?.opening;
  if (analysis.proposition.kind === 'question') {
    const asked = thread.opening && displayName(thread.opening);
    const answers = numbers.filter((index) => asked === null || thread.comments[index]?.author !== asked);
    return [{ of: 'answer', members: answers, likely: null }];
  }
  const sided = new Set<number>();
  const sure: Members[] = [];
  const guessed: Members[] = [];
  for (const side of SIDES) {
    const shown = numbers.filter((index) => verdict(index)?.stance === side);
    for (const index of shown) sided.add(index);
    if (shown.length > 0) sure.push({ of: side, members: shown, likely: null });
    if (shown.length >= MIN_SHOWN) continue;
    const confidence = (index: number) => verdict(index)?.confidence ?? 0;
    const guesses = numbers.filter((index) => verdict(index)?.stance === 'unsure' && verdict(index)?.best === side);
    guesses.sort((a, b) => confidence(b) - confidence(a) || a - b);
    let added = guesses.filter((index) => confidence(index) >= LIKELY);
    // Nobody at all: then the likeliest, so that no side goes unheard.
    if (shown.length + added.length === 0) added = guesses.slice(0, 1).filter((index) => confidence(index) >= POSSIBLE);
    const likely = added.length === 0 ? null : added.reduce((sum, index) => sum + confidence(index), 0) / added.length;
    if (shown.length === 0 || added.length > 0) guessed.push({ of: side, members: added, likely });
  }
  const bySize = (one: Members, another: Members) => another.members.length - one.members.length;
  sure.sort(bySize);
  guessed.sort(bySize);
  const other: Members = { of: 'other', members: numbers.filter((index) => !sided.has(index)), likely: null };
  // What is known comes before what is guessed; where little is known, what all say comes before the guesses.
  return sided.size * COMMENTS_PER_SIDED > numbers.length ? [...sure, ...guessed, other] : [...sure, other, ...guessed];
}
