import type { Platform } from '../platform.ts';

/** Mbin, and kbin from which it comes. A comment is itself a `<blockquote>`; quotes stand inside its content. */
export const mbin: Platform = {
  name: 'mbin',
  example: 'https://fedia.io/m/rail/t/77/A-title',
  hosts: ['fedia.io', 'kbin.earth', 'kbin.melroy.org', 'thebrainbin.org', 'gehirneimer.de'],
  optional: true,
  marker:
    '.comments :is(.entry-comment, .post-comment)[data-subject-parent-value], .page-entry-single article.entry, .page-post-single article.post',
  address: /\/(?:t|p)\/\d+|^file:|^about:/,
  thread: /\/(?:t|p)\/\d+/,
  title: ['article.entry h1 > a', 'article.entry h1'],
  comment: ':is(.entry-comment[id^="entry-comment-"], .post-comment[id^="post-comment-"])',
  opening: {
    post: ['article.entry[id^="entry-"]', 'article.post[id^="post-"]'],
    author: ['.entry__meta .user-inline', '.user-inline'],
    body: ['.entry__body .content', '.content'],
    time: ['.entry__meta time@datetime', 'time@datetime'],
    badge: '.entry__meta, header',
  },
  id: '@id',
  author: ['header .user-inline', '.user-inline'],
  body: '.content',
  time: ['header time@datetime', 'time@datetime'],
  score: ['.vote__up [data-subject-target="favCounter"]', '.vote__up button'],
  permalink: ['header a.link-muted[href*="#"]@href', ({ id }) => `#${id}`],
  badge: 'header',
  parent: [
    ({ id, dataset }: Element & Partial<HTMLElement>) =>
      dataset?.subjectParentValue ? id.replace(/\d+$/, dataset.subjectParentValue) : null,
    ({ ownerDocument }) => ownerDocument.querySelector('article:is([id^="entry-"], [id^="post-"])')?.id,
  ],
  quote: '.content blockquote',
  deleted: '.content > p.text-muted:only-child > i',
  total: '[data-subject-target="commentsCounter"]',
  page: '.pagination__item--current-page',
  next: ['.pagination__item--next-page[href]@href', '.pagination a[rel=next]@href'],
  previous: ['.pagination__item--previous-page[href]@href', '.pagination a[rel=prev]@href'],
};
