import type { Platform } from '../platform.ts';
import { digits } from '../platformHelpers.ts';

/** Slashdot, and SoylentNews, which runs an older release of the same program. */
export const slashdot: Platform = {
  name: 'slashdot',
  example: 'https://slashdot.org/story/24/01/01/000000/a-title',
  hosts: ['*.slashdot.org', 'soylentnews.org'],
  optional: true,
  marker: '#commentlisting li.comment[id^="tree_"]',
  thread: /\/story\/[\d/]+|[?&]sid=[\d/]+/,
  title: ['.story-title a', '.story-title', 'article h2', '.storytitle', 'h3.story'],
  comment: '#commentlisting li.comment[id^="tree_"]',
  opening: {
    post: ['article.fhitem-story', 'article[id^="firehose-"]', 'article', '.article'],
    id: ['@id', () => 'story'],
    author: ['.story-byline a', '.details a', '.story-byline'],
    body: ['.body .p', '.body', '.intro'],
    time: ['time@datetime', 'time', '.details'],
    badge: '.details, header',
  },
  id: ({ id }) => digits(id),
  author: [
    '.by a',
    (comment) =>
      comment
        .querySelector('.by')
        ?.textContent?.replace(/^\s*by\s+/i, '')
        .replace(/\(.*/s, ''),
  ],
  body: ['[id^="comment_body_"]', '.commentBody'],
  time: ['.otherdetails'],
  score: '.score',
  permalink: ['.otherdetails a@href', '.title a@href'],
  badge: '.details',
  nested: true,
  quote: '.commentBody :is(blockquote, .quote)',
  without: '.commentBody .sig, [id^="comment_sig_"]',
  total: ['#titlecountnum', '.totalcommentcnt', '.commentcnt'],
  more: '.cw.oneline, .cw.hidden, #more_comments_num_a, #more_comments_num_b',
};
