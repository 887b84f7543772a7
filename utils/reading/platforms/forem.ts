import type { Platform } from '../platform.ts';

/** dev.to and the other communities on Forem. The article is the opening post. */
export const forem: Platform = {
  name: 'forem',
  example: 'https://dev.to/somebody/a-title-1abc',
  hosts: ['dev.to'],
  marker: '.single-comment-node[data-comment-id], #article-show-container',
  title: ['#article-show-container h1', '#main-title h1', 'h1'],
  comment: '.single-comment-node[data-comment-id]',
  opening: {
    post: '#article-show-container, article.article',
    id: ['@data-article-id', '@id'],
    author: ['.crayons-article__header__meta a.crayons-link', '@data-author-name', '.author a'],
    body: '#article-body, .crayons-article__body',
    time: ['.crayons-article__header__meta time@datetime', 'header time@datetime'],
    // The article's hearts stand beside it.
    score: ({ ownerDocument }) => ownerDocument.querySelector('#reaction-number-like, .reaction-total-count')?.textContent,
    badge: '.crayons-article__header__meta, header',
  },
  id: '@data-comment-id',
  author: ['.js-comment-username', '.comment-username-inner', '.comment-username', '.comment__header a'],
  body: ['.comment__body', '.body'],
  time: ['.comment-date time@datetime', 'time@datetime'],
  score: '.reactions-count',
  permalink: '.comment-date@href',
  badge: '.comment__header',
  nested: true,
  quote: '.comment__body blockquote, .single-comment-node .body blockquote',
  without: '.single-comment-node .body > button, .c-embed, .ltag__link',
  deleted: '.single-comment-node:has(> .comment__inner .opacity-50), .comment-deleted',
  total: '.js-comments-count, #comments .comments-count',
  more: '.js-comments-count, [href$="/comments"]',
};
