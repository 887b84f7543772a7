import { lastNumber } from '../engine/numbers.ts';
import type { Platform } from '../platform.ts';
import { authorReference, digits, textWithout } from '../platformHelpers.ts';

/**
 * Discussions of Steam's community. The markup is what public scrapers and userscripts name of it, and its own script of forums, which
 * shows a comment's deletion beside the comment it hides.
 */
export const steam: Platform = {
  name: 'steam',
  example: 'https://steamcommunity.com/app/1/discussions/0/1234567890/',
  hosts: ['steamcommunity.com'],
  optional: true,
  marker: '.forum_op[id^="forum_op_"]',
  thread: /\/discussions\/\d+\/\d+|\/eventcomments\/\d+/,
  title: '.forum_op .topic',
  comment: '.commentthread_comment[id^="comment_"]',
  opening: {
    post: '.forum_op[id^="forum_op_"]',
    author: [(post) => nameIn(post, '.forum_op_author'), '.forum_op_author'],
    body: '.content',
    time: ['.date@data-timestamp', '.date@title', '.date'],
    permalink: () => null,
    badge: '.authorline',
  },
  id: ({ id }) => digits(id),
  author: [(comment) => nameIn(comment, '.commentthread_author_link'), '.commentthread_author_link'],
  body: '.commentthread_comment_text',
  time: ['.commentthread_comment_timestamp@data-timestamp', '.commentthread_comment_timestamp@title', '.commentthread_comment_timestamp'],
  permalink: ({ id }) => `#c${digits(id)}`,
  badge: '.commentthread_comment_author',
  quote: ':is(.commentthread_comment_text, .forum_op .content) :is(blockquote, .bb_blockquote)',
  quoted: ['.bb_quoteauthor a[href*="#c"]@href', (quote) => authorReference(quote.querySelector('.bb_quoteauthor b')?.textContent)],
  without: '.bb_quoteauthor, .commentthread_comment_text .needs_content_check_ctn, .forum_op .content .forum_audit',
  // The words of people whom the reader blocked stay in the page, hidden.
  deleted:
    '.commentthread_comment.deleted, .commentthread_deleted_comment, .commentthread_deleted_expanded, .commentthread_comment_deleted',
  total: (page) =>
    lastNumberIn(page, [
      '[id$="_pagetotal"]',
      '[id$="_totalcount"]',
      '.commentthread_header .commentthread_paging',
      '.forum_paging_summary',
    ]),
  page: '.commentthread_pagelink.active',
  next: (page) => pageBeside(page, 1),
  previous: (page) => pageBeside(page, -1),
};

/** The name that the author goes by, without the nickname that the reader alone gave them: quotes do not have it. */
function nameIn(post: Element, link: string): string | null {
  return textWithout(post.querySelector(`${link} bdi`), '.nickname_name') || null;
}

function lastNumberIn(page: Element, selectors: readonly string[]): string | null {
  for (const selector of selectors) {
    const number = lastNumber(page.querySelector(selector)?.textContent);
    if (number !== null) return String(number);
  }
  return null;
}

/** The numbers of pages are no links: scripts answer to them. */
function pageBeside(page: Element, offset: number): string | null {
  const bar = page.querySelector('.commentthread_pagelink.active')?.parentElement;
  const wanted = Number(bar?.querySelector('.active')?.textContent) + offset;
  const numbers = [...(bar?.querySelectorAll('.commentthread_pagelink') ?? [])].map(({ textContent }) => Number(textContent));
  return numbers.includes(wanted) ? `?ctp=${wanted}` : null;
}
