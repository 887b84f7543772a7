import type { Platform } from '../platform.ts';

/** GoToSocial's pages, another server of the fediverse. */
export const gotosocial: Platform = {
  name: 'gotosocial',
  example: 'https://gts.example.org/@name/statuses/01ABCDEF',
  marker: '.thread-wrapper .thread > article.status[id]',
  thread: /\/statuses\/\w+/,
  title: ({ ownerDocument }) => ownerDocument.querySelector('meta[property="og:title"]')?.getAttribute('content'),
  comment: '.thread > article.status[id]',
  opening: { post: '.thread-main > article.status[id], .thread > article.status[id]' },
  id: '@id',
  author: ['.displayname', '.username'],
  body: ['.status-body .spoiler-content, .status-body .content', '.text .content'],
  time: '.dt-published@datetime',
  permalink: '.status-info .u-url@href',
  score: '.stats-item[title="Faves"] dd',
  badge: '.status-header',
  answers,
  total: '.thread-replies .col-header h2',
};

/**
 * The posts of the thread itself follow one another. Answers are indented below what they answer; which post of a longer thread the first
 * of them answer is not said.
 */
function answers(posts: readonly Element[]): ReadonlyMap<Element, Element> {
  const found = new Map<Element, Element>();
  const thread: Element[] = [];
  const open: Element[] = [];
  for (const post of posts) {
    const indent = Number(/\bindent-(\d+)/.exec(post.className)?.[1] ?? 0);
    const answered = post.closest('.thread-replies') ? (open[indent - 1] ?? (thread.length === 1 ? thread[0] : undefined)) : thread.at(-1);
    if (answered) found.set(post, answered);
    if (post.closest('.thread-replies')) open.splice(indent, open.length, post);
    else thread.push(post);
  }
  return found;
}
