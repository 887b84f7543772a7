import type { Platform } from '../platform.ts';
import { digits } from '../platformHelpers.ts';
import { wordpress } from './wordpress.ts';

/** The most used comment plugin of WordPress takes the place of the theme's own list; the article is the opening post. */
export const wpdiscuz: Platform = {
  name: 'wpdiscuz',
  example: 'https://blog.example.org/2024/01/a-title/',
  marker: '.wpd-comment[id^="wpd-comm-"], .wc-comment[id^="wc-comm-"]',
  title: wordpress.title,
  comment: '.wpd-comment[id^="wpd-comm-"], .wc-comment[id^="wc-comm-"]',
  opening: wordpress.opening ?? null,
  id: ({ id }) => `comment-${digits(id.replace(/_\d+$/, ''))}`,
  author: ['.wpd-comment-author', '.wc-comment-author'],
  body: ['.wpd-comment-text', '.wc-comment-text'],
  time: ['.wpd-comment-date@title', '.wpd-comment-date', '.wc-comment-date@title', '.wc-comment-date'],
  score: ['.wpd-vote-result@title', '.wpd-vote-result', '.wc-vote-result'],
  permalink: ({ id }) => `#comment-${digits(id.replace(/_\d+$/, ''))}`,
  badge: '.wpd-comment-header, .wc-comment-header',
  nested: true,
  quote: ':is(.wpd-comment-text, .wc-comment-text) blockquote',
  without: ':is(.wpd-comment-text, .wc-comment-text) :is(.wpd-comment-last-edited, .wc-comment-img-link-wrap, .wpd-toolbar)',
  total: ['.wpdtc@title', '.wpdtc', '.wpd-thread-info', '.wc-header-text'],
  more: '.wpd-load-more-submit, .wc-load-more-submit, .wpd-load-comments',
};
