import type { Platform } from '../platform.ts';
import { speaker } from '../platformHelpers.ts';

/** vBulletin 3, whose posts are tables in most styles. */
export const vbulletin3: Platform = {
  name: 'vbulletin3',
  example: 'https://forums.example.org/showthread.php?t=1',
  marker: '#posts [id^="td_post_"] [id^="post_message_"], #posts table[id^="post"] [id^="post_message_"]',
  thread: /(?<=showthread\.php\?(?:\S*&)?)t=\d+|\/\d+-[^/]+?(?=-\d+\.html|\.html|$)/,
  title: ['.navbar strong', '[itemprop="headline"]', '#posts .smallfont > strong'],
  comment: '#posts :is(table, section, div, article, li)[id^="post"]:has([id^="td_post_"], [id^="post_message_"])',
  id: ({ id }) => /^post_?(\d+)$/.exec(id)?.[1],
  number: 'a[id^="postcount"]@name',
  author: ['.bigusername', '[id^="postmenu_"] a', '[id^="postmenu_"]', '.username'],
  body: '[id^="post_message_"]',
  time: ['[itemprop="dateCreated"]', '.thead .date', '.thead', '.tcat', '.smallfont'],
  permalink: ['a[id^="postcount"]@href', 'a[href*="#post"]@href'],
  badge: '[id^="postmenu_"]',
  page: ['.pagenav .alt2 strong', '.pagenav .vbmenu_control', '.pagenav .selected'],
  quote: '[id^="post_message_"] div:has(> .smallfont:first-child + :not(pre, .alt2)), [id^="post_message_"] .bbcode_quote',
  quoted: ['a[href*="#post"]@href', (quote) => speaker(quote.querySelector('strong, b'))],
  without:
    '[id^="post_message_"] :is(.smallfont, .bbcode_postedby, .smallfont + div:has(> strong), td.alt2 > div:first-child:has(> strong))',
  next: ['link[rel=next]@href', '.pagenav a[rel=next]@href'],
  previous: ['link[rel=prev]@href', '.pagenav a[rel=prev]@href'],
};
