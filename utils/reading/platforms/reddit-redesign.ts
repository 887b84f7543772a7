import type { Platform } from '../platform.ts';

/** Reddit from 2018 to 2024: class names that changed with every build, a few attributes that did not. */
export const redditRedesign: Platform = {
  name: 'reddit-redesign',
  example: 'https://www.reddit.com/r/books/comments/1abcde/a_title/',
  hosts: ['*.reddit.com'],
  marker: '.Comment :is([data-testid="comment"], [data-test-id="comment"]), [data-test-id="post-content"] h1',
  thread: /\/comments\/\w+/,
  title: '[data-test-id="post-content"] h1',
  comment: 'div.Comment[class*="t1_"]',
  opening: {
    post: '.Post[id^="t3_"]:has([data-test-id="post-content"])',
    id: '@id',
    author: (post) => nameOf(post.querySelector('[data-testid="post_author_link"], [data-click-id="user"], a[href*="/user/"]')),
    body: '[data-click-id="text"]',
    time: ['[data-testid="post_timestamp"]', '[data-click-id="timestamp"]'],
    score: 'button[data-click-id="upvote"] + div',
    permalink: '[data-click-id="timestamp"]@href',
    badge: '[data-test-id="post-content"] h1',
  },
  id: ({ className }) => /\bt1_\w+/.exec(className)?.[0],
  author: ['[data-testid="comment_author_link"]', 'a[href*="/user/"]:not(:has(img))'],
  body: '[data-testid="comment"], [data-test-id="comment"]',
  time: ['[id^="CommentTopMeta--Created"]', '[data-testid="comment_timestamp"]'],
  score: ['[id^="vote-arrows-"] > div', (comment) => spanOf(comment, /^[\d.,km−-]+ points?$/i)],
  permalink: ['[id^="CommentTopMeta--Created"]@href', '[data-testid="comment_timestamp"]@href'],
  badge: '[data-testid="post-comment-header"]',
  depth: (comment) => spanOf(comment, /^level \d+$/),
  quote: '.RichTextJSON-root blockquote',
  without: '[data-click-id="text"] style',
  // An account that was deleted leaves its words.
  deleted: 'div.Comment:not(:has([data-testid="comment"], [data-test-id="comment"]))',
  total: '[data-test-id="comments-page-link-num-comments"]',
  more: '[id^="moreComments"]',
};

/** What only hidden or hashed elements hold: the line that looks like it. */
function spanOf(comment: Element, form: RegExp): string | null {
  return [...comment.querySelectorAll('span')].map(({ textContent }) => textContent?.trim() ?? '').find((text) => form.test(text)) ?? null;
}

function nameOf(link: Element | null): string | undefined {
  return link?.textContent?.trim().replace(/^u\//, '');
}
