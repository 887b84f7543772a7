import type { Platform } from '../platform.ts';
import { digits } from '../platformHelpers.ts';
import { NOT_WORDS, QUOTES } from './discourse.ts';

/** The plain page that Discourse serves to crawlers and to browsers without scripts; inside `<noscript>` for all others. */
export const discourseCrawler: Platform = {
  name: 'discourse-crawler',
  example: 'https://meta.discourse.org/t/what-is-discourse/1?_escaped_fragment_=1',
  marker: `.crawler-post-meta, html:not(:has(.post-stream)) [data-preloaded*='"topic_']`,
  thread: /\/t\/(?:[^/]+\/)?\d+/,
  title: ['#topic-title h1', '.crawler-topic-title', 'h1'],
  noscript: 'noscript[data-path], #main-outlet noscript, body > noscript',
  comment: '.crawler-post:has(.crawler-post-meta)',
  opening: { post: '#post_1.crawler-post, .crawler-post:not([id]):first-of-type' },
  id: ['@id', (post) => `post_${position(post)}`],
  number: position,
  author: ['[itemprop=author] [itemprop=name]', '.creator'],
  body: '.post[itemprop]',
  time: ['meta[itemprop=datePublished]@content', 'time[itemprop=datePublished]@datetime', 'time@datetime'],
  score: '.post-likes',
  permalink: 'link[itemprop=url]@href',
  badge: '.crawler-post-meta',
  quote: QUOTES,
  quoted: '@data-post',
  without: NOT_WORDS,
  page: ({ ownerDocument }) => /[?&]page=(\d+)/.exec(ownerDocument.URL)?.[1],
  next: 'link[rel=next]@href',
  more: '.crawler-post',
};

function position(post: Element): string | null {
  return digits(post.querySelector('[itemprop=position]')?.textContent) ?? digits(post.id);
}
