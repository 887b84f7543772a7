import { firstOf } from '../engine/fields.ts';
import type { Platform } from '../platform.ts';
import { authorReference, lineOf } from '../platformHelpers.ts';

const POST = '[data-lia-message-uid]:not([data-lia-message-uid] *)';

const OPENINGS = [
  `.lia-thread-topic${POST}`,
  `.lia-thread-topic ${POST}`,
  `${POST}:has(.first-message)`,
  `${POST}:has(.lia-message-subject a[href*="/td-p/"])`,
  '.lia-component-topic-message [data-lia-message-uid]',
];

/** Khoros, formerly Lithium: the support forums of many companies. The markup is what public scrapers of several of them name of it. */
export const khoros: Platform = {
  name: 'khoros',
  example: 'https://community.example.com/t5/Board/A-title/td-p/123',
  marker: '.lia-page [data-lia-message-uid] .lia-message-body-content',
  thread: /\/t5\/[^/]+\/[^/]+\/(?:td-p|m-p|ba-p|bc-p|idi-p|qaq-p)\/\d+/,
  title: ['.lia-thread-topic .lia-message-subject h1', '.lia-page-header', 'h1', '.lia-message-subject'],
  // The accepted solution is shown once more below the first post.
  comment: `${POST}:not(:is([class*="lia-accepted-solution"], .lia-component-solution-list, .lia-component-solutions-with-toggle, .lia-list-display-accepted-solutions, .lia-thread-solutions) *:not(:is(.message-list, .lia-component-reply-list, .lia-component-message-list) *))`,
  opening: {
    post: openingOn,
  },
  id: '@data-lia-message-uid',
  author: ['.lia-user-name-link', '.UserName .login-bold', '.UserName', '.lia-component-author-name'],
  body: '.lia-message-body-content',
  time: [
    '.lia-message-posted-on .local-friendly-date@title',
    '.lia-message-post-date .local-friendly-date@title',
    '.lia-message-posted-on time@datetime',
    // The day and the time of day stand in elements of their own.
    '.lia-message-posted-on',
    '.lia-message-post-date .DateTime',
    '.DateTime',
  ],
  score: ['.MessageKudosCount', '[itemprop="upvoteCount"]'],
  permalink: ['.lia-message-subject a@href', 'a[href*="/m-p/"]@href'],
  badge: '.lia-message-author-with-avatar',
  quote: '.lia-message-body-content blockquote',
  quoted: (quote) => authorReference(/^\s*@?(\S.{0,60}?)\s+wrote\s?:/.exec(lineOf(quote))?.[1]),
  without: '.lia-message-body-content :is(.lia-message-signature, .UserSignature, .lia-spoiler-link, .lia-media-caption-text)',
  posts: '.MessagesPositionInThread, .lia-message-position-in-thread',
  page: '.lia-paging-full-pages .lia-link-disabled, .lia-paging-page-link.lia-link-disabled',
  next: '.lia-paging-page-next a[href]@href',
  previous: '.lia-paging-page-previous a[href]@href',
};

/** The first message; where nothing calls it so, the one that the address of the thread names. */
function openingOn(root: ParentNode): Element | null {
  const first = firstOf(root, OPENINGS);
  if (first) return first;
  const uid = /\/(?:td-p|ba-p|bc-p|idi-p|qaq-p)\/(\d+)/.exec((root as Document).URL ?? '')?.[1];
  return uid ? root.querySelector(`[data-lia-message-uid="${uid}"]`) : null;
}
