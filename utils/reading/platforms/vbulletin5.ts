import type { Platform } from '../platform.ts';
import { speaker } from '../platformHelpers.ts';

/** vBulletin 5 and 6: posts, and comments that hang under them. */
export const vbulletin5: Platform = {
  name: 'vbulletin5',
  example: 'https://forum.example.org/forum/a-board/1-a-title',
  marker: '.conversation-list:not(.stream-view) .js-post[data-node-id] .js-post__content-text',
  thread: /\/\d+-[^/?]+/,
  title: ['h1.main-title', '.b-main-title', '.js-topic-title', 'h1'],
  comment: '.conversation-list:not(.stream-view) .js-post[data-node-id]',
  opening: { post: '.conversation-list .b-post--first, .conversation-list .js-conversation-starter' },
  id: '@data-node-id',
  number: '.b-post__count',
  author: ['.author a', '.author'],
  body: '.js-post__content-text',
  time: ['@data-node-publishdate', 'time@datetime', 'time'],
  score: ['.votecount b', '.votecount', '.js-post__vote-count'],
  permalink: ['.b-post__count@href', 'meta[itemprop="url"]@content'],
  badge: '.author',
  nested: true,
  page: ['.js-pagenav-current-button.primary', '.js-pagenum@value'],
  quote: '.bbcode_quote',
  quoted: ['.bbcode_postedby a@href', (quote) => speaker(quote.querySelector('.bbcode_postedby strong'))],
  without: '.bbcode_postedby, .bbcode_description, .js-post__content-text .post-signature, .b-post__edit',
  deleted: '.b-post--deleted',
  next: ['link[rel=next]@href', '.js-pagenav-next-button@href'],
  previous: ['link[rel=prev]@href', '.js-pagenav-prev-button@href'],
};
