import type { Platform } from '../platform.ts';
import { digits } from '../platformHelpers.ts';

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
  total: '[data-testid="issue-comment-count"]',
};
