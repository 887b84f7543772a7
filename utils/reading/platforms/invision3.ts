import { peopleIn } from '../engine/numbers.ts';
import type { Platform } from '../platform.ts';
import { authorReference, digits } from '../platformHelpers.ts';

/** IP.Board 3. */
export const invision3: Platform = {
  name: 'invision3',
  example: 'https://forum.example.org/topic/1-a-title/',
  marker: '#ipboard_body .post_block[id^="post_id_"], .topic.hfeed .post_block[id^="post_id_"]',
  thread: /\/topic\/\d+|showtopic=\d+|\/\d+-[^/]+?(?=\.html|$)/,
  title: ['.ipsType_pagetitle', 'h1[itemprop="name"]', 'h2.maintitle'],
  comment: '.post_block[id^="post_id_"]',
  id: ({ id }) => digits(id),
  number: '.post_id a',
  author: ['.author_info .author a', '.author_info .author', '.author.vcard a', '.author.vcard', '[itemprop~="creator"]'],
  body: '.post.entry-content',
  time: ['.published@title', '.posted_info abbr@title', '.posted_info'],
  score: [(post) => peopleIn(post.querySelector('.ipsLikeBar_info')), '.reputation'],
  permalink: ['.post_id a@href', 'a[rel="bookmark"]@href'],
  badge: '.author_info .author, .posted_info',
  page: '.pagination .page.active',
  quote: 'blockquote.ipsBlockquote',
  quoted: ['@data-cid', (quote) => authorReference(quote.getAttribute('data-author'))],
  without: '.entry-content .citation, .entry-content .edit, .entry-content .signature',
  next: ['link[rel=next]@href', '.pagination .next a@href'],
  previous: ['link[rel=prev]@href', '.pagination .prev a@href'],
};
