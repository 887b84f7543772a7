import type { Platform } from '../platform.ts';
import { lineOf } from '../platformHelpers.ts';
import { INSTEAD_OF_WORDS } from './reddit.ts';

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
  deleted: withoutWords,
  total: ['#siteTable .thing.link@data-comments-count', '#siteTable .bylink.comments'],
  more: '.morecomments, .deepthread',
};

/** An account that was deleted leaves its words. */
function withoutWords(comment: Element): boolean {
  const author = comment.getAttribute('data-author');
  if (!comment.classList.contains('deleted') && author && author !== '[deleted]') return false;
  const body = comment.querySelector('.usertext-body .md');
  return body?.closest('.thing') !== comment || INSTEAD_OF_WORDS.test(lineOf(body).trim());
}
