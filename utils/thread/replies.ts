import type { Comment, Thread } from './thread.ts';

/** Who answers whom. */
export interface Tree {
  /** By number of the comment, the number of the one it answers; −1 where that is the opening post or not known. */
  parents: number[];
  answers: number[][];
}

/** The replies of a thread by number; a comment that would answer itself answers nobody. */
export function treeOf({ comments }: Thread): Tree {
  const number = new Map(comments.map(({ id }, index) => [id, index]));
  const parents = comments.map(({ id, parent }) => (parent === null || parent === id ? -1 : (number.get(parent) ?? -1)));
  const answers: number[][] = comments.map(() => []);
  parents.forEach((parent, index) => {
    answers[parent]?.push(index);
  });
  return { parents, answers };
}

/** The post that a comment answers; `null` where the page does not say or did not hold it. */
export function parentOf(thread: Thread, id: string): Comment | null {
  const parent = thread.comments.find((comment) => comment.id === id)?.parent ?? null;
  if (parent === null) return null;
  return thread.opening?.id === parent ? thread.opening : (thread.comments.find((comment) => comment.id === parent) ?? null);
}

/** Cuts every circle of parents at one place, so that following parents always ends. Linear. */
export function withoutCircles(comments: readonly Comment[]): void {
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const walked = new Map<Comment, Comment>();
  for (const start of comments) {
    let current: Comment | undefined = start;
    while (current && !walked.has(current)) {
      walked.set(current, start);
      const parent: Comment | undefined = current.parent === null ? undefined : byId.get(current.parent);
      if (parent && walked.get(parent) === start) current.parent = null;
      current = current.parent === null ? undefined : parent;
    }
  }
}
