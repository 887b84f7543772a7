import type { Platform } from '../platform.ts';

/** lobste.rs and the sites that run its code. */
export const lobsters: Platform = {
  name: 'lobsters',
  example: 'https://lobste.rs/s/abc123/a_title',
  hosts: ['lobste.rs'],
  marker: '#story_comments, ol.comments.comments1 > li > ol.comments',
  thread: /\/s\/\w+/,
  title: '.story .u-url, .story .link > a',
  comment: 'li.comments_subtree:has(> .comment[data-shortid])',
  opening: {
    // The words of a story stand beside it.
    post: ['#inside:has(.story)', '.story'],
    id: ['.story@id', '@id'],
    body: '.story_text',
    score: '.upvoter, .score',
    permalink: '.comments_label a@href',
  },
  id: '.comment@id',
  author: ['.byline a[href^="/~"]:not([aria-hidden]):not(:has(img))', '.byline a[href^="/u/"]:not(:has(img))'],
  body: '.comment_text',
  time: ['.byline time@data-at-unix', '.byline time@datetime', '.byline span[title]:not(.hat)@title'],
  score: '.upvoter, .voters .score',
  permalink: '.byline a[href*="/c/"]@href',
  badge: '.byline',
  nested: true,
  quote: '.comment_text blockquote',
  deleted: '.comment_text > .na:only-child, .comment_text > p:only-child > .na:only-child',
  total: '.story .comments_label',
};
