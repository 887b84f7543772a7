import type { Platform } from '../platform.ts';

/** Questions, their answers, and the comments under each. */
export const askbot: Platform = {
  name: 'askbot',
  example: 'https://ask.example.org/en/question/1/a-title/',
  marker: 'body.question-page .js-question[data-post-id]',
  thread: /\/question\/\d+/,
  title: '.js-question h1',
  comment: ':is(.answer, .comment)[id^="post-id-"]:not([id="post-id-0"])',
  opening: { post: '.js-question', id: (post) => `question-${post.getAttribute('data-post-id')}` },
  id: '@id',
  author: ['.comment-controls .author', 'a.author', '.user-info > a'],
  body: '.post-body, .comment-body',
  time: ['.post-update-info .timeago@title', '.age .timeago@title', '.timeago@title', '.age'],
  score: ['.vote-number', '.comment-votes .upvote'],
  badge: '.post-update-info, .comment-controls',
  nested: true,
  without: '.post-update-info-container, .comment-controls, .post-body > .tags',
  page: '.paginator .curr',
  next: '.paginator .next:not([style*="none"]) a@href',
  previous: '.paginator .prev:not([style*="none"]) a@href',
};
