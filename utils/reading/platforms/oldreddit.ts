import type { Platform } from '../platform.ts';

/** old.reddit.com, and every site that runs Reddit's open-sourced code. */
export const oldreddit: Platform = {
  name: 'oldreddit',
  example: 'https://old.reddit.com/r/books/comments/1abcde/a_title/',
  marker: '.commentarea .sitetable, body.comments-page',
  thread: /\/comments\/\w+/,
  title: '#siteTable .link a.title',
  comment: '.commentarea .thing.comment',
  opening: {
    post: '#siteTable .thing.link',
    body: '.expando .usertext-body .md, .usertext-body .md',
    time: ['time@datetime', '@data-timestamp'],
    score: ['@data-score', '.score.unvoted'],
    permalink: ['@data-permalink', '.bylink@href'],
    badge: '.tagline',
  },
  id: '@data-fullname',
  author: ['@data-author', '.tagline > .author', '.tagline em'],
  body: '.usertext-body .md',
  time: '.tagline time@datetime',
  score: ['.score.unvoted@title', '.score.unvoted'],
  permalink: ['@data-permalink', '.bylink@href'],
  badge: '.tagline',
  nested: true,
  quote: '.md blockquote',
  deleted: '.comment.deleted',
  total: ['#siteTable .thing.link@data-comments-count', '#siteTable .bylink.comments'],
  more: '.morecomments, .deepthread',
};
