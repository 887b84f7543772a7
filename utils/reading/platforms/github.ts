import { readNumber } from '../engine/numbers.ts';
import type { Platform } from '../platform.ts';
import { digits, lineOf } from '../platformHelpers.ts';

/** What GitHub folds in a comment that came by mail: the mail it answers, and a signature. */
export const MAIL_OF_OTHERS = ':is(.email-hidden-toggle, .email-hidden-reply, .email-quoted-reply, .email-signature-reply)';

/** Where it did not fold them. */
export const MAIL_ENDS = /^(?:--|Sent from my \S.{0,40}|(?:—\s*)?Reply to this email directly\b.*)$/;

/** Issues on GitHub since 2025, whose class names change with every build. */
export const github: Platform = {
  name: 'github',
  example: 'https://github.com/owner/project/issues/1',
  hosts: ['github.com'],
  marker: '[data-testid="issue-viewer-container"] [data-testid="issue-body"], .react-issue-body',
  thread: /\/[^/]+\/[^/]+\/(?:issues|pull)\/\d+/,
  title: ['[data-testid="issue-title"]', 'h1 bdi', 'h1'],
  comment: '.react-issue-comment',
  opening: {
    post: '[data-testid="issue-body"], .react-issue-body',
    id: (post) => `issue-${digits(post.querySelector('a[href*="#issue-"]')?.getAttribute('href')) ?? 'body'}`,
    author: ['[data-testid="issue-body-header-author"]', 'a[data-hovercard-url^="/users/"]'],
    permalink: 'a[href*="#issue-"]@href',
  },
  id: ['[id^="issuecomment-"]@id', '[data-testid^="comment-viewer-outer-box-"]@data-testid'],
  author: ['[data-testid="avatar-link"]', 'a[data-hovercard-url^="/users/"]:not(:has(img))'],
  body: '[data-testid="markdown-body"]',
  time: 'relative-time@datetime',
  permalink: 'a[href*="#issuecomment-"]@href',
  badge: '[data-testid="comment-header-left-side-items"], [data-testid="issue-body-header-author"]',
  quote: '[data-testid="markdown-body"] blockquote',
  without: MAIL_OF_OTHERS,
  ends: MAIL_ENDS,
  total: countOf,
  more: '[data-testid^="issue-timeline-load-more"]',
};

/** What the page tells search engines; else what is there and what it says it leaves out. */
function countOf({ ownerDocument: page }: Element): string | null {
  const said = /"InteractionCounter"[^{}]*CommentAction"[^{}]*"userInteractionCount"\s*:\s*(\d+)/.exec(
    page.querySelector('script[type="application/ld+json"]')?.textContent?.slice(-LONGEST_END) ?? '',
  )?.[1];
  if (said) return said;
  const hidden = hiddenItems(page, '[data-testid="issue-timeline-load-more-container"], [data-testid*="load-more-count"]');
  return hidden > 0 ? String(page.querySelectorAll(github.comment).length + hidden) : null;
}

/** The counts stand at the end, after the words of the issue. */
const LONGEST_END = 2000;

/** How many items stand behind buttons such as "241 remaining items"; what stands inside another counts once. */
export function hiddenItems(page: Document, buttons: string): number {
  const outermost = [...page.querySelectorAll(buttons)].filter(({ parentElement }) => !parentElement?.closest(buttons));
  return outermost.reduce((sum, button) => sum + (readNumber(lineOf(button)) ?? 0), 0);
}
