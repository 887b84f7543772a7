import type { Platform } from '../platform.ts';
import { lineOf } from '../platformHelpers.ts';

export const hackernews: Platform = {
  name: 'hackernews',
  example: 'https://news.ycombinator.com/item?id=1',
  hosts: ['news.ycombinator.com'],
  marker: '#hnmain .comment-tree, #hnmain .fatitem',
  thread: /item\?id=\d+/,
  title: ['.fatitem .titleline > a', '.fatitem .storylink', '.fatitem .title a'],
  comment: 'tr.athing.comtr, .comment-tree tr.athing',
  opening: {
    post: '.fatitem',
    id: 'tr.athing@id',
    body: '.toptext, .fatitem .commtext',
    score: '.score',
    permalink: '.age a@href',
    badge: '.subtext',
  },
  id: '@id',
  author: '.hnuser',
  body: ['.commtext', '.comment > span', '.comment'],
  time: [(post) => /(?<!\d)\d{9,}$/.exec(post.querySelector('.age')?.getAttribute('title') ?? '')?.[0], '.age@title', '.age'],
  permalink: '.age a@href',
  badge: '.comhead',
  depth: ['.ind@indent', (post) => String(Number(post.querySelector('.ind img')?.getAttribute('width') ?? 0) / 40)],
  without: '.reply',
  deleted: withoutWords,
  total: ({ ownerDocument }) => /(\d+)\s+comments?/.exec(lineOf(ownerDocument.querySelector('.fatitem .subline, .fatitem .subtext')))?.[1],
  next: 'a.morelink@href',
};

/** Asked of each post by itself: a selector that looks into what stands below is dear on a page of thousands. */
function withoutWords(post: Element): boolean {
  const comment = post.querySelector('.comment');
  return comment !== null && !comment.querySelector('.commtext') && ![...comment.children].some(({ tagName }) => tagName === 'SPAN');
}
