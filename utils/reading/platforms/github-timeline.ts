import type { Platform } from '../platform.ts';
import { lineOf } from '../platformHelpers.ts';
import { hiddenItems, MAIL_ENDS, MAIL_OF_OTHERS } from './github.ts';

/** What the ids of comments begin with: the description, comments, reviews, and comments on lines of the code. */
const NAMED = /^(?:issue|issuecomment|pullrequest|pullrequestreview|commitcomment)-\d+|^discussion_r\d+/;

/** Issues and pull requests as GitHub's server drew them from 2012 to 2024, and still draws pull requests. */
export const githubTimeline: Platform = {
  name: 'github-timeline',
  example: 'https://github.com/owner/project/pull/1',
  hosts: ['github.com'],
  marker:
    ':is([id^="issue-"], [id^="issuecomment-"], [id^="pullrequest-"], [id^="pullrequestreview-"], [id^="discussion_r"]) .js-comment-body, .timeline-comment-group[id^="issue-"] .comment-body',
  thread: /\/[^/]+\/[^/]+\/(?:issues|pull)\/\d+/,
  title: ['.js-issue-title', '.gh-header-title', '.js-comment-body-title', '.discussion-topic-title', 'h1 .markdown-title'],
  // A review holds the comments on lines of the code, each a comment with words of its own; it may have none itself.
  comment: [
    '.js-comment:has(.js-comment-body):not(:has(.js-comment .js-comment-body))',
    '.js-comment:has(.js-comment .js-comment-body):has(.js-comment-body:not(.js-comment .js-comment .js-comment-body))',
    '.timeline-comment-group[id]:not(.js-comment, :has(.js-comment)):has(.comment-body)',
    '.review-thread-component [data-testid="automated-review-comment"][id^="discussion_r"]',
  ].join(', '),
  opening: {
    post: [
      ':is([id^="issue-"], [id^="pullrequest-"], .js-discussion-first, .js-command-palette-pull-body) .js-comment:has(.js-comment-body)',
      '.js-comment:is([id^="issue-"], [id^="pullrequest-"]):has(.js-comment-body)',
      '.timeline-comment-group:is([id^="issue-"], [id^="pullrequest-"]):not(:has(.js-comment)):has(.comment-body)',
    ],
  },
  id: idOf,
  author: [
    'a.author',
    '.author',
    '.comment-header-author',
    '.discussion-topic-author a',
    '.discussion-topic-author',
    '[data-testid="avatar-link"]',
  ],
  body: ['.js-comment-body', '.comment-body:not(.js-preview-body)', '.markdown-body'],
  time: ['relative-time@datetime', 'time@datetime'],
  permalink: ['.js-timestamp@href', 'a[href*="#issue"]@href', 'a[href*="#discussion_r"]@href', '.comment-header-right a@href'],
  badge:
    '.timeline-comment-header-text, .comment-header, .discussion-topic-header, .review-comment h3, [id^="discussion_r"] h3, [data-testid="comment-header"]',
  parent: beforeInThread,
  quote: ':is(.js-comment-body, .comment-body) blockquote',
  // Of what a reviewer suggests, the lines to come are their words, not those that stand.
  without: `${MAIL_OF_OTHERS}, .js-suggested-changes-blob > :not(.blob-wrapper, .js-blob-wrapper), .js-suggested-changes-blob .blob-code-deletion`,
  ends: MAIL_ENDS,
  total: countOf,
  more: '.ajax-pagination-form, .js-ajax-pagination, .review-thread-component[data-resolved="true"]:not(:has(.js-comment))',
};

function idOf(post: Element): string | null {
  const permalink = post.querySelector('[id$="-permalink"]')?.id ?? '';
  for (const id of [post.id, permalink]) if (NAMED.test(id)) return NAMED.exec(id)?.[0] ?? null;
  const around = post.closest('[id^="issue-"], [id^="issuecomment-"], [id^="pullrequest"], [id^="discussion_r"], [id^="commitcomment-"]');
  const inside = post.querySelector('[id^="issue-"], [id^="issuecomment-"], [id^="pullrequest"], [id^="discussion_r"]');
  return NAMED.exec(around?.id ?? '')?.[0] ?? NAMED.exec(inside?.id ?? '')?.[0] ?? null;
}

const threads = new WeakMap<Element, Map<string, string>>();

/** In a thread on lines of the code each comment answers the one before it, the first the review that the thread belongs to. */
function beforeInThread(post: Element): string | null {
  const thread = post.closest('.review-thread-component, .js-resolvable-timeline-thread-container, .js-comments-holder');
  const id = idOf(post);
  if (!thread || !id) return null;
  let before = threads.get(thread);
  if (!before) {
    const ids = [...new Set([...thread.querySelectorAll('[id^="discussion_r"]')].map((one) => NAMED.exec(one.id)?.[0] ?? ''))];
    before = new Map(ids.map((one, index) => [one, ids[index - 1] ?? '']));
    threads.set(thread, before);
  }
  const review = thread.closest('.js-timeline-item, .TimelineItem, .discussion-item-review')?.querySelector('[id^="pullrequestreview-"]');
  return before.get(id) || (NAMED.exec(review?.id ?? '')?.[0] ?? null);
}

/** What the head of an issue counts; of a pull request, whose head counts nothing, what is there and what the page says it leaves out. */
function countOf({ ownerDocument: page }: Element): string | null {
  const said = /·\s+(\d[\d,]*) comments?\b/.exec(lineOf(page.querySelector('.gh-header-meta')))?.[1];
  const folded = page.querySelectorAll('.review-thread-component[data-resolved="true"]:not(:has(.js-comment))').length;
  const hidden = hiddenItems(page, '.ajax-pagination-form, .js-ajax-pagination');
  if (said || hidden + folded === 0) return said ?? null;
  return String(new Set([...page.querySelectorAll(githubTimeline.comment)].map(idOf)).size - 1 + hidden + folded);
}
