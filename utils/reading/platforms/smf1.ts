import type { Platform } from '../platform.ts';
import { digits, lineOf, speaker } from '../platformHelpers.ts';

/** Simple Machines Forum 1, bitcointalk.org among those that still run it. */
export const smf1: Platform = {
  name: 'smf1',
  example: 'https://bitcointalk.org/index.php?topic=1.0',
  hosts: ['bitcointalk.org'],
  marker: '#quickModForm td > .post',
  thread: /topic[=,]\d+/,
  title: [
    (root) => /:\s*(\S.*?)\s*\([^()]*\d[^()]*\)\s*$/.exec(lineOf(root.querySelector('#top_subject')))?.[1],
    '[id^="subject_"] a',
    '.subject a',
  ],
  comment: '#quickModForm tr:has(> td > .post)',
  id: [(post) => digits(post.querySelector('[id^="subject_"]')?.id), '.message_number@href', '.subject a@href', 'a[href*="#msg"]@href'],
  author: ['.poster_info b a', '.poster_info b', 'td:first-child > b a', 'td:first-child > b'],
  body: '.post',
  time: ['[id^="subject_"] + .smalltext', '.subject + .smalltext', '.smalltext .edited'],
  permalink: ['.message_number@href', '[id^="subject_"] a@href', '.subject a@href'],
  badge: '[id^="subject_"], .subject',
  page: (root) => /\[(\d+)\]/.exec([...root.querySelectorAll('.middletext')].map(({ textContent }) => textContent).join(' '))?.[1],
  quote: '.post .quote',
  quoted: [
    ({ previousElementSibling: head }) => digits(/#msg\d+/.exec(head?.querySelector('a')?.getAttribute('href') ?? '')?.[0]),
    ({ previousElementSibling: head }) => (head?.classList.contains('quoteheader') ? speaker(head) : null),
  ],
  without: '.post .quoteheader, .post .codeheader, .post .edited',
  next: ['link[rel=next]@href', '.middletext b + a.navPages@href'],
  previous: ['link[rel=prev]@href', '.middletext a.navPages:has(+ b)@href'],
};
