import type { Platform } from '../platform.ts';
import { digits, speaker } from '../platformHelpers.ts';

/** vBulletin 4. */
export const vbulletin: Platform = {
  name: 'vbulletin',
  example: 'https://forums.example.org/showthread.php?1-A-title',
  marker: '#posts > li[id^="post_"] [id^="post_message_"]',
  thread: /showthread\.php\?(?:t=)?\d+|\/\d+-[^/]+?(?=-\d+\.html|\.html|$)/,
  title: ['.threadtitle a', '.threadtitle', '#pagetitle h1 > *:not(img)', '#pagetitle h1'],
  comment: '#posts > li[id^="post_"]:not([id*="thank"])',
  id: ({ id }) => digits(id),
  number: '.postcounter',
  author: ['.username_container .username', '.userinfo .username', '.username', '.userinfo .guest'],
  body: '[id^="post_message_"]',
  time: ['.posthead .date', '.postdate .date', '.date'],
  permalink: '.postcounter@href',
  badge: '.username_container, .userinfo',
  page: ['.pagination .selected', '.pagination .popupctrl'],
  quote: '.bbcode_quote',
  quoted: ['.bbcode_postedby a[href*="#post"]@href', ({ firstElementChild }) => speaker(firstElementChild?.querySelector('strong'))],
  without: '.bbcode_postedby, .bbcode_description, .bbcode_quote_container, [id^="post_message_"] .editby',
  deleted: '.postbitdeleted',
  posts: '#postpagestats, .postpagestats',
  next: ['link[rel=next]@href', '.pagination a[rel=next]@href'],
  previous: ['link[rel=prev]@href', '.pagination a[rel=prev]@href'],
};
