import { EMPTY } from './functionWords.ts';
import { hashOf, type Words } from './tokens.ts';

/**
 * Whom the comment is held against: the post the thread began with, which it answers (`opening`); the comment it answers (`reply`);
 * or the post the thread began with although it answers another comment (`remote`).
 */
export type Task = 'opening' | 'reply' | 'remote';

/** What a comment is held against, made once and used for every comment that answers it. */
export interface Aim {
  task: Task;
  words: Words;
  /** Title or opening post, where the target is another comment. */
  about: Words | null;
  content: ReadonlySet<number>;
  /** Words the title holds in quotation marks: it keeps its distance from them. */
  distant: ReadonlySet<number>;
}

export function aimOf(task: Task, words: Words, about: Words | null = null): Aim {
  const content = new Set<number>();
  for (const word of words.hash) if (!EMPTY.has(word)) content.add(word);
  return { task, words, about, content, distant: distantWords(words) };
}

const QUOTE = hashOf('"');
/** How far into the target its title may reach, and how long a quotation that keeps distance may be. */
const TITLE = 30;
const BRIEF = 4;

function distantWords(words: Words): Set<number> {
  const found = new Set<number>();
  let open = -1;
  for (let at = 0; at < Math.min(words.count, TITLE); at++) {
    if (words.hash[at] !== QUOTE) continue;
    if (open >= 0 && at - open - 1 <= BRIEF) for (const word of words.hash.subarray(open + 1, at)) if (!EMPTY.has(word)) found.add(word);
    open = open >= 0 ? -1 : at;
  }
  return found;
}
