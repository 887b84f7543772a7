import type { Platform } from '../platform.ts';
import { digits } from '../platformHelpers.ts';

/** Posts that are quoted, and lines of a chat. */
export const QUOTES = 'aside.quote:not(.accepted-answer), .chat-transcript';

/** What stands among the words of a post and is not its author's: mail that was answered, polls, previews of links, events. */
export const NOT_WORDS =
  'aside.quote > .title, .chat-transcript :is(.chat-transcript-user, .chat-transcript-meta), aside.onebox, aside.accepted-answer, details.elided, .poll, .poll-outer, .discourse-post-event, .badge.clicks, .cooked-selection-barrier, .lightbox .meta';

/** The live page, widgets (until 2025) and Glimmer components (since). */
export const discourse: Platform = {
  name: 'discourse',
  example: 'https://meta.discourse.org/t/what-is-discourse/1',
  hosts: [
    'meta.discourse.org',
    'discuss.python.org',
    'users.rust-lang.org',
    'internals.rust-lang.org',
    'discourse.mozilla.org',
    'community.openai.com',
  ],
  marker: '.post-stream',
  thread: /\/t\/(?:[^/]+\/)?\d+/,
  title: '#topic-title .fancy-title',
  comment: '.topic-post article[data-post-id]:not(.small-action)',
  opening: { post: 'article#post_1[data-post-id]' },
  id: '@data-post-id',
  number: ({ id }) => digits(id),
  author: [
    '.topic-meta-data:not(.embedded-reply) .names [data-user-card]@data-user-card',
    '.topic-meta-data:not(.embedded-reply) .names .username',
  ],
  body: '.regular > .cooked',
  time: '.post-date .relative-date@data-time',
  score: '.like-count',
  permalink: ['a.post-date@href', '.post-date a@href'],
  badge: '.topic-meta-data:not(.embedded-reply) .names',
  parent: (post) => parentInData(post) ?? parentInTab(post),
  quote: QUOTES,
  quoted: '@data-post',
  without: NOT_WORDS,
  deleted: '.post--deleted, .deleted',
  posts: [(page) => page.querySelector('.timeline-replies')?.textContent?.split('/')[1], countInData],
  more: '.post-stream',
};

interface Topic {
  posts_count?: number;
  post_stream?: { posts?: { id: number; reply_to_post_number?: number | null }[] };
}

const topics = new WeakMap<Document, Topic | null>();

/** What the server wrote into the page beside the posts: the only place that numbers the post a reply answers. Looked for once a page. */
function topicOf(document: Document): Topic | null {
  let topic = topics.get(document);
  if (topic === undefined) {
    topic = parsed(document.querySelector('[data-preloaded]')?.getAttribute('data-preloaded') ?? '{}');
    topics.set(document, topic);
  }
  return topic;
}

function parsed(preloaded: string): Topic | null {
  try {
    const entry = Object.entries(JSON.parse(preloaded)).find(([key]) => /^topic_\d+$/.test(key))?.[1];
    return typeof entry === 'string' ? JSON.parse(entry) : null;
  } catch {
    return null; // a page may write anything there
  }
}

function parentInData(post: Element): string | null {
  const posts = topicOf(post.ownerDocument)?.post_stream?.posts;
  const number = Array.isArray(posts)
    ? posts.find((one) => String(one?.id) === post.getAttribute('data-post-id'))?.reply_to_post_number
    : null;
  return number ? String(number) : null;
}

/** The tab above a reply shows the name of whom it answers, as displayed: the nearest earlier post with that name. */
function parentInTab(post: Element): string | null {
  const name = post.querySelector('.reply-to-tab')?.textContent?.trim();
  let holder = name ? post.closest('.topic-post')?.previousElementSibling : null;
  for (; holder; holder = holder.previousElementSibling) {
    const names = [...holder.querySelectorAll('.topic-meta-data:not(.embedded-reply) .names > span')];
    if (names.some((shown) => shown.textContent?.trim() === name))
      return holder.querySelector('article')?.getAttribute('data-post-id') ?? null;
  }
  return null;
}

function countInData(page: Element): string | null {
  return topicOf(page.ownerDocument)?.posts_count?.toString() ?? null;
}
