import type { Platform } from '../platform.ts';
import { digits, lineOf } from '../platformHelpers.ts';
import { QUOTED_LINES } from './hackernews.ts';

/** Hacker News until 2014, when its pages had hardly a class. */
export const hackernews2012: Platform = {
  name: 'hackernews-2012',
  example: 'https://news.ycombinator.com/item?id=3412900',
  marker: 'body > center > table:not(#hnmain) td.default .comhead',
  thread: /item\?id=\d+/,
  title: '.title > a',
  comment: 'table:has(> tbody > tr > td.default)',
  opening: {
    post: 'table:has(> tbody > tr > .subtext)',
    author: '.subtext a[href^="user?id="]',
    body: 'tr:has(> .subtext) ~ tr > td:last-child:not(:has(form))',
    time: (post) => ago(post.querySelector('.subtext')),
    score: '[id^="score_"]',
    badge: '.subtext',
  },
  id: [
    (post) => digits(post.querySelector(':is(.comhead, .subtext) a[href*="item?id="]')?.getAttribute('href')),
    (post) => digits(post.querySelector('[id^="up_"], [id^="down_"]')?.id),
  ],
  author: '.comhead a[href*="user?id="]',
  body: '.comment',
  time: (comment) => ago(comment.querySelector('.comhead')),
  permalink: '.comhead a[href*="item?id="]@href',
  badge: '.comhead',
  depth: (comment) => String(Number(comment.querySelector('td > img[width]')?.getAttribute('width') ?? 0) / 40),
  quotedLines: QUOTED_LINES,
  without: '.comment font[size="1"]',
  deleted: 'table:has(> tbody > tr > td.default .comhead:empty)',
};

function ago(line: Element | null): string | undefined {
  return /\d+ [a-z]+ ago/.exec(lineOf(line))?.[0];
}
