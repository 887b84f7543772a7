import type { Platform } from '../platform.ts';
import { digits, speaker } from '../platformHelpers.ts';

/** Simple Machines Forum 2. */
export const smf: Platform = {
  name: 'smf',
  example: 'https://www.simplemachines.org/community/index.php?topic=1.0',
  hosts: ['www.simplemachines.org'],
  marker: '#forumposts .post .inner[id^="msg_"]',
  thread: /topic[=,]\d+/,
  title: ['.display_title', '#top_subject', '.navigate_section li.last', '.navigate_section li:last-child'],
  comment: '#forumposts .post_wrapper',
  id: ['.inner@data-msgid', (post) => digits(post.querySelector('.inner[id^="msg_"]')?.id)],
  author: ['.poster h4 a', '.poster h4'],
  body: '.post .inner',
  time: ['.postinfo time@datetime', '.postinfo a.smalltext', '.keyinfo > .smalltext', '.keyinfo .smalltext'],
  score: '.like_count',
  permalink: ['.postinfo a@href', '.keyinfo h5 a@href', '.keyinfo a@href'],
  badge: '.poster h4, .keyinfo',
  page: ['.pagelinks .current_page', '.pagelinks strong'],
  quote: '.inner blockquote',
  quoted: [
    'cite a[href*="msg"]@href',
    (quote) => messageIn(headOf(quote)?.querySelector('a')?.getAttribute('href')),
    (quote) => speaker(headOf(quote)),
  ],
  without: '.inner cite, .inner .quoteheader, .inner .quotefooter, .inner .codeheader, .inner .bbc_code_header',
  next: ['link[rel=next]@href', '.pagelinks .current_page + a.nav_page@href'],
  previous: 'link[rel=prev]@href',
};

/** SMF 2.0 puts the name above the quote. */
function headOf(quote: Element): Element | null {
  const before = quote.previousElementSibling;
  return quote.querySelector('cite') ?? (before?.classList.contains('quoteheader') ? before : null);
}

function messageIn(address: string | null | undefined): string | null {
  return digits(/msg=?\d+/.exec(address?.split('#').at(-1) ?? '')?.[0]);
}
