import type { Platform } from '../platform.ts';
import { authorReference, textWithout } from '../platformHelpers.ts';

/** Invision Community 4 and 5. */
export const invision: Platform = {
  name: 'invision',
  example: 'https://invisioncommunity.com/forums/topic/1-a-title/',
  marker: 'article[id^="elComment_"] [data-role="commentContent"]',
  thread: /\/topic\/\d+/,
  title: ['h1[data-ips-hook="title"]', '.ipsType_pageTitle .ipsType_break', 'h1.ipsType_pageTitle', 'h1'].map(
    (title) => (page: Element) => textWithout(page.querySelector(title), '.ipsBadge, .ipsTag_prefix, .ipsTags__tag--prefix'),
  ),
  comment: 'article[id^="elComment_"]',
  id: ['[data-commentid]@data-commentid', ({ id }) => id.replace(/^elComment_/, '')],
  author: [
    '.cAuthorPane_author a',
    '.ipsEntry__username a',
    '.cAuthorPane_author',
    '.ipsEntry__username',
    '.ipsComment_author [itemprop="name"]',
    '.ipsComment_header .ipsType_break',
  ],
  body: '[data-role="commentContent"]',
  time: ['.ipsComment_meta time@datetime', '.ipsEntry__header time@datetime', '.ipsPhotoPanel__secondary time@datetime', 'time@datetime'],
  score: ['[data-role="reactCountText"]', '.ipsReact_reactCountText', '.ipsReact_reactCount', '.ipsReact__reactCount'],
  permalink: ['.ipsComment_meta a[href*="omment"]@href', 'a[href*="findComment"]@href', 'a[href*="#comment-"]@href'],
  badge: '.ipsComment_meta, .ipsPhotoPanel__text',
  page: '.ipsPagination_active, .ipsPagination__active',
  quote: 'blockquote.ipsQuote, [data-role="commentContent"] blockquote[data-ipsquote]',
  quoted: ['@data-ipsquote-contentcommentid', (quote) => authorReference(quote.getAttribute('data-ipsquote-username'))],
  without:
    '.ipsQuote_citation, [data-role="commentContent"] .ipsSpoiler_header, [data-role="commentContent"] [data-excludequote], .ipsEmbedded',
  deleted: '.ipsComment_deleted, .ipsEntry--deleted',
  posts: '[data-role="comment_count"]',
  next: ['link[rel=next]@href', '.ipsPagination_next:not(.ipsPagination_inactive) a@href', '.ipsPagination__next a@href'],
  previous: ['link[rel=prev]@href', '.ipsPagination_prev:not(.ipsPagination_inactive) a@href'],
};
