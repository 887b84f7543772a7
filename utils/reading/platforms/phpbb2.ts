import type { Platform } from '../platform.ts';
import { digits, speaker } from '../platformHelpers.ts';

/** phpBB 2: a row of a table for each post. */
export const phpbb2: Platform = {
  name: 'phpbb2',
  example: 'https://forum.example.org/viewtopic.php?t=1',
  marker: 'span.name > a[name]:empty',
  thread: /(?<=[?&])t=\d+|ftopic\d+|topic\d+/,
  title: ['a.maintitle', '.maintitle'],
  comment: 'tr:has(> td > .name > a[name]:empty)',
  id: (post) => digits(post.querySelector('.name > a[name]')?.getAttribute('name')),
  author: ['.name b', '.name'],
  body: 'td[colspan]:has(> .postbody)',
  time: ['a[href*="viewtopic"][href*="p="] ~ .postdetails', 'td[nowrap] .postdetails'],
  permalink: 'a[href*="viewtopic"][href*="p="]@href',
  badge: '.name',
  page: '.gensmall > b > b, .nav > b',
  quote: 'td.quote',
  quoted: (quote) => speaker(quote.closest('table')?.querySelector('.genmed')),
  without: 'td[colspan] table .genmed, td[colspan] > .gensmall',
  ends: /^_{10,}$/,
  next: 'link[rel=next]@href',
};
