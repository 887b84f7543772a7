import type { Platform } from '../platform.ts';
import { digits, speaker } from '../platformHelpers.ts';

/** phpBB 3 in subsilver2, the style that looks like phpBB 2, and those made from it. */
export const subsilver2: Platform = {
  name: 'subsilver2',
  example: 'https://forum.example.org/viewtopic.php?t=1',
  marker: 'a[name^="p"] ~ .postauthor',
  thread: /(?<=[?&])t=\d+|topic\d+/,
  title: ['#pageheader h2 a', '#pageheader h2', 'a.titles', '.titles'],
  comment: 'table:has(> tbody > tr > td > a[name^="p"] ~ .postauthor)',
  id: (post) => digits(post.querySelector('a[name^="p"]')?.getAttribute('name')),
  author: '.postauthor',
  body: '.postbody',
  time: [(post) => post.querySelector('a[href*="#p"]')?.parentElement?.textContent, '.gensmall'],
  permalink: 'a[href*="#p"]@href',
  badge: '.postauthor',
  page: '.gensmall strong, .pagination strong, td.nav strong',
  quote: '.quotecontent',
  quoted: ({ previousElementSibling }) => speaker(previousElementSibling),
  without: '.postbody :is(.quotetitle, .codetitle, .attachtitle, .attachcontent, .gensmall)',
  ends: /^_{10,}$/,
  next: 'link[rel=next]@href',
};
