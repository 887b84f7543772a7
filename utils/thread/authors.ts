import type { Comment, Thread } from './thread.ts';

/** Whether two posts are by one author, who is known. */
export const sameAuthor = (one: Comment | null | undefined, other: Comment | null | undefined) =>
  one?.author != null && one.author === other?.author;

/** Who wrote a comment; `null` where it names nobody. "[deleted]" is what forums write for everybody whose account is gone. */
export function displayName({ author }: Comment): string | null {
  return author && !/^\[\w+\]$/.test(author) ? author : null;
}

/** The name that each author has where names are left out: "Person 1", "Person 2", … in the order of their appearance. */
export function pseudonyms(thread: Thread): (author: string | null) => string | null {
  const names = new Map<string, string>();
  for (const { author } of [...(thread.opening ? [thread.opening] : []), ...thread.comments]) {
    if (author && !names.has(author)) names.set(author, `Person ${names.size + 1}`);
  }
  return (author) => author && (names.get(author) ?? null);
}
