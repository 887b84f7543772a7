import type { Platform } from '../platform.ts';
import { ARTICLE } from '../platformHelpers.ts';

const POST = 'article.vf3-comment, .vf-comment-thread .vf-comment-container[data-id]';

/**
 * Viafoura, in the page below a newspaper's article: its comments since 2022, nested in each other, and those before. The markup is what public
 * scrapers of several newspapers name of it.
 */
export const viafoura: Platform = {
  name: 'viafoura',
  example: 'https://news.example.org/2024/01/a-title',
  marker:
    'article.vf3-comment :is(.vf-content-text, .vf3-comment-content), .vf-comment-thread .vf-comment-container[data-id] :is(.vf-comment-html-content, .vf-comment-html)',
  title: ['article h1', '.entry-title', 'h1'],
  comment: POST,
  opening: {
    ...ARTICLE,
    post: ['article:not(.vf3-comment):has(h1)', 'main article:not(.vf3-comment)', 'main:has(h1)', '[itemprop="articleBody"]'],
  },
  id: idOf,
  author: [
    '.vf-post-name-button__username',
    '.vf-comment-username',
    (post) => /^Comment by (\S.{0,80}?)\.?$/.exec(post.getAttribute('aria-label') ?? '')?.[1],
  ],
  body: ['.vf-content-text', '.vf3-comment-content', '.vf-comment-html-content', '.vf-comment-html'],
  time: ['time.vf-post-details__time@datetime', 'time@datetime', '.vf-date'],
  score: ['[data-testid="vf-conversations-like-button"]@aria-label', '.vf-count-likes'],
  badge: '.vf-post-details, .vf-comment-header',
  parent: [(post) => idOf(aroundOf(post)), () => 'article'],
  more: '[id^="vf-all_threads-"] button[class*="load-more"], .vf-load-more, button[class*="vf3-comment__toggle"], .vf-replies-button',
};

/** The comment that a reply stands in, or whose thread it stands in below its first. */
function aroundOf(post: Element): Element | null {
  const above = post.parentElement?.closest('article.vf3-comment');
  return (
    above ?? post.closest('.vf-child-comments')?.closest('.vf-comment-thread')?.querySelector('.vf-comment-container[data-id]') ?? null
  );
}

/** Its newer markup is not seen to carry an id: who wrote when is as lasting. */
function idOf(post: Element | null): string | null {
  if (!post) return null;
  const given = post.getAttribute('data-id') ?? post.getAttribute('data-content-uuid') ?? post.id;
  if (given) return given;
  const name = post.querySelector('.vf-post-name-button__username')?.textContent?.trim();
  const time = post.querySelector('time')?.getAttribute('datetime');
  return name && time ? `${name} ${time}` : null;
}
