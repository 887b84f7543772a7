import type { Comment, Thread } from '../thread/index.ts';

/** Browsers refuse a message of more than 64 MB, and a letter may take three bytes. */
const MOST_LETTERS = 16_000_000;

const lettersOf = ({ text, quotes }: Comment) => quotes.reduce((sum, quote) => sum + quote.text.length, text.length);

/** A thread as it fits into one message: of the longest posts only the beginning, where all of it would be more than browsers carry. */
export function portable(thread: Thread): Thread {
  const posts = thread.opening ? [thread.opening, ...thread.comments] : thread.comments;
  if (posts.reduce((sum, post) => sum + lettersOf(post), 0) <= MOST_LETTERS) return thread;
  const share = Math.floor(MOST_LETTERS / posts.length);
  const shortened = (post: Comment): Comment => {
    if (lettersOf(post) <= share) return post;
    let left = share;
    const begun = (text: string) => {
      const beginning = text.slice(0, left);
      left -= beginning.length;
      return beginning;
    };
    return { ...post, text: begun(post.text), quotes: post.quotes.map((quote) => ({ ...quote, text: begun(quote.text) })) };
  };
  return { ...thread, opening: thread.opening && shortened(thread.opening), comments: thread.comments.map(shortened) };
}
