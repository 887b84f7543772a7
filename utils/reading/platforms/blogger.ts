import type { Platform } from '../platform.ts';
import { digits } from '../platformHelpers.ts';

const NESTED = 'li.comment[id^="c"]:not([id^="comment"]):has(> .comment-block)';
const FLAT = 'dl#comments-block > dt.comment-author[id^="c"]';

/** Blogger (blogspot.com), its comments nested or, in old templates, one after the other. The article is the opening post. */
export const blogger: Platform = {
  name: 'blogger',
  example: 'https://example.blogspot.com/2024/01/a-title.html',
  hosts: ['*.blogspot.com'],
  optional: true,
  marker: `#comments ${NESTED}, ${FLAT}`,
  thread: /\/\d{4}\/\d\d\/[^/?]+\.html|\/p\/[^/?]+\.html/,
  title: ['.post-title', '.entry-title', 'h1.title', 'h3.post-title'],
  comment: `${NESTED}, ${FLAT}`,
  opening: {
    post: ['.post-outer .post', '.post.hentry', 'article.post', '.post-outer', '.blog-post', 'article'],
    id: ['[itemprop="postId"]@content', () => 'article'],
    author: ['.post-author .fn', '[itemprop="author"] [itemprop="name"]', '.post-author a', '.fn'],
    body: ['.post-body', '.entry-content', '[itemprop="articleBody"]'],
    time: ['.published@title', 'time@datetime', '[itemprop="datePublished"]@title', '.timestamp-link'],
    permalink: ['a.timestamp-link@href'],
    badge: '.post-header, .post-title',
  },
  id: ({ id }) => digits(id),
  author: ['.comment-header .user', (comment) => flatName(comment)],
  body: (comment) => (comment.matches('dt') ? after(comment, '.comment-body') : comment.querySelector('.comment-content')),
  time: [
    (comment) => /[?&]showComment=(\d{12,14})/.exec(linkOf(comment)?.getAttribute('href') ?? '')?.[1],
    (comment) => linkOf(comment)?.textContent,
  ],
  permalink: (comment) => linkOf(comment)?.getAttribute('href'),
  badge: '.comment-header',
  nested: true,
  quote: ':is(.comment-content, .comment-body) blockquote',
  deleted: (comment) =>
    (comment.matches('dt') ? after(comment, '.comment-body') : comment.querySelector('.comment-content'))?.querySelector(
      '.deleted-comment',
    ) != null,
  total: ['#comments h4', '#comments h3', '#comments .title'],
  more: '#comments .loadmore:not(.loaded, .hidden), #comments .paging-control, #comments .thread-collapsed',
  next: ['#comments .paging-control.newer a@href', '#comments .newer a@href'],
  previous: ['#comments .paging-control.older a@href'],
};

/** In a flat list what belongs to a comment follows the line with its author's name. */
function after(line: Element, selector: string): Element | null {
  for (let sibling = line.nextElementSibling; sibling && sibling.tagName !== 'DT'; sibling = sibling.nextElementSibling)
    if (sibling.matches(selector)) return sibling;
  return null;
}

function linkOf(comment: Element): Element | null {
  const holder = comment.matches('dt') ? after(comment, '.comment-footer') : comment;
  return holder?.querySelector('a[href*="showComment="], .datetime a, .comment-timestamp a') ?? null;
}

/** "Amber said..." */
function flatName(line: Element): string | null {
  return line.querySelector('a[rel="nofollow"]')?.textContent ?? line.textContent?.replace(/\s+\S+\s*(?:\.\.\.|…|:)\s*$/, '') ?? null;
}
