import type { Platform } from '../platform.ts';

/** Coral, which newspapers put under their articles, in a frame of their own host. The article is not in it. */
export const coral: Platform = {
  name: 'coral',
  example: 'https://coral.example.org/embed/stream?storyURL=https%3A%2F%2Fnews.example.org%2Fa-title',
  framed: ['*://*/embed/stream*'],
  marker: '.coral-comment[id^="comment-"] .coral-comment-content',
  title: ({ ownerDocument }) => new URLSearchParams(ownerDocument.URL.split('?')[1]).get('storyURL'),
  comment: '.coral-comment[id^="comment-"]:not(.coral-featuredComments *, #coral-featured-comments *)',
  opening: null,
  id: '@id',
  author: ['.coral-comment-username', '.coral-username'],
  body: '.coral-comment-content',
  time: [
    '.coral-comment-timestamp time@datetime',
    '.coral-comment-timestamp@datetime',
    '.coral-comment-timestamp@title',
    '.coral-comment-timestamp',
  ],
  score: ({ className }) => /\bcoral-reacted-(\d+)/.exec(className)?.[1],
  permalink: ['a[href*="commentID="]@href'],
  badge: '.coral-comment-topBar',
  parent: (comment) => {
    const list = comment.parentElement?.closest('[id^="coral-comments-replyList-log--"]');
    return list && `comment-${list.id.replace('coral-comments-replyList-log--', '')}`;
  },
  quote: '.coral-comment-content blockquote',
  total: ['.coral-tabBar-comments .coral-counter', '.coral-tabBar-comments', '#tab-COMMENTS'],
  more: '.coral-loadMore, [id^="coral-comments-replyList-showAllButton"], .coral-comment-readMoreOfConveration, #comments-loadMore',
};
