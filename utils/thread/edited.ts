import { renamed } from './references.ts';
import type { Comment, Thread } from './thread.ts';

/** A thread in which posts that are being edited go on saying what they said before, until there is something else to read. */
export function withEarlierWords(before: Thread, now: Thread, edited: ReadonlySet<string>): Thread {
  if (edited.size === 0) return now;
  const known = new Map<string, Comment>();
  for (const post of [before.opening, ...before.comments]) if (post && edited.has(post.id)) known.set(post.id, post);
  const asBefore = <Post extends Comment | null>(post: Post): Post | Comment => {
    const earlier = post && known.get(post.id);
    return earlier ? renamed(earlier, { ...post, parent: earlier.parent, text: earlier.text, quotes: earlier.quotes }) : post;
  };
  return { ...now, opening: asBefore(now.opening), comments: now.comments.map((comment) => asBefore(comment)) };
}
