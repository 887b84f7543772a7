import { firstOf, Posts, valueIn } from './fields.ts';
import { lastNumber, readNumber } from './numbers.ts';
import { answered, withoutCircles } from './parents.ts';
import { titleOf } from './partsOf.ts';
import { type Fields, type Platform, parsed } from './platform.ts';
import { postWords } from './postWords.ts';
import type { Comment, Reading, Thread } from './thread.ts';
import { readTimes } from './times.ts';

/**
 * Reads the thread on a page. Takes any document, the live one or a parsed file, and leaves it as it is.
 * `url` is the page's address, `now` when it was read (relative times count from there).
 * Returns `null` where the platform finds no post at all. What could not be read is counted in `unreadable`, never guessed.
 */
export function read(platform: Platform, document: Document, url: string, now: Date): Reading | null {
  const root = document.documentElement;
  const language = languageOf(document);
  const source = sourceOf(platform, document);
  const opener = platform.opening ? firstOf(source, platform.opening.post) : null;
  const found = [...source.querySelectorAll(platform.comment)];
  const posts = new Posts(source, opener && !found.includes(opener) ? [opener, ...found] : found);
  if (posts.all.length === 0) return null;

  const later = (readNumber(valueIn(root, platform.page)) ?? 1) > 1;
  const openingElement = platform.opening !== undefined ? opener : later ? null : posts.all[0];
  const notWords = [platform.quote, platform.without].filter(Boolean).join(', ');
  // Words of a post inside another are its own.
  const skipped = new Set<Element>([...(notWords ? source.querySelectorAll(notWords) : []), ...posts.all]);
  const elements = new Map<string, Element>();
  const numbers = new Map<string, string>();
  const read: { element: Element; comment: Comment }[] = [];
  const times: (string | null)[] = [];
  let unreadable = 0;

  for (const element of posts.all) {
    const fields: Fields = element === openingElement ? { ...platform, ...platform.opening } : platform;
    const id = posts.value(element, fields.id);
    if (!id || elements.has(id)) {
      unreadable += 1;
      continue;
    }
    const deleted = isDeleted(platform, posts, element);
    const words = deleted ? { text: '', quotes: [] } : postWords(platform, posts, element, fields, skipped);
    const author = posts.value(element, fields.author);
    if (!author && !deleted && posts.chosen(element, fields.body).length === 0) {
      unreadable += 1;
      continue;
    }
    const comment: Comment = {
      id,
      parent: null,
      author,
      ...words,
      time: null,
      score: readNumber(posts.value(element, fields.score)),
      permalink: absolute(posts.value(element, fields.permalink), url),
      deleted,
    };
    elements.set(id, (fields.badge && posts.within(element, fields.badge)[0]) || element);
    const number = posts.value(element, fields.number);
    if (number && !numbers.has(number)) numbers.set(number, id);
    times.push(posts.value(element, fields.time));
    read.push({ element, comment });
  }
  if (read.length === 0) return null;
  readTimes(times, language, now).forEach((time, at) => {
    const comment = read[at]?.comment;
    if (comment) comment.time = time;
  });

  const opening = read.find(({ element }) => element === openingElement)?.comment ?? null;
  answered(platform, posts, read, numbers, opening);
  withoutCircles(read.map(({ comment }) => comment));
  const thread: Thread = {
    platform: platform.name,
    url: withoutFragment(url),
    title: valueIn(root, platform.title) ?? titleOf(document),
    opening,
    comments: read.map(({ comment }) => comment).filter((comment) => comment !== opening),
    total: totalOf(platform, root),
    unreadable,
  };
  return { thread, elements };
}

function isDeleted({ deleted }: Platform, posts: Posts, post: Element): boolean {
  if (deleted === undefined) return false;
  return typeof deleted === 'function' ? deleted(post) : posts.within(post, deleted).length > 0;
}

/** Where the posts stand: the page, or the text of a `<noscript>`, which browsers that run scripts do not turn into elements. */
function sourceOf(platform: Platform, document: Document): ParentNode {
  const hidden = platform.noscript && !document.querySelector(platform.comment) ? document.querySelector(platform.noscript) : null;
  if (hidden) return parsed(document, hidden.textContent ?? '');
  return platform.source?.(document) ?? document;
}

/** How many comments the forum counts, the opening post not among them. */
function totalOf(platform: Platform, root: Element): number | null {
  if (!platform.posts) return readNumber(valueIn(root, platform.total));
  const posts = lastNumber(valueIn(root, platform.posts));
  return posts === null ? null : Math.max(0, posts - 1);
}

/** Only addresses of pages: a permalink that would run a script is none. */
function absolute(address: string | null, base: string): string | null {
  if (!address || !URL.canParse(address, base)) return null;
  const { href, protocol } = new URL(address, base);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}

/** An address without the part that names a place on its page. */
export function withoutFragment(url: string): string {
  return url.split('#')[0] ?? url;
}

/** The language a page declares, as `Intl` takes it; `en` where it declares none. */
export function languageOf(document: Document): string {
  const [language = 'en'] = Intl.getCanonicalLocales(/^[a-z]{2,3}(-[a-z]{2})?\b/i.exec(document.documentElement.lang)?.[0] ?? 'en');
  return language;
}
