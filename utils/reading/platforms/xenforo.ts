import type { Platform } from '../platform.ts';
import { authorReference, digits, lineOf, textWithout } from '../platformHelpers.ts';

/** XenForo 2. */
export const xenforo: Platform = {
  name: 'xenforo',
  example: 'https://xenforo.com/community/threads/a-title.1/',
  hosts: ['xenforo.com', 'forums.macrumors.com', 'www.resetera.com', 'www.head-fi.org', 'forums.anandtech.com'],
  marker: 'html[data-template=thread_view], #XF .message--post[data-content^="post-"]',
  thread: /threads\/[^/]*\.\d+/,
  // A label says what kind of thread it is.
  title: (page) => textWithout(page.querySelector('.p-title-value'), '.label, .labelLink, .label-append'),
  comment: 'article.message--post[data-content^="post-"]',
  id: (post) => digits(post.getAttribute('data-content')),
  number: numberOf,
  author: ['@data-author', '.message-name .username'],
  body: '.message-body .bbWrapper',
  time: ['.message-attribution-main time@datetime', 'header time@datetime'],
  score: (post) => reactions(post.querySelector('.reactionsBar-link')),
  permalink: ['.message-attribution-opposite a[href*="post-"]@href', '.message-attribution-main a@href'],
  badge: '.message-attribution-main',
  page: ['.pageNav-page--current', ({ ownerDocument }) => /\/page-(\d+)/.exec(ownerDocument.URL)?.[1]],
  sticky: '.message--sticky, .sticky-container',
  quote: '.bbCodeBlock--quote',
  quoted: ['@data-source', (quote) => authorReference(quote.getAttribute('data-quote'))],
  without: '.bbCodeBlock-title, .bbCodeBlock-expandLink, .bbCodeBlock-shrinkLink, .js-unfurl, .message-lastEdit, .bbCodeBlock--unfurl',
  next: ['a.pageNav-jump--next@href', 'link[rel=next]@href'],
};

/** "#19": the last of the links at the head's end, the others have pictures. With its sign it is not taken for the id of a post. */
function numberOf(post: Element): string | null {
  const links = [...post.querySelectorAll('.message-attribution-opposite a')].map((link) => lineOf(link).trim());
  return links.findLast((text) => /^#[\d.,]+$/.test(text))?.replace(/[.,]/g, '') ?? null;
}

/** "amber, birch and 4 others" are six; each name is an element of its own. */
function reactions(line: Element | null): string | null {
  if (!line) return null;
  const nameCount = line.querySelectorAll('bdi').length;
  return String(nameCount + Number(digits(lineOf(line).replace(/.*(?=\b\d+\b)/s, '')) ?? 0));
}
