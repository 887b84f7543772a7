import { readNumber } from '../engine/numbers.ts';
import type { Platform } from '../platform.ts';
import { digits, lineOf, speaker, textWithout } from '../platformHelpers.ts';

/** MyBB 1.4 to 1.8: blocks in the newer templates, tables in the older. */
export const mybb: Platform = {
  name: 'mybb',
  example: 'https://community.mybb.com/thread-1.html',
  hosts: ['community.mybb.com'],
  marker: '[id^="post_"] .post_body[id^="pid_"]',
  thread: /tid=\d+|thread-[^/?]*?(?=-page|-post|\.html|$)/,
  // Whatever stands in elements of its own before the title is a label.
  title: [
    (page) => textWithout(page.querySelector('.thead > div > strong'), '*'),
    '.navigation .active',
    (page) => textWithout(page.querySelector('.thead strong'), '*'),
    '.thead strong',
  ],
  comment: 'div.post[id^="post_"], table[id^="post_"]:has(.post_body)',
  id: ({ id }) => digits(id),
  number: '.post_head .float_right a',
  author: ['.author_information .largetext', '.author_information strong', '.post_author .largetext', '.largetext a'],
  body: '.post_body',
  time: [dateOf, '.smalltext'],
  permalink: ['.post_head a[href*="#pid"]@href', 'a[href*="#pid"]@href'],
  badge: '.author_information > strong, .post_head',
  page: '.pagination_current',
  quote: '.post_body blockquote',
  quoted: ['cite a[href*="pid"]@href', (quote) => speaker(quote.querySelector('cite'), ':scope > span')],
  without: '.post_body cite, .post_body .codeblock > .title, .post_body .signature, .post_body .post_edit',
  deleted: isDeleted,
  posts: [postsByPages, postsInTree],
  // Of a tree only one message is shown at a time.
  next: ['a.pagination_next@href', 'link[rel=next]@href', linkToAll],
  previous: ['a.pagination_previous@href', 'link[rel=prev]@href'],
};

/**
 * "Pages (3)" is all that a thread says of its length. On the last page the number of the last post is that of all; on an earlier one there
 * is at least one post more than full pages hold.
 */
function postsByPages({ ownerDocument: page }: Element): string | null {
  const pages = readNumber(lineOf(page.querySelector('.pagination .pages')));
  const open = readNumber(lineOf(page.querySelector('.pagination_current')));
  if (pages === null || open === null) return null;
  const posts = [...page.querySelectorAll('div.post[id^="post_"], table[id^="post_"]:has(.post_body)')];
  const last = digits(posts.at(-1)?.querySelector('.post_head .float_right a')?.textContent);
  return open < pages ? String((pages - 1) * posts.length + 1) : last;
}

/** "Yesterday, 9:14 AM (This post was last modified: …)" whose first word has the day in its title. */
function dateOf(post: Element): string | undefined {
  const line = post.querySelector('.post_date');
  const day = line?.querySelector(':scope > span[title]');
  const text = line?.textContent?.trim().split(' (')[0];
  return day ? text?.replace(day.textContent ?? '', day.getAttribute('title') ?? '') : text;
}

/** A post that was deleted in the page has a class of its own for moderators; for all others it is folded away until the page is loaded anew. */
function isDeleted(post: Element): boolean {
  if (post.matches('.deleted_post_hidden, .deleted_post')) return true;
  const isFolded = /display:\s*none/.test(post.getAttribute('style') ?? '');
  return isFolded && post.ownerDocument.getElementById(`ignored_post_${digits(post.id)}`) === null;
}

/** The threaded mode shows one message, and below it a line of each, in which the message shown is no link. */
function linesOfTree(page: Document): Element[] {
  return [...(page.querySelector('td > div > a[href*="mode=threaded"]')?.closest('td')?.children ?? [])];
}

function postsInTree({ ownerDocument }: Element): string | null {
  return String(linesOfTree(ownerDocument).length || '') || null;
}

/** Where the first message of a tree is shown, the link to all of them. */
function linkToAll({ ownerDocument: page }: Element): string | null | undefined {
  const [first] = linesOfTree(page);
  return first && !first.querySelector(':scope > a') ? page.querySelector('.thead a[href*="mode=linear"]')?.getAttribute('href') : null;
}
