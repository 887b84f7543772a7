import type { Platform } from '../platform.ts';
import { digits } from '../platformHelpers.ts';

/** The frame of another origin that Disqus shows under an article. The article is not in it. */
export const disqus: Platform = {
  name: 'disqus',
  example: 'https://disqus.com/embed/comments/?f=example',
  hosts: ['disqus.com'],
  marker: '#post-list li.post[id^="post-"]',
  // The page around the frame hands its title over in the frame's address.
  title: ['#thread-title', '.thread-title', ({ ownerDocument }) => new URLSearchParams(ownerDocument.URL.split('?')[1]).get('t_t')],
  comment: 'li.post[id^="post-"]',
  opening: null,
  id: ({ id }) => digits(id),
  author: ['.post-byline .author a', '.post-byline .author', '.author'],
  body: '[data-role="message"]',
  time: ['[data-role="relative-time"]@title', '.time-ago@title', '.time-ago'],
  score: '[data-role="likes"]',
  permalink: '[data-role="relative-time"]@href',
  badge: '.post-byline',
  nested: true,
  quote: '[data-role="message"] blockquote',
  deleted: '.post-message-container:not([data-role]), .post-message:not([data-role])',
  total: ['.comment-count', '[data-role="post-count"]'],
  more: '.load-more:not(.hidden), .show-children-wrapper:not(.hidden)',
};
