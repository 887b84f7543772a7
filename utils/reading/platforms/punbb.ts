import type { Platform } from '../platform.ts';
import { digits, speaker } from '../platformHelpers.ts';

/** PunBB 1.3 and 1.4. */
export const punbb: Platform = {
  name: 'punbb',
  example: 'https://punbb.informer.com/forums/topic/1/a-title/',
  marker: '.main-topic .post .entry-content',
  thread: /viewtopic\.php\?(?:\S*&)?id=\d+|\/topic\/\d+/,
  title: ['#brd-main h1.main-title a', '.main-title', '#brd-crumbs-top .crumblast'],
  comment: '.main-topic .post:has(.posthead)',
  id: (post) => digits(post.querySelector('.posthead')?.id),
  number: '.post-num',
  author: ['.post-author .username', '.post-byline a', '.post-byline strong'],
  body: '.entry-content',
  time: ['.permalink', '.post-link'],
  permalink: '.permalink@href',
  badge: '.post-byline',
  page: '.paging strong',
  quote: '.entry-content .quotebox',
  quoted: (quote) => speaker(quote.querySelector('cite')),
  without: '.entry-content .sig-content, .entry-content cite, .entry-content .lastedit',
  next: ['link[rel=next]@href', '.paging a[rel=next]@href'],
  previous: ['link[rel=prev]@href', '.paging a[rel=prev]@href'],
};
