import type { Platform } from '../platform.ts';
import { digits } from '../platformHelpers.ts';

/** 4chan, and the boards that run vichan or LynxChan. */
export const imageboard: Platform = {
  name: 'imageboard',
  example: 'https://boards.4chan.org/g/thread/1',
  hosts: ['boards.4chan.org', 'lainchan.org', 'endchan.net'],
  optional: true,
  marker: '.board > .thread > .opContainer, .thread[data-board] > .post.op, .opCell > .innerOP',
  // An index shows the beginnings of many threads.
  address: /\/(?:thread|res)\/\d+/,
  thread: /\/[^/]+\/(?:thread|res)\/\d+/,
  title: ['.op .subject', '.innerOP .labelSubject', '.boardTitle', '#labelName'],
  comment: '.postContainer > .post, .thread[data-board] > .post, .opCell > .innerOP, .postCell > .innerPost',
  id: ({ id, parentElement }) => digits(id || parentElement?.id),
  author: ['.nameBlock .name', '.intro .name', '.linkName', '.name'],
  body: ['.postMessage', '.body', '.divMessage'],
  time: ['.dateTime@data-utc', '.intro time@datetime', 'time@datetime', '.labelCreated'],
  permalink: ['.postNum a[href*="#"]@href', 'a.post_no@href', '.linkSelf@href'],
  badge: '.postInfo.desktop, .intro, .postInfo',
  // The first that is answered; others may be named after it.
  parent: ['.postMessage a.quotelink[href^="#p"]@href', '.body a[onclick*="highlightReply"]@href', '.divMessage a.quoteLink@href'],
  quote: '.postMessage > .quote, .body > .quote, .body > .body-line > .quote, .divMessage > .greenText',
  quoted: (quote) => linkBefore(quote)?.getAttribute('href'),
  without:
    '.postMessage :is(.quotelink, .deadlink, .abbr, .exif), .body :is(a[onclick*="highlightReply"], a[onclick*="highlightReply"] + small, .toolong), .divMessage .quoteLink, .postMessage .backlink',
  deleted: '.postContainer > .post.deleted, .innerPost.deleted',
  total: ['.thread-stats .ts-replies', '#thread_stats_posts', '.ts-replies'],
  more: '.summary, .omitted, .labelOmission',
};

/** A line that is quoted follows the number of the post that it comes from. */
function linkBefore(quote: Element): Element | null {
  for (let sibling = quote.previousElementSibling; sibling; sibling = sibling.previousElementSibling)
    if (sibling.matches('.quotelink, .quoteLink, a[onclick*="highlightReply"]')) return sibling;
  return null;
}
