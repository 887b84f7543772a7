import type { Platform } from '../platform.ts';
import { ARTICLE, digits } from '../platformHelpers.ts';

/** Isso, in the page below an article; its older releases had no prefix to their classes. */
export const isso: Platform = {
  name: 'isso',
  example: 'https://blog.example.org/a-title/',
  marker: '#isso-thread .isso-comment[id^="isso-"]',
  title: ['article h1', '.entry-title', 'h1'],
  comment: '.isso-comment[id^="isso-"]',
  opening: ARTICLE,
  id: ({ id }) => digits(id),
  author: ['.isso-author', '.author'],
  body: ['.isso-text', '.text'],
  time: 'time@datetime',
  score: '.isso-votes, .votes',
  permalink: ['.isso-permalink@href', '.permalink@href'],
  badge: '.isso-comment-header',
  nested: true,
  quote: ':is(.isso-text, .text) blockquote',
  without: ':is(.isso-text, .text) .isso-postbox',
  // A note stands in the head of a comment that was deleted, and a space in the place of its words.
  deleted: (comment) => {
    const [note, body] = [comment.querySelector('.isso-note, .note'), comment.querySelector('.isso-text, .text')];
    return Boolean(note?.textContent?.trim()) && !body?.textContent?.trim();
  },
  total: ['.isso-thread-heading'],
  more: '.isso-comment-loader',
};
