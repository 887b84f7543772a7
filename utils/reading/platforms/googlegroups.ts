import type { Platform } from '../platform.ts';
import { authorReference, lineOf } from '../platformHelpers.ts';

/**
 * Google Groups' own pages. Public scrapers agree on sections with an id of the message, a heading with the name and a region with the words;
 * the classes mean nothing by themselves and stand here as those scrapers name them, with what the page says otherwise behind them.
 */
export const googlegroups: Platform = {
  name: 'googlegroups',
  example: 'https://groups.google.com/g/example/c/AbCdEfGhIjK',
  hosts: ['groups.google.com'],
  optional: true,
  marker: '[role="list"] > section[data-doc-id]',
  address: /\/g\/[^/]+\/c\/[\w-]+/,
  thread: /\/g\/[^/]+\/c\/[\w-]+/,
  title: ['h1 html-blob', 'h1'],
  comment: '[role="list"] > section[data-doc-id]',
  id: '@data-doc-id',
  author: ['h3.s1f8Zd', 'h3'],
  body: ['.ptW7te', '[role="region"]'],
  time: ['.zX2W9c', '.ELCJ4d'],
  permalink: (section) =>
    `${/^[^?#]*\/g\/[^/]+\/c\/[\w-]+/.exec(section.ownerDocument.URL)?.[0] ?? ''}/m/${section.getAttribute('data-doc-id')}`,
  badge: '.LgTNRd',
  quote: 'section[data-doc-id] blockquote',
  quoted: (quote) => quotedIn(quote.previousElementSibling),
  quotedLines: /^(?:> ?)+/,
  ends: /^--$/,
  without: 'section[data-doc-id] :is(.gmail_attr, .gmail_signature, .wqmMgb)',
  deleted: (section) => /^\s*Message has been deleted\s*$/.test(lineOf(section.querySelector('.ptW7te, [role="region"]'))),
};

/** "On Tue, Mar 3, 2026 at 9:00 AM Ines Tamber <…> wrote:", "On Tuesday, March 3, 2026 at 9:00:00 AM UTC+1 Ines Tamber wrote:" */
function quotedIn(line: Element | null): string | null {
  const name = /\d:\d\d(?::\d\d)?\s?(?:[AP]M)?,?(?:\s?UTC[+-]?[\d:]*)?,?\s(\S[^<]{0,80}?)\s?(?:<[^>]*>)?\s?wrote\s?:/i;
  return authorReference(name.exec(lineOf(line))?.[1]);
}
