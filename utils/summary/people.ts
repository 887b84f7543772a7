import type { Analysis, Label } from '../stance/index.ts';
import { type Comment, displayName, type Thread } from '../thread/index.ts';

/** Somebody who takes part in a thread, as far as that one thread tells. Made anew from the thread each time, and kept nowhere. */
export interface Person {
  name: string;
  /** Whether the opening post is theirs. */
  opening: boolean;
  /** In the order of the thread. */
  comments: Comment[];
  /** Where they stand in this thread. */
  stance: Label;
}

/**
 * Everybody who wrote in a thread: who opened it first, then by the number of comments, then as they came. Comments that name nobody belong
 * to nobody. Linear in the number of comments (sorting aside).
 */
export function peopleOf(thread: Thread, analysis: Analysis): Person[] {
  const cached = last.get(analysis);
  if (cached?.thread === thread) return cached.people;
  const people = madeOf(thread, analysis);
  last.set(analysis, { thread, people });
  return people;
}

/** Several views ask for the same. */
const last = new WeakMap<Analysis, { thread: Thread; people: Person[] }>();

function madeOf(thread: Thread, analysis: Analysis): Person[] {
  const opener = thread.opening && displayName(thread.opening);
  const written = new Map<string, Comment[]>(opener ? [[opener, []]] : []);
  for (const comment of thread.comments) {
    const name = displayName(comment);
    if (name && !written.get(name)?.push(comment)) written.set(name, [comment]);
  }
  return [...written]
    .map(([name, comments]) => ({
      name,
      opening: name === opener,
      comments,
      stance: standOf(comments.map(({ id }) => analysis.verdicts[id]?.opening.stance ?? 'pending')),
    }))
    .sort((one, other) => Number(other.opening) - Number(one.opening) || other.comments.length - one.comments.length);
}

/**
 * Where somebody stands whose comments stand at `labels`. Comments on a side decide: the label that more than half of them have, else
 * `mixed`. Without such, what they wrote most of, asking or taking no side (asking where it is even); without these either they are
 * `unsure`, `pending` where something of theirs is still to be read, or `skipped` where nothing could be analysed.
 */
export function standOf(labels: readonly Label[]): Label {
  const count = (label: Label) => labels.filter((one) => one === label).length;
  const sided = SIDED.map((label) => ({ label, count: count(label) }));
  const sum = sided.reduce((sum, { count }) => sum + count, 0);
  if (sum > 0) return sided.find(({ count }) => count > sum / 2)?.label ?? 'mixed';
  const [asks, neutral] = [count('question'), count('neutral')];
  if (asks + neutral > 0) return asks >= neutral ? 'question' : 'neutral';
  return (['unsure', 'pending'] as const).find((label) => labels.includes(label)) ?? 'skipped';
}

const SIDED = ['support', 'oppose', 'mixed'] as const;
