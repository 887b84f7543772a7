import type { Platform } from '../platform.ts';

/** Issues and pull requests as GitHub's server drew them from 2012 to 2024, and still draws pull requests. */
export const githubTimeline: Platform = {
  name: 'github-timeline',
  example: 'https://github.com/owner/project/pull/1',
  hosts: ['github.com'],
  marker: '.js-comment-container:not(.discussion-timeline-item) .js-comment:is([id], [id] > *) .js-comment-body',
  thread: /\/[^/]+\/[^/]+\/(?:issues|pull)\/\d+/,
  title: ['.js-issue-title', '.gh-header-title', '.js-comment-body-title', '.discussion-topic-title'],
  comment: '.js-comment-container:has(.js-comment-body):not(:has(.js-comment-container))',
  id: [
    '[id^="issuecomment-"]:not([id$="-permalink"])@id',
    '[id^="pullrequestreview-"]:not([id$="-permalink"])@id',
    '[id^="discussion_r"]:not([id$="-permalink"])@id',
    '[id^="issue-"]:not([id$="-permalink"])@id',
  ],
  author: ['a.author', '.author', '.comment-header-author', '.discussion-topic-author a', '.discussion-topic-author'],
  body: '.js-comment-body',
  time: ['relative-time@datetime', 'time@datetime'],
  permalink: ['.js-timestamp@href', 'a[href*="#issue"]@href', '.comment-header-right a@href'],
  badge: '.timeline-comment-header-text, .comment-header, .discussion-topic-header',
  quote: '.js-comment-body blockquote',
  without: '.js-comment-body .email-hidden-toggle',
  more: '.ajax-pagination-form, .js-ajax-pagination',
};
