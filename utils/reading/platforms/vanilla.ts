import type { Platform } from '../platform.ts';
import { digits, speaker } from '../platformHelpers.ts';

/** Vanilla Forums 2 and later, in its own themes. */
export const vanilla: Platform = {
  name: 'vanilla',
  example: 'https://forum.example.org/discussion/1/a-title',
  marker: '.MessageList [id^="Discussion_"] .Message, .MessageList[id^="Discussion_"] .Message, .MessageList [id^="Comment_"] .Message',
  thread: /\/discussion\/(?:comment\/)?\d+/,
  title: ['#Item_0 h1', '.Discussion.MessageList h1', '.PageTitle h1', 'h1'],
  comment: '[id^="Comment_"]:has(.Message)',
  opening: { post: '[id^="Discussion_"]:has(.Message)', id: '@id' },
  id: ({ id }) => digits(id),
  author: ['.Author .Username', '.AuthorWrap .Username', '.Username', '.Author a:not(:has(img))', '.Author'],
  body: '.Message',
  time: ['.DateCreated time@datetime', '.Meta time@datetime', '.DateCreated'],
  score: ['.ReactButton-Like .Count', '.ReactButton-Up .Count', '.Voter .Score', '.CountVotes'],
  permalink: ['.Permalink@href', '.DateCreated a@href'],
  badge: '.AuthorWrap, .Author',
  page: '.Pager .Highlight',
  quote: '.Message blockquote',
  quoted: [
    '.QuoteAuthor a[href*="comment"]@href',
    'a[href*="/discussion/comment/"]@href',
    (quote) =>
      (digits(quote.getAttribute('rel')) && quote.getAttribute('rel')) || speaker(quote.querySelector('.QuoteAuthor, .blockquote-author')),
  ],
  without: '.Message :is(.QuoteAuthor, .blockquote-author, .Signature, .js-embed, .embedLink, .DismissMessage)',
  total: '.CommentCount .Number, .MCount.CommentCount',
  next: ['link[rel=next]@href', '.Pager a.Next@href'],
  previous: ['link[rel=prev]@href', '.Pager a.Previous@href'],
};
