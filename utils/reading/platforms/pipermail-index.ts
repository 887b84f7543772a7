import { NOWHERE, type Platform } from '../platform.ts';
import { digits } from '../platformHelpers.ts';

/** A month of a Mailman 2 archive by thread: who answered whom, without the words, which stand on a page each. */
export const pipermailIndex: Platform = {
  name: 'pipermail-index',
  example: 'https://lists.example.org/pipermail/list/2003-December/thread.html',
  marker: 'body:not(:has(> pre)) > ul > li > a[href$=".html"] + a[name] ~ i',
  title: 'h1',
  comment: 'li:has(> a[href$=".html"] + a[name])',
  opening: null,
  id: (entry) => digits(entry.querySelector('a[href$=".html"]')?.getAttribute('href')),
  author: 'li > i',
  body: NOWHERE,
  permalink: 'a[href$=".html"]@href',
  badge: 'li > i',
  nested: true,
};
