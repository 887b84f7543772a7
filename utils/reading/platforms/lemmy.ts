import type { Platform } from '../platform.ts';
import { digits } from '../platformHelpers.ts';

/** Lemmy as its own interface, lemmy-ui, shows it. */
export const lemmy: Platform = {
  name: 'lemmy',
  example: 'https://lemmy.world/post/1',
  hosts: ['lemmy.world', 'lemmy.ml', 'sh.itjust.works', 'programming.dev', 'feddit.org'],
  marker:
    '.post-container .post-listing[id^="post-listing-"] ~ *, .post .post-listing[id^="post-listing-"], ul.comments > li.comment > article.comment-node',
  thread: /\/post\/\d+/,
  title: ['.post-title h1', '.post-listing h1'],
  comment: 'li.comment:has(> article[id^="comment-"])',
  opening: {
    post: '.post-listing[id^="post-listing-"]',
    id: (post) => `post-${digits(post.id)}`,
    body: '#postContent .md-div, .card-body .md-div',
    score: ['.post-score', '.vote-bar .unselectable', '[data-tippy-content*="upvote"] + *'],
    permalink: 'a[href^="/post/"]@href',
    badge: '.post-title ~ .small, .post-title',
  },
  id: (comment) => digits(comment.querySelector('article[id^="comment-"]')?.id),
  author: ['.person-listing span', '.person-listing'],
  body: '.comment-content .md-div, .comment-content > pre',
  time: ['.moment-time@data-tippy-content', 'time@datetime', '.moment-time'],
  score: [
    'button[aria-label="Upvote"] > span',
    '[aria-label$="points"]',
    '[data-tippy-content$="upvotes"]@data-tippy-content',
    '.btn-group > button:first-of-type > span',
  ],
  permalink: [
    'a[href*="/comment/"]@href',
    'a[href*="#comment-"]@href',
    ({ firstElementChild }) => `/${firstElementChild?.id.replace('-', '/')}`,
  ],
  badge: '[role="group"] > .col, .row.small > .col',
  nested: true,
  quote: '.comment-content blockquote',
  without: '.comment-content .visually-hidden',
  deleted: isDeleted,
  total: ['a[title$="Comments"]@title', '[href*="scrollToComments"]'],
  more: '.comment-node:not([id]), .comment-node[id=""]',
};

/** "deleted by creator" stands in the place of the words, alone and emphasised. */
function isDeleted(comment: Element): boolean {
  const content = comment.querySelector(':scope > article .comment-content');
  const note = content?.querySelector(':scope > .md-div > p:only-child > em:only-child');
  return content?.matches('.text-muted') || (note != null && note.textContent === note.parentElement?.textContent);
}
