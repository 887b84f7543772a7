import type { Platform } from '../platform.ts';
import { lineOf } from '../platformHelpers.ts';

const COMMENT = '[id^="remark42__comment-"]:not([class*="pinned-comments"] *)';

/** Remark42, which every site runs by itself, in a frame. The endings of its classes change with each release. */
export const remark42: Platform = {
  name: 'remark42',
  example: 'https://remark42.com/web/iframe.html?site_id=remark&url=https%3A%2F%2Fblog.example.org%2Fa-title',
  framed: ['*://*/web/iframe.html*'],
  marker: '[id^="remark42__comment-"] .raw-content',
  title: ({ ownerDocument }) => {
    const given = new URLSearchParams(ownerDocument.URL.split('?')[1]);
    return given.get('page_title') ?? given.get('url');
  },
  comment: COMMENT,
  opening: null,
  id: '@id',
  author: ['button[class*="username"]', '[class*="username"]'],
  body: '.raw-content',
  time: 'a[href*="#remark42__comment-"]:not([title])',
  score: ['[class*="votes"] [class*="score"]', '[class*="score"]'],
  permalink: 'a[href*="#remark42__comment-"]:not([title])@href',
  badge: '[class*="info"]',
  parent: (comment) => comment.querySelector('a[title][href*="#remark42__comment-"]')?.getAttribute('href')?.split('#')[1],
  quote: '.raw-content blockquote',
  // The words of a comment are paragraphs, the note that stands in their place is none.
  deleted: (comment) => {
    const body = comment.querySelector('.raw-content');
    return /useless/.test(comment.className) && body?.childElementCount === 0 && lineOf(body) !== '';
  },
  total: ['[class*="comments__count"]', '[class*="comments-count"]'],
  more: '[class*="load-more"], [class*="more-comments"], [class*="thread"][aria-expanded="false"]',
};
