import type { Comment } from '../thread.ts';
import type { Block } from './blocks.ts';

/** What looks like comments and is none. */

const TITLE =
  'h1 a[href], h2 a[href], h3 a[href], h4 a[href], h5 a[href], a[class*="title" i][href], a[class*="headline" i][href], [class*="title" i] > a[href]';

/** An index, search results, a list of news: most blocks have a title of their own that leads to another page. */
export function isList(blocks: readonly Block[]): boolean {
  const titles = new Set<string>();
  let titled = 0;
  for (const { element } of blocks) {
    const link = element.querySelector(TITLE);
    const text = link?.textContent?.trim().replace(/^(?:re|aw|sv|antw|res|回复)\s?:\s*/i, '') ?? '';
    if (!text || link?.getAttribute('href')?.includes('#')) continue;
    titled += 1;
    titles.add(text);
  }
  return titled > 0.5 * blocks.length && titles.size > 0.5 * titled;
}

const RATED =
  '[itemprop="reviewRating"], [itemprop="ratingValue"], [class*="star-rating" i], [class*="rating" i], [aria-label*=" out of 5"]';

/** Opinions on a thing for sale answer nobody. */
export function areReviews(blocks: readonly Block[]): boolean {
  const rated = blocks.filter(
    ({ element }) =>
      /\breview/i.test(element.className) || /Review$/.test(element.getAttribute('itemtype') ?? '') || element.querySelector(RATED),
  );
  return rated.length > 0.5 * blocks.length;
}

/** Several people, most of them named, each saying something else, most of them a sentence or more. */
export function isDiscussion(comments: readonly Comment[]): boolean {
  const speaking = comments.filter(({ text, quotes }) => text.length > 0 || quotes.length > 0);
  if (speaking.length < 3 || speaking.length < 0.5 * comments.length) return false;
  const names = speaking.map(({ author }) => author).filter((author) => author !== null);
  const texts = new Set(speaking.map(({ text }) => text));
  const lengths = speaking.map(({ text }) => text.length).sort((one, other) => one - other);
  return (
    names.length >= 0.6 * speaking.length &&
    new Set(names).size >= 2 &&
    texts.size >= 0.6 * speaking.length &&
    (lengths[lengths.length >> 1] ?? 0) >= 25 &&
    speaking.filter(({ time }) => time !== null).length >= 0.5 * speaking.length
  );
}
