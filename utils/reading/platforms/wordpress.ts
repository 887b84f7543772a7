import { bodyOf } from '../dom.ts';
import { readNumber } from '../engine/numbers.ts';
import type { Platform } from '../platform.ts';
import { lineOf } from '../platformHelpers.ts';

const PINGS =
  '.pingback, .trackback, .pings > *, .pinglist > *, .pingslist > *, .trackbacklist > *, #pings > *, #pinglist > *, #trackbacks > *';

/** What holds the comments of a page after the first. */
const LATER =
  ':is(.wp-block-comments:has(.wp-block-comments-pagination-previous), #comments:has(.comment-navigation .nav-previous a, .comments-pagination a.prev))';

/** WordPress itself writes the classes of a comment, whatever the theme. */
const CLASSED = 'li:is(.comment, .even, .odd, [class*="depth-"], [class*="thread-"])';

/** Comments under an article of WordPress, whose themes agree on little more than the ids. The article is the opening post. */
export const wordpress: Platform = {
  name: 'wordpress',
  example: 'https://blog.example.org/2024/01/a-title/',
  // Comments are spread over pages of an article.
  thread: /^(?:(?!\/?comment-page-\d|\/?[?&](?:cpage|replytocom)=|\/$).)+/,
  // An article with a single comment is no discussion, unless that stands on the last of several pages.
  marker: `:is(:is(.commentlist, .comment-list, .commentslist, #commentlist, .wp-block-comment-template) > li, :is(#comments ol, #comments ul) > ${CLASSED}):is([id^="comment-"], [id^="li-comment-"]):not(.review):is(:has(li[id*="comment-"]), li ~ li, ${LATER} *)`,
  title: ['article h1', '.entry-title', '.storytitle', '.post h1', '.post h2', 'h1'],
  // What other sites say of themselves that they link here is no comment.
  comment: `li:is([id^="comment-"], [id^="li-comment-"]):not(${PINGS})`,
  opening: {
    post: [
      'article:has(h1)',
      '.type-post',
      '.type-page',
      'article.post',
      '.hentry',
      '.post[id^="post-"]',
      'main article',
      'main',
      '#content',
    ],
    id: ['article[id^="post-"]@id', '.post[id^="post-"]@id', ({ id }) => (/\d/.test(id) ? id : null), numberInBody, () => 'article'],
    author: [
      '.wp-block-post-author-name',
      '.wp-block-post-author__name',
      '.author .fn',
      '.entry-author [itemprop="name"]',
      '[rel="author"]',
      '.byline a',
      '.author a',
      '.post-author a',
      '.entry-meta .author',
    ],
    body: [
      '.entry-content',
      '.post-content',
      '.storycontent',
      '.single-blog-content',
      '[itemprop="articleBody"]',
      '.wp-block-post-content',
      '.entry',
      '.content',
    ],
    time: [
      'time.published@datetime',
      'time.entry-date@datetime',
      '.entry-meta time@datetime',
      'time@datetime',
      '.published',
      '.entry-date',
      '.date',
    ],
    permalink: ['a[rel="bookmark"]@href'],
    badge: '.entry-title, .storytitle, h1, h2',
  },
  id: '@id',
  author: [
    '.comment-author .fn',
    '.fn',
    '.wp-block-comment-author-name',
    '.comment-author .url',
    '.comment-author cite',
    '.comment-author strong',
    '.comment-author-name',
    '.comment-author a',
    'li > cite > a.url, li > p > cite > a.url',
    (comment) => nameIn(comment.querySelector('cite')),
    (comment) => nameIn(comment.querySelector('.comment-author, .author, .commentauthor')),
  ],
  body: [
    '.comment-content',
    '.comment-text',
    '.comment_text',
    '.commenttext',
    '.comment-entry',
    '.commententry',
    '.comment-txt',
    '.comment__content',
    '.wp-block-comment-content',
    '.comment_content',
    '[itemprop="text"]',
    '[itemprop="commentText"]',
    '.comment-body',
    // The oldest themes put name and time beside the paragraphs, with words of their own between.
    'li > p, li > blockquote, li > pre, li > ul:not(.children), li > ol:not(.children)',
    'li',
  ],
  time: [
    'time@datetime',
    '.comment-metadata a',
    '.comment-meta a',
    '.commentmetadata a',
    '.comment-date',
    '.comment-meta',
    '.commentmetadata',
    'a.commentlink',
    '.comment-author',
    'li > cite, li > p > cite',
    '.date',
  ],
  permalink: [
    '.comment-metadata a@href',
    '.comment-meta a@href',
    '.commentmetadata a@href',
    'a[href*="#comment-"]:not(.comment-reply-link)@href',
  ],
  badge: '.comment-author, .wp-block-comment-author-name, cite',
  nested: true,
  quote: ':is(.comment-content, .comment-text, .wp-block-comment-content) blockquote',
  without:
    ':is(.sharedaddy, .jp-relatedposts, .addtoany_content, .yarpp-related, .wpcnt), li:is([id^="comment-"], [id^="li-comment-"]) :is(.comment-author, .comment-meta, .commentmetadata, .comment-metadata, .comment-date, .commentlink, .commentcount, .comment-number, .reply, .comment-reply-link, .comment-edit-link, .edit-link, .comment-awaiting-moderation, .says, li > cite, p > cite:only-child, .vcard)',
  total: commentsWithoutPings,
  next: [
    '.comment-navigation .nav-next a@href',
    '#comments a.next@href',
    '.comments-pagination a.next@href',
    'a.wp-block-comments-pagination-next@href',
  ],
  previous: [
    '.comment-navigation .nav-previous a@href',
    '#comments a.prev@href',
    '.comments-pagination a.prev@href',
    'a.wp-block-comments-pagination-previous@href',
  ],
};

/** Block themes give the article no number of its own; scripts may give what is around it an id ("wp--skip-link--target") that the page as served has not. */
function numberInBody({ ownerDocument }: Element): string | null {
  const number = /\b(?:postid|page-id)-(\d+)/.exec(bodyOf(ownerDocument)?.className ?? '')?.[1];
  return number ? `post-${number}` : null;
}

/** What the heading counts, which has the pings among the comments where they stand in one list. */
function commentsWithoutPings({ ownerDocument: page }: Element): string | null {
  const heading = page.querySelector(HEADINGS)?.textContent ?? '';
  const said = readNumber(heading);
  if (said === null) return null;
  const listed = [...page.querySelectorAll(`li:is(${PINGS})`)].filter((ping) =>
    ping.parentElement?.querySelector(`:scope > ${wordpress.comment}`),
  );
  return String(Math.max(0, said - listed.length));
}

const HEADINGS = '.comments-title, #comments-title, #comments > h2, h2#comments, h3#comments, .comments-area h2, .wp-block-comments-title';

/** "Comment by Daniel — 17.07.2011 @ 13:10", "Daniel says:" */
function nameIn(line: Element | null): string | null {
  const [name = ''] = lineOf(line).split(/ [—–|]|\s+(?:says|said|sagt|schreibt|dit|dice|diz|escribió|wrote)\b|\d{1,2}[.:]\s?\d/);
  return name.replace(/^\s*(?:comment|kommentar|commentaire|comentario)\s+(?:by|von|de|par)\s+/i, '').replace(/\s*[,:|]\s*$/, '') || null;
}
