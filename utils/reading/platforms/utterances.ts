import type { Platform } from '../platform.ts';
import { digits } from '../platformHelpers.ts';

/** Utterances: the comments of a GitHub issue in a frame under an article, which is not in it. */
export const utterances: Platform = {
  name: 'utterances',
  example: 'https://utteranc.es/utterances.html?repo=owner%2Fblog&title=A+title',
  hosts: ['utteranc.es'],
  optional: true,
  framed: ['*://utteranc.es/utterances.html*'],
  marker: 'main.timeline > article.timeline-comment',
  title: ({ ownerDocument }) => {
    const given = new URLSearchParams(ownerDocument.URL.split('?')[1]);
    return given.get('title') ?? given.get('pathname');
  },
  comment: 'article.timeline-comment',
  opening: null,
  id: (comment) => digits(comment.querySelector('a[href*="#issuecomment-"]')?.getAttribute('href')),
  author: ['.comment-meta strong', '.comment-meta a'],
  body: '.markdown-body',
  time: 'a[href*="#issuecomment-"]',
  permalink: 'a[href*="#issuecomment-"]@href',
  badge: '.comment-meta',
  quote: '.markdown-body blockquote',
  without: '.markdown-body :is(.email-hidden-toggle, .email-hidden-reply, .email-quoted-reply, .email-signature-reply)',
  total: '.timeline-header a',
  more: '.pagination-loader-container',
};
