import type { Platform } from '../platform.ts';
import { digits, speaker } from '../platformHelpers.ts';

/** The forums of Something Awful, an own offshoot of vBulletin 2. */
export const somethingawful: Platform = {
  name: 'somethingawful',
  example: 'https://forums.somethingawful.com/showthread.php?threadid=1',
  hosts: ['forums.somethingawful.com'],
  optional: true,
  marker: '#thread table.post[id^="post"] td.postbody',
  thread: /\bthreadid=\d+/,
  title: ['.breadcrumbs a.bclast', 'a.bclast', '.breadcrumbs .bclast'],
  comment: '#thread table.post[id^="post"]',
  id: ({ id }) => digits(id),
  author: ['.userinfo .author', '.author'],
  body: 'td.postbody',
  time: 'td.postdate',
  permalink: 'td.postdate a[href^="#post"]@href',
  badge: '.author',
  quote: '.postbody .bbc-block:not(.pre, .code)',
  quoted: ['h4 a.quote_link[href*="#post"]@href', (quote) => speaker(quote.querySelector(':scope > h4'))],
  without: '.postbody .bbc-block > h4, .postbody :is(.signature, .editedby)',
  deleted: 'table.post.ignored',
  page: ['.pages select option[selected]', '.pages .curpage'],
  next: ['.pages a[title="Next page"]@href', 'link[rel=next]@href'],
  previous: ['.pages a[title="Previous page"]@href', 'link[rel=prev]@href'],
};
