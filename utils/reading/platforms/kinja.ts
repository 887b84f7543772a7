import type { Platform } from '../platform.ts';

/** The comments under articles of Gizmodo, Lifehacker and others until 2024. */
export const kinja: Platform = {
  name: 'kinja',
  example: 'https://lifehacker.com/a-title-1690268064',
  marker: 'article.js_reply[id^="reply_"]',
  title: 'article.post .headline',
  comment: 'article.js_reply[id^="reply_"]',
  opening: {
    post: 'article.post[id^="post_"]',
    author: ['.post-byline a', '.meta-container .display-name a', '.display-name'],
    body: '.post-content, .entry-content',
    score: '.js_like@data-likecount',
    permalink: '.headline a@href',
    badge: '.headline',
  },
  id: '@data-id',
  author: ['@data-authorname', '.display-name a'],
  body: '.reply-content',
  time: ['[data-publishtime]@data-publishtime', 'time@datetime'],
  score: ['.js_like@data-likecount', '.js_like_count'],
  permalink: ['.post-meta a[href*="kinja.com"]@href', '.publish-time a@href'],
  badge: '.display-name, .meta-container',
  parent: '@data-parentid',
  quote: '.reply-content blockquote',
};
