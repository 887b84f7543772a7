import type { Platform } from '../platform.ts';

/** Gmane's view of a mailing list as a blog. It leaves tags open, so that each message is parsed into the one before. */
export const gmane: Platform = {
  name: 'gmane',
  example: 'https://blog.gmane.org/gmane.network.example',
  marker: '.posting > .entry > .blogbody',
  title: 'h1',
  comment: '.posting',
  opening: null,
  id: ['a[href*="permalink.gmane.org"]@href', 'a[href*="article.gmane.org"]@href', '.blogbody > a[name]@name'],
  author: ['.author > a', '.author'],
  body: '.blogbody > pre',
  time: ['.day', '.date'],
  permalink: 'a[href*="permalink.gmane.org"]@href',
  badge: '.date',
  quotedLines: /^(?:>\s?)+/,
};
