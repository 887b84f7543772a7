import type { Platform } from '../platform.ts';
import { lineOf } from '../platformHelpers.ts';

/**
 * Comments under a letter of Substack, on its hosts and on those of its writers. The letter is the opening post. Of the markup before 2023 we
 * know what public styles and scripts for it name: the same boxes, with name and day in spans of the line above the words.
 */
export const substack: Platform = {
  name: 'substack',
  example: 'https://example.substack.com/p/a-title',
  hosts: ['*.substack.com'],
  optional: true,
  marker: '.comment > .comment-anchor[id^="comment-"]',
  thread: /\/p\/[\w-]+/,
  title: ['h1.post-title', '.post-header h1', 'article h1'],
  comment: '.comment:has(> .comment-anchor)',
  opening: {
    post: ['article.newsletter-post', 'article.post', '.single-post article', '.single-post'],
    id: () => 'article',
    author: ['.byline-wrapper a[href*="/@"]', '.byline-wrapper a', '.post-header .profile-hover-card-target a', '[rel="author"]'],
    body: ['.available-content .body', '.body.markup', '.available-content'],
    time: ['.byline-wrapper time@datetime', '.post-date@title', '.post-date', dateOf],
    score: ['.post-ufi .like-button-container .label', '.like-count'],
    permalink: () => null,
    badge: '.byline-wrapper, .post-header, h1',
  },
  id: '.comment-anchor@id',
  author: [
    '.comment-meta a:is([href*="/profile/"], [href*="/@"])',
    '.comment-meta .commenter-name, .comment-meta .account-hover-wrapper a',
    (comment) => (isGone(comment) ? null : /^Comment by (.+)$/.exec(comment.querySelector('.comment-content')?.ariaLabel ?? '')?.[1]),
  ],
  body: '.comment-body',
  time: [
    '.comment-meta a[href*="/comment/"]@title',
    '.comment-meta a[href*="/comment/"]',
    '.comment-meta [title]@title',
    '.comment-meta > span:nth-child(2)',
  ],
  score: ['.comment-footer [aria-label^="Like"]@aria-label', '.comment-footer .like-button-container .label', '.comment-actions .label'],
  permalink: ['.comment-meta a[href*="/comment/"]@href'],
  badge: '.comment-meta',
  nested: true,
  quote: '.comment-body blockquote',
  without: '.comment-body :is(.show-all-toggle, .comment-edited)',
  deleted: isGone,
  total: ['.post-ufi-comment-button .label', '[aria-label^="View comments ("]@aria-label', '.comments-heading', '.comments-page h4'],
  more: '.collapsed-reply, .more-comments, .more-replies, .show-all-comments, .comments-page + a[href$="/comments"], .comment-list-more, .comment-list-collapsed',
};

/** A note stands in the place of the words, and nobody is named. */
function isGone(comment: Element): boolean {
  const authorLink = comment.querySelector(':scope > .comment-content .comment-meta a:is([href*="/profile/"], [href*="/@"])');
  return (
    !authorLink && /^\s*comment (?:deleted|removed|hidden)/i.test(lineOf(comment.querySelector(':scope > .comment-content .comment-body')))
  );
}

/** The day of a letter stands alone in a line of its head. */
function dateOf(letter: Element): string | null {
  const lines = [...letter.querySelectorAll('.byline-wrapper div, .post-header div')].filter(
    ({ childElementCount }) => childElementCount === 0,
  );
  return (
    lines.map((line) => lineOf(line).trim()).find((line) => /^(?:\p{L}{3,}\.? \d{1,2}|\d{1,2}\.? \p{L}{3,}\.?),? \d{4}$/u.test(line)) ??
    null
  );
}
