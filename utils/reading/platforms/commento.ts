import type { Platform } from '../platform.ts';
import { ARTICLE } from '../platformHelpers.ts';

const CARD = '[id^="commento-comment-card-"]';

/** Commento and what came of it, in the page below an article. */
export const commento: Platform = {
  name: 'commento',
  example: 'https://blog.example.org/a-title/',
  marker: `#commento ${CARD}`,
  title: ['article h1', '.entry-title', 'h1'],
  comment: CARD,
  opening: ARTICLE,
  id: ({ id }) => id.replace('commento-comment-card-', ''),
  author: ['.commento-name'],
  body: ['[id^="commento-comment-text-"]', '[id^="commento-comment-body-"]'],
  time: ['.commento-timeago@title', '.commento-timeago'],
  score: '.commento-score',
  permalink: ({ id }) => `#${id.replace('-comment-card', '')}`,
  badge: '.commento-header',
  nested: true,
  quote: '[id^="commento-comment-"] blockquote',
  deleted: ({ children }) => [...children].some((part) => part.querySelector(':scope > .commento-name')?.textContent === '[deleted]'),
  total: '#commento-comments-count, .commento-comments-count',
};
