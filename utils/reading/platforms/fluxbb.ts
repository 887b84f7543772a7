import type { Platform } from '../platform.ts';
import { digits, speaker } from '../platformHelpers.ts';

/** FluxBB and the PunBB 1.2 it came from. */
export const fluxbb: Platform = {
  name: 'fluxbb',
  example: 'https://bbs.archlinux.org/viewtopic.php?id=1',
  hosts: ['bbs.archlinux.org'],
  marker: '#punviewtopic .blockpost[id^="p"]',
  thread: /viewtopic\.php\?(?:\S*&)?id=\d+/,
  title: ['.crumbs li:last-child strong', '.crumbs li:last-child a', '.linkst li:last-child'],
  comment: '#punviewtopic .blockpost[id^="p"]',
  id: ({ id }) => digits(id),
  number: 'h2 .conr',
  author: ['.postleft dt strong', '.postleft dt'],
  body: '.postright .postmsg:not(.postsignature)',
  time: ['h2 a[href*="#p"]', 'h2 a'],
  permalink: 'h2 a[href*="#p"]@href',
  badge: '.postleft dt, h2',
  page: '.pagelink strong',
  quote: '.quotebox, .incqbox',
  quoted: (quote) => speaker(quote.querySelector('cite, h4')),
  without: '.postmsg cite, .incqbox > h4, .postmsg .postedit, .postmsg .codebox h4',
  next: ['link[rel=next]@href', '.pagelink a[rel=next]@href'],
  previous: ['link[rel=prev]@href', '.pagelink a[rel=prev]@href'],
};
