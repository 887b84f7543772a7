import type { Platform } from '../platform.ts';
import { digits } from '../platformHelpers.ts';
import { NOT_WORDS, QUOTES } from './discourse.ts';

/** Discourse's view of a topic as a tree, since 2026. */
export const discourseNested: Platform = {
  name: 'discourse-nested',
  example: 'https://meta.discourse.org/n/what-is-discourse/1',
  hosts: ['meta.discourse.org'],
  marker: '.nested-view',
  thread: /\/[nt]\/(?:[^/]+\/)?\d+/,
  title: ['#topic-title .fancy-title', '.nested-view__header h1', 'h1'],
  comment: '.nested-post',
  opening: {
    post: ['.nested-view__op-article', '.nested-view [data-post-number="1"][data-post-id]'],
    id: '@data-post-id',
    number: '@data-post-number',
  },
  // What is left of a deleted post is its number; its answers still hang under it.
  id: [
    '[data-post-id]@data-post-id',
    (post) =>
      prefixed(post.querySelector(':scope > .nested-post__main > .nested-post__deleted-placeholder')?.getAttribute('data-post-number')),
  ],
  number: '[data-post-number]@data-post-number',
  author: ['.names [data-user-card]@data-user-card', '.names .username'],
  body: '.cooked',
  time: '.post-date .relative-date@data-time',
  score: '.like-count',
  permalink: ['a.post-date@href', '.post-date a@href'],
  badge: '.topic-meta-data .names',
  nested: true,
  quote: QUOTES,
  quoted: '@data-post',
  without: NOT_WORDS,
  deleted: '.nested-post__deleted-placeholder',
  posts: ({ ownerDocument }) => ownerDocument.querySelector('.timeline-replies')?.textContent?.split('/')[1],
  more: '.nested-post__continue-link, [class*="nested-"][class*="load-more"], .nested-post--cloaked',
};

function prefixed(number: string | null | undefined): string | null {
  const own = digits(number);
  return own && `post_${own}`;
}
