import type { Platform } from '../platform.ts';
import { speaker } from '../platformHelpers.ts';

export const nodebb: Platform = {
  name: 'nodebb',
  example: 'https://community.nodebb.org/topic/1/a-title',
  hosts: ['community.nodebb.org'],
  marker: '[component="topic"] [component="post"][data-pid]',
  thread: /\/topic\/\d+/,
  title: ['[component="topic/title"]', '[component="post/header"]'],
  comment: '[component="topic"] [component="post"][data-pid]',
  // Unfolded answers are numbered from nought as well.
  opening: { post: '[component="topic"] [component="post"][data-index="0"]:not([component="post/replies"] *)' },
  // Answers that a reader unfolds below a post stand in the topic too.
  copies: '[component="post/replies"] [component="post"]',
  id: '@data-pid',
  author: ['@data-username', '[itemprop="author"] [itemprop="name"]@content'],
  body: '[component="post/content"]',
  time: ['@data-timestamp', '[itemprop="datePublished"]@content', '.timeago@title'],
  score: ['[component="post/vote-count"]@data-votes', '[component="post/vote-count"]'],
  permalink: ['a.post-index@href', 'a[href*="/post/"]@href'],
  // The head ends with the number of the post: a badge stands beside name and time.
  badge: '.post-header > div:first-child, .post-header:not(:has(> div:first-child))',
  parent: ['[component="post/parent"]@data-parent-pid', '[component="post/parent"]@data-topid'],
  quote: '[component="post/content"] blockquote',
  quoted: [
    'a[href*="/post/"]@href',
    ({ previousElementSibling: line }) => (line?.tagName === 'P' ? line.querySelector('a[href*="/post/"]')?.getAttribute('href') : null),
    ({ firstElementChild }) => speaker(firstElementChild),
  ],
  without:
    '[component="post/content"] :is(blockquote > p:first-child:has(a[href*="/post/"]), p:has(> .plugin-mentions-user:first-child + a[href*="/post/"]:last-child):has(+ blockquote))',
  deleted: '[component="post"].deleted',
  posts: ['[component="topic/post-count"]@title', '[component="topic/post-count"]'],
  page: ['.pagination .page.active', '[component="pagination"] .active'],
  next: 'link[rel=next]@href',
  previous: 'link[rel=prev]@href',
  more: '[component="topic"]',
};
