import { peopleIn } from '../engine/numbers.ts';
import type { Platform } from '../platform.ts';
import { authorReference, digits, textWithout } from '../platformHelpers.ts';

/** XenForo 1. */
export const xenforo1: Platform = {
  name: 'xenforo1',
  example: 'https://forum.example.org/threads/a-title.1/',
  marker: '#messageList > .message[id^="post-"], #XenForo .messageList > .message[id^="post-"]',
  thread: /threads\/[^/]*\.\d+/,
  // A label says what kind of thread it is.
  title: (page) => textWithout(page.querySelector('.titleBar h1, h1'), '.prefix'),
  comment: '.messageList > .message[id^="post-"]',
  id: ({ id }) => digits(id),
  number: '.postNumber',
  author: ['@data-author', '.userText .username', '.username'],
  body: '.messageText:not(.signature)',
  time: [
    '.datePermalink .DateTime@data-time',
    '.datePermalink .DateTime@title',
    '.datePermalink .DateTime',
    '.messageMeta .DateTime@data-time',
    '.messageMeta .DateTime@title',
    '.messageMeta .DateTime',
  ],
  score: (post) => peopleIn(post.querySelector('.likesSummary')),
  permalink: ['.datePermalink@href', '.postNumber@href'],
  badge: '.userText, .messageMeta',
  page: ['.PageNav@data-page', '.PageNav .currentPage'],
  quote: '.bbCodeQuote',
  quoted: ['.AttributionLink@href', (quote) => authorReference(quote.getAttribute('data-author'))],
  without: '.messageText :is(.attribution, .quoteExpand, .editDate, .attachedFiles, .bbCodeBlock:not(.bbCodeQuote) > .type)',
  deleted: '.message.deleted',
  next: ['link[rel=next]@href'],
  previous: ['link[rel=prev]@href'],
};
