import type { Platform } from '../platform.ts';
import { MAIL_ENDS, MAIL_OF_OTHERS } from './github.ts';

export const githubDiscussions: Platform = {
  name: 'github-discussions',
  example: 'https://github.com/owner/project/discussions/1',
  hosts: ['github.com'],
  marker: '.discussion-timeline-item [id^="discussion-"], .discussion-timeline-item [id^="discussioncomment-"]',
  thread: /\/discussions\/\d+/,
  title: ['.js-issue-title', '.gh-header-title', 'h1 bdi'],
  comment: '[id^="discussioncomment-"]:not([id$="-permalink"]):has(.js-comment-body)',
  opening: { post: '[id^="discussion-"]:not([id$="-permalink"]):has(.js-comment-body)' },
  id: '@id',
  author: ['a.author', '.author'],
  body: '.js-comment-body',
  time: ['relative-time@datetime', 'time@datetime'],
  score: '.js-default-vote-count',
  permalink: ['.js-timestamp@href', 'a[href*="#discussion"]@href'],
  badge: '.timeline-comment-header-text',
  nested: true,
  quote: '.js-comment-body blockquote',
  without: MAIL_OF_OTHERS,
  ends: MAIL_ENDS,
  total: (page) => sumOf(page.querySelector('#discussion-comment-count, [data-testid="discussion-comment-count"]')?.textContent),
  more: '.ajax-pagination-form, .js-ajax-pagination, .Link--muted[href*="#discussioncomment"]',
};

/** "4 comments · 5 replies" are nine. */
function sumOf(counts: string | null | undefined): string | null {
  const numbers = counts?.match(/\d+/g) ?? [];
  return numbers.length > 0 ? String(numbers.reduce((sum, number) => sum + Number(number), 0)) : null;
}
