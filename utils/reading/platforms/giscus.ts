import type { Platform } from '../platform.ts';

/** Giscus: the comments of a GitHub discussion in a frame under an article, which is not in it. */
export const giscus: Platform = {
  name: 'giscus',
  example: 'https://giscus.app/en/widget?repo=owner%2Fblog&term=a-title',
  hosts: ['giscus.app'],
  optional: true,
  framed: ['*://giscus.app/*'],
  marker: '.gsc-timeline .gsc-comment',
  title: ({ ownerDocument }) => new URLSearchParams(ownerDocument.URL.split('?')[1]).get('term'),
  comment: '.gsc-comment, .gsc-reply',
  opening: null,
  // What is hidden or deleted keeps no address of its own: it is known by the first answer below it.
  id: (comment) => own(comment) ?? (own(comment.querySelector('.gsc-reply')) ? `above-${own(comment.querySelector('.gsc-reply'))}` : null),
  author: ['.gsc-comment-author .link-primary', '.gsc-reply-author .link-primary'],
  body: '.gsc-comment-content, .gsc-reply-content',
  time: 'time@datetime',
  score: '.gsc-upvote-button .gsc-social-reaction-summary-item-count',
  permalink: 'a.link-secondary@href',
  badge: '.gsc-comment-author, .gsc-reply-author',
  nested: true,
  quote: ':is(.gsc-comment-content, .gsc-reply-content) blockquote',
  without: ':is(.gsc-comment-content, .gsc-reply-content) :is(.email-hidden-toggle, .email-hidden-reply, .email-signature-reply)',
  deleted: (comment) => own(comment) === null,
  total: (page) => sumOf(page.querySelectorAll('.gsc-comments-count, .gsc-replies-count')),
  more: '.gsc-pagination-button, .gsc-replies > div > .color-text-link',
};

function own(comment: Element | null): string | null {
  const link = comment?.querySelector(':scope :is(.gsc-comment-author, .gsc-reply-author) a[href*="#discussioncomment-"]');
  const holder = link?.closest('.gsc-comment, .gsc-reply');
  return (holder === comment && /#(discussioncomment-\d+)/.exec(link?.getAttribute('href') ?? '')?.[1]) || null;
}

/** "4 comments" and "5 replies" are nine. */
function sumOf(lines: NodeListOf<Element>): string | null {
  const numbers = [...lines].map(({ textContent }) => Number(/\d+/.exec(textContent ?? '')?.[0] ?? 0));
  return numbers.length > 0 ? String(numbers.reduce((sum, number) => sum + number, 0)) : null;
}
