import { sentencesOf } from '../stance/proposition.ts';
import type { Comment, Thread } from './thread.ts';

/** Who answers whom. */
export interface Tree {
  /** By number of the comment, the number of the one it answers; −1 where that is the opening post or not known. */
  parents: number[];
  answers: number[][];
}

/** The replies of a thread by number; a comment that would answer itself answers nobody. */
export function treeOf({ comments }: Thread): Tree {
  const number = new Map(comments.map(({ id }, at) => [id, at]));
  const parents = comments.map(({ id, parent }) => (parent === null || parent === id ? -1 : (number.get(parent) ?? -1)));
  const answers: number[][] = comments.map(() => []);
  parents.forEach((parent, at) => {
    answers[parent]?.push(at);
  });
  return { parents, answers };
}

/** Whether two posts are by one author, who is known. */
export const sameAuthor = (one: Comment | null | undefined, other: Comment | null | undefined) =>
  one?.author != null && one.author === other?.author;

/** The first sentence that says something. */
export function beginningOf(text: string): string {
  const sentences = sentencesOf(text);
  return sentences.find((sentence) => sentence.length > 15 && !/^>|\?$|^https?:\S+$/.test(sentence)) ?? sentences[0] ?? text;
}
