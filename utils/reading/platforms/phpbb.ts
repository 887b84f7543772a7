import type { Platform } from '../platform.ts';
import { digits, lineOf, speaker } from '../platformHelpers.ts';

/** phpBB 3 in its usual style, prosilver, and those made from it. */
export const phpbb: Platform = {
  name: 'phpbb',
  example: 'https://www.phpbb.com/community/viewtopic.php?t=1',
  hosts: ['www.phpbb.com', 'forums.debian.net', 'forums.virtualbox.org', 'forum.videolan.org'],
  marker: '#phpbb.section-viewtopic, #phpbb .post .postbody .content',
  thread: /(?<=[?&])t=\d+|topic\d+/,
  title: ['.topic-title', 'h2 a', 'h2'],
  comment: '.post[id^=p]:has(.postbody)',
  id: ({ id }) => digits(id),
  author: ['.postprofile .username, .postprofile .username-coloured', '.author .username, .author .username-coloured', '.author strong'],
  body: '.postbody .content',
  time: ['.author time@datetime', (post) => afterMark(post.querySelector('.author')?.textContent)],
  permalink: ['.postbody h3 a@href', '.author a[href*="#p"]@href'],
  badge: '.postbody .author',
  // Where the page does not count its pages, its address may say that posts stand before it.
  page: [
    '.pagination .active, .pagination > strong, .pagination a strong',
    ({ ownerDocument }) => (/[?&]start=[1-9]/.test(ownerDocument.URL) ? '2' : null),
  ],
  quote: '.content blockquote',
  quoted: ['cite a[data-post-id]@data-post-id', '@cite', (quote) => speaker(quote.querySelector('cite'))],
  deleted: '.post.deleted',
  without: '.content cite, .content .attachbox, .content .inline-attachment, .content .codebox p, .content .notice',
  posts: ({ ownerDocument }) => /(\d+)\s+\p{L}+/u.exec(lineOf(ownerDocument.querySelector('.pagination')))?.[1],
  next: ['.pagination .next a@href', 'link[rel=next]@href'],
};

/** "by amber » Fri Feb 14, 2014 10:08 pm" */
function afterMark(line: string | undefined): string | null {
  return line?.split(/»|\bon\b|•/).at(-1) ?? null;
}
