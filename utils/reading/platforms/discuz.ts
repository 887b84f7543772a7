import type { Platform } from '../platform.ts';
import { digits, speaker } from '../platformHelpers.ts';

/** Discuz! 7 and X. */
export const discuz: Platform = {
  name: 'discuz',
  example: 'https://bbs.example.org/thread-1-1-1.html',
  marker: '#postlist [id^="postmessage_"]',
  thread: /thread-\d+|tid=\d+/,
  title: ['#thread_subject', '.ts h1 a', '#threadtitle h1', 'h1'],
  comment: '#postlist > div[id^="post_"]:has([id^="pid"])',
  id: ({ id }) => digits(id),
  number: ['[id^="postnum"] em', '.postinfo strong em'],
  author: ['.pls .authi a', '.postauthor .postinfo a', '.authi a.xw1', '.pls .authi'],
  body: '[id^="postmessage_"]',
  time: ['[id^="authorposton"] span[title]@title', '[id^="authorposton"]'],
  score: '[id^="recommend_value_"], [id^="review_support_"]',
  permalink: 'a[id^="postnum"]@href',
  badge: '.plc .authi, .postinfo',
  page: ['.pg > strong', '.pages > strong'],
  quote: '[id^="postmessage_"] .quote',
  quoted: [
    (quote) => /[?&]pid=(\d+)/.exec(quote.querySelector('a[href*="pid="]')?.getAttribute('href') ?? '')?.[1],
    (quote) => /原帖由\s*(\S+)\s*于/.exec(quote.textContent ?? '')?.[1]?.replace(/^/, '@'),
    (quote) => speaker(quote.querySelector('font')),
  ],
  // Between the lines stands noise that only those see who copy them.
  without:
    '[id^="postmessage_"] :is(.pstatus, .jammer, .tip, .aimg_tip, .t_attach, .attach_nopermission, .quote font[color="#999999"], .blockcode > em, [style*="display:none"], [style*="display: none"])',
  deleted: '.pcb > .locked, .t_fsz > .locked',
  next: ['.pg a.nxt@href', '.pages a.next@href'],
  previous: ['.pg a.prev@href', '.pages a.prev@href'],
};
