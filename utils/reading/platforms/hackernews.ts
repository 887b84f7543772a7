import type { Platform } from '../platform.ts';
import { lineOf } from '../platformHelpers.ts';
import { inUtc } from '../time/inUtc.ts';

/** There is no element for quotes: people begin a paragraph with `>`, as in mail. `>50` and `>=` are no quotes. */
export const QUOTED_LINES = /^(?:>\s*)*>(?:\s+|(?=[^\s\d=>.]))/;

export const hackernews: Platform = {
  name: 'hackernews',
  example: 'https://news.ycombinator.com/item?id=1',
  hosts: ['news.ycombinator.com'],
  marker: '#hnmain .comment-tree, #hnmain .fatitem',
  thread: /item\?id=\d+/,
  title: ['.fatitem .titleline > a', '.fatitem .storylink', '.fatitem .onstory a', '.fatitem .title a'],
  comment: 'tr.athing.comtr, .comment-tree tr.athing',
  opening: {
    post: '.fatitem',
    id: 'tr.athing@id',
    body: '.toptext, .fatitem .commtext',
    score: '.score',
    permalink: '.age a@href',
    // The page of one comment opens with it.
    badge: '.subtext, .comhead:not(.sitebit)',
  },
  id: '@id',
  author: '.hnuser',
  body: ['.commtext', '.comment > span', '.comment'],
  time: [(post) => timeOf(post.querySelector('.age')?.getAttribute('title') ?? ''), '.age'],
  permalink: '.age a@href',
  badge: '.comhead',
  depth: ['.ind@indent', (post) => String(Number(post.querySelector('.ind img')?.getAttribute('width') ?? 0) / 40)],
  quotedLines: QUOTED_LINES,
  without: '.reply',
  deleted: withoutWords,
  total: ({ ownerDocument }) => /(\d+)\s+comments?/.exec(lineOf(ownerDocument.querySelector('.fatitem .subline, .fatitem .subtext')))?.[1],
  next: 'a.morelink@href',
};

/** "2021-05-01T10:00:00" is in UTC; since 2024 seconds since 1970 stand beside it. */
function timeOf(title: string): string | null {
  return /(?<!\d)\d{9,}$/.exec(title)?.[0] ?? inUtc(title);
}

/** Asked of each post by itself: a selector that looks into what stands below is dear on a page of thousands. */
function withoutWords(post: Element): boolean {
  const comment = post.querySelector('.comment');
  return comment !== null && !comment.querySelector('.commtext') && ![...comment.children].some(({ tagName }) => tagName === 'SPAN');
}
