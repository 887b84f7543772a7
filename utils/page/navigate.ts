import type { Command } from '../reader/index.ts';
import type { Analysis } from '../stance/index.ts';
import { labelOf } from '../summary/index.ts';
import { sameAuthor, type Thread } from '../thread/index.ts';

/** What a reader walks through. */
export interface NavigationContext {
  thread: Thread;
  analysis: Analysis;
  /** Ids of the comments that stand in the page, from top to bottom. */
  ids: readonly string[];
  seen: ReadonlySet<string>;
  /** Ids of what was looked for; `null` while nothing is. */
  found: ReadonlySet<string> | null;
}

/** A comment that a key led to, and its 1-based position `number` among the `of` comments of its kind in the page. */
export interface Destination {
  id: string;
  number: number;
  of: number;
}

/**
 * The next comment of the kind that a command asks for, or the one before. `from` is where the reader is, an index of `ids`, −1 above the
 * first; `isAnchored` says whether they were taken to that comment or have merely passed it. Gives how many there are in all where there is none further. Linear.
 */
export function nextComment(
  command: Command,
  back: boolean,
  from: number,
  isAnchored: boolean,
  context: NavigationContext,
): Destination | { id: null; of: number } {
  const isOn = testOf(command, from, context);
  const on: number[] = [];
  for (let index = 0; index < context.ids.length; index += 1) if (isOn(context.ids[index] as string)) on.push(index);
  const next = back ? on.findLast((index) => index < from || (index === from && !isAnchored)) : on.find((index) => index > from);
  if (next === undefined) return { id: null, of: on.length };
  return { id: context.ids[next] as string, number: on.indexOf(next) + 1, of: on.length };
}

function testOf(command: Command, from: number, { thread, analysis, ids, seen, found }: NavigationContext): (id: string) => boolean {
  switch (command) {
    case 'oppose':
    case 'support':
    case 'question':
    case 'unsure':
      return (id) => labelOf(analysis, id) === command;
    case 'unseen':
      return (id) => !seen.has(id);
    case 'match':
      return (id) => found?.has(id) === true;
    case 'author': {
      const comments = new Map(thread.comments.map((comment) => [comment.id, comment]));
      const current = comments.get(ids[from] ?? '');
      return (id) => sameAuthor(current, comments.get(id));
    }
    default:
      return () => true;
  }
}
