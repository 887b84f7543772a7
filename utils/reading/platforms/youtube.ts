import type { Platform } from '../platform.ts';

const COMMENT = 'ytd-comment-view-model, ytd-comment-renderer';
const THREAD = 'ytd-comment-thread-renderer';

/**
 * Comments under a video, which is no post itself; under a post of a channel that is the opening. Answers stand in `yt-sub-thread`, each a
 * thread of its own within that of what it answers, or, before 2025, in one list below the comment: both as public userscripts name them.
 */
export const youtube: Platform = {
  name: 'youtube',
  example: 'https://www.youtube.com/watch?v=abcdefghijk',
  hosts: ['*.youtube.com'],
  optional: true,
  marker: THREAD,
  // The page of a video that was left stays in the document, hidden.
  address: /\/watch\?|\/(?:shorts|live|post|channel|@[^/]+\/(?:community|posts))\b/,
  thread: /[?&](?:v|lb)=[\w-]+|\/(?:shorts|live|post)\/[\w-]+/,
  title: ['ytd-watch-metadata h1', '#title h1', 'h1.title', ({ ownerDocument }) => ownerDocument.title.replace(/ - YouTube$/, '')],
  comment: COMMENT,
  opening: {
    post: 'ytd-backstage-post-renderer',
    id: ['#published-time-text a@href', () => 'post'],
    author: '#author-text',
    body: '#content-text',
    score: '#vote-count-middle',
    badge: '#header',
  },
  id: [
    // Replies carry the id of the comment they stand under before their own.
    (comment) => /[?&]lc=([\w.-]+)/.exec(comment.querySelector('#published-time-text a')?.getAttribute('href') ?? '')?.[1],
    '@id',
  ],
  author: ['#author-text', '#author-text@aria-label', 'ytd-author-comment-badge-renderer #channel-name'],
  body: '#content-text',
  time: ['#published-time-text', '.published-time-text'],
  score: ['#vote-count-middle'],
  permalink: '#published-time-text a@href',
  badge: '#header-author',
  parent: [addressed, (comment) => idOf(topOf(comment))],
  total: ['ytd-comments-header-renderer #count', '#comments-count'],
  more: 'ytd-comments, ytd-item-section-renderer',
};

/** The comment under which a reply stands. */
function topOf(comment: Element): Element | null {
  const thread = comment.closest('ytd-comment-replies-renderer, yt-sub-thread, #replies')?.closest(THREAD);
  return thread?.querySelector(COMMENT) ?? null;
}

function idOf(comment: Element | null): string | null {
  return comment && (/[?&]lc=([\w.-]+)/.exec(comment.querySelector('#published-time-text a')?.getAttribute('href') ?? '')?.[1] ?? null);
}

/** A reply to a reply begins with the name of who is answered: their latest comment before it in the same thread. */
function addressed(comment: Element): string | null {
  const name = /^\s*(@\S+)/.exec(comment.querySelector('#content-text')?.textContent?.slice(0, 100) ?? '')?.[1]?.replace(/[,:;.!?]+$/, '');
  const thread = name && topOf(comment)?.closest(THREAD);
  if (!thread) return null;
  let latest: Element | null = null;
  for (const other of thread.querySelectorAll(COMMENT)) {
    if (other === comment) break;
    if (other.querySelector('#author-text')?.textContent?.trim() === name) latest = other;
  }
  return idOf(latest);
}
