import type { Platform } from '../platform.ts';
import { digits, lineOf } from '../platformHelpers.ts';

/** mlmym, the front end of Lemmy that looks like old Reddit (`old.` before the name of a server). */
export const mlmym: Platform = {
  name: 'mlmym',
  example: 'https://old.lemmy.world/post/1',
  hosts: ['old.lemmy.world', 'old.programming.dev', 'old.lemmy.sdf.org', 'old.sh.itjust.works'],
  optional: true,
  marker: '.comment[id^="c"] > .meta > a.creator',
  address: /\/(?:post|comment)\/\d+/,
  thread: /\/post\/\d+/,
  title: '.post .title a.url',
  comment: '.comment[id^="c"]:has(> .meta)',
  opening: {
    post: '.post[id^="p"]',
    id: '@id',
    author: ['.submitter', '.meta a[href*="/u/"]'],
    body: ['.expando .md', '.title a.url'],
    time: '.meta span[title]@title',
    score: ['.score form > div', '.score > div > div'],
    permalink: '.buttons a[href*="/post/"]@href',
    badge: '.meta',
  },
  id: ({ id }) => digits(id),
  author: '.meta > .creator',
  body: '.content > div',
  time: '.meta > span[title]@title',
  score: '.meta > b',
  permalink: '.buttons a[href*="/comment/"]@href',
  badge: '.meta',
  nested: true,
  quote: '.content > div blockquote',
  deleted: (comment) => /^\s*\[(?:deleted|removed by mod)\]/.test(lineOf(comment.querySelector(':scope > .content'))),
  total: '.post .buttons a[href*="/post/"]',
  more: '.morecomments',
};
