import type { Comment } from '../../thread/index.ts';
import type { Block } from './block.ts';
import { POST_ID } from './comments.ts';

/** What looks like comments and is none. */

const TITLE = ':is(h1, h2, h3, h4) a, a.title, .title > a, a[class*="topictitle" i], a[class*="topic-title" i], a[class*="thread-title" i]';
const TIMELIKE = /\d[:/.-]\d|\b(?:19|20)\d\d\b|^#?\d+$/;

/**
 * An index, search results, a list of news: most blocks have a title of their own, a link to another page, or hold more links than words.
 * What all blocks link to ("Reply", "Report") is no title, nor are names.
 */
export function isList(blocks: readonly Block[], names: ReadonlySet<string>): boolean {
  const seen = new Map<string, number>();
  const titles = blocks.map(({ element, body }) => {
    const own = new Set<string>();
    for (const link of element.querySelectorAll('a[href]')) {
      if (body !== element && body?.contains(link) && !link.matches(TITLE)) continue;
      const text = (link.textContent ?? '')
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/^(?:re|aw|sv|antw|res|回复)\s?:\s*/i, '');
      if (text.length < 8 || !/\s/.test(text) || names.has(text) || TIMELIKE.test(text) || link.getAttribute('href')?.includes('#'))
        continue;
      own.add(text);
    }
    for (const text of own) seen.set(text, (seen.get(text) ?? 0) + 1);
    return own;
  });
  const titled = titles.filter((own) => [...own].some((text) => seen.get(text) === 1)).length;
  const teasing = blocks.filter(({ element, body }) => [element, body].some((one) => TEASER.test(one?.getAttribute('class') ?? ''))).length;
  const linked = blocks.filter(({ body }) => body && linkShare(body) > 0.5).length;
  const boards = new Set(blocks.map(({ element }) => element.querySelector(BOARD)?.getAttribute('href') ?? null).filter(Boolean));
  const versions = blocks.filter(({ element }) =>
    VERSION.test(element.querySelector('h1, h2, h3, h4')?.textContent?.slice(0, 40) ?? ''),
  ).length;
  return (
    versions > 0.6 * blocks.length ||
    boards.size > 0.5 * blocks.length ||
    titled > 0.6 * blocks.length ||
    teasing > 0.5 * blocks.length ||
    linked > 0.5 * blocks.length
  );
}

const BOARD = 'a[href*="viewforum"], a[href*="forumdisplay"], a[href*="board="]';
/** A list of what was released. */
const VERSION = /^\s*(?:\w{1,20} )?v?\d{1,4}\.\d{1,4}(?:[.\s-]|$)/i;
const TEASER = /last-?post|latest|teaser|preview|excerpt|recent|topic-?list|search-?result/i;

function linkShare(body: Element): number {
  let linked = 0;
  for (const link of body.querySelectorAll('a')) linked += link.textContent?.trim().length ?? 0;
  return linked / Math.max(1, body.textContent?.trim().length ?? 0);
}

const RATED =
  '[itemprop="reviewRating"], [itemprop="ratingValue"], [class*="star-rating" i], [class*="rating" i] [class*="star" i], [class*="rating" i][aria-label], [class*="review-score" i], [aria-label*=" out of 5"]';

/** Opinions on a thing for sale answer nobody. */
export function areReviews(blocks: readonly Block[]): boolean {
  const rated = blocks.filter(
    ({ element }) =>
      /\breview/i.test(element.className) || /Review$/.test(element.getAttribute('itemtype') ?? '') || element.querySelector(RATED),
  );
  return rated.length > 0.5 * blocks.length;
}

/** Boards on which nobody has a name write one and the same above each post. */
const NAMELESS = /^(?:anon(?:ymous|yme|imo|iem)?|anónimo|nameless|guest|аноним|名無し.{0,20}|匿名|ㅇㅇ)$/i;

/** Several people, most of them named, each saying something else, most of them a sentence or more. */
export function isDiscussion(comments: readonly Comment[]): boolean {
  const speaking = comments.filter(({ text, quotes }) => text.length > 0 || quotes.length > 0);
  // Two boxes are two posts only where they are called so.
  if (speaking.length < 3 && comments.some(({ id, author, time, text }) => !(POST_ID.test(id) && author && time && text.length > 15)))
    return false;
  if (speaking.length < 2 || speaking.length < 0.5 * comments.length) return false;
  const names = speaking.map(({ author }) => author).filter((author) => author !== null);
  const texts = new Set(speaking.map(({ text }) => text));
  const lengths = speaking.map(({ text }) => text.length).sort((one, other) => one - other);
  const timed = speaking.filter(({ time }) => time !== null).length;
  // A few boxes may look alike by chance; a few posts are all signed.
  if (speaking.length < 6 && (names.length < speaking.length || timed < speaking.length)) return false;
  return (
    names.length >= 0.6 * speaking.length &&
    (new Set(names).size >= 2 ||
      (names.every((name) => NAMELESS.test(name)) && comments.every(({ id }) => POST_ID.test(id) || /^\d+$/.test(id)))) &&
    // Letters in the place of pictures are no names.
    names.filter((name) => name.length > 1).length > 0.5 * names.length &&
    texts.size >= 0.6 * speaking.length &&
    (lengths[lengths.length >> 1] ?? 0) >= 25 &&
    timed >= 0.5 * speaking.length
  );
}
