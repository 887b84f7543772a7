import type { Comment, Thread } from '../../utils/thread/thread.ts';

/** A comment with what a test says of it. */
export function comment(id: string, more: Partial<Comment> = {}): Comment {
  return {
    id,
    parent: null,
    author: null,
    text: `words of ${id}`,
    quotes: [],
    time: null,
    score: null,
    permalink: null,
    deleted: false,
    ...more,
  };
}

/** A thread of the comments given, under an opening post with the id `opening`. */
export function thread(comments: Comment[], more: Partial<Thread> = {}): Thread {
  return {
    platform: 'test',
    url: 'https://forum.example.org/t/1',
    title: 'A title',
    opening: comment('opening'),
    comments,
    total: null,
    unreadable: 0,
    ...more,
  };
}
