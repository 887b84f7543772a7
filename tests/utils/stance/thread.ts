import type { Comment, Thread } from '../../../utils/thread/thread.ts';

/** A thread of our own words; comments are `[id, parent, text, author?]`. */
export function threadOf(title: string, opening: string | null, comments: [string, string | null, string, string?][]): Thread {
  const comment = (id: string, parent: string | null, text: string, author: string | null = null): Comment => ({
    id,
    parent,
    author,
    text,
    quotes: [],
    time: null,
    score: null,
    permalink: null,
    deleted: false,
  });
  return {
    platform: 'test',
    url: 'https://forum.example/t/1',
    title,
    opening: opening === null ? null : comment('op', null, opening, 'starter'),
    comments: comments.map(([id, parent, text, author]) => comment(id, parent, text, author ?? `author of ${id}`)),
    total: null,
    unreadable: 0,
  };
}
