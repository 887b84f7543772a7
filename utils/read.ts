import { Posts, valueIn } from './fields.ts';
import { readNumber } from './numbers.ts';
import { answered, withoutCircles } from './parents.ts';
import type { Fields, Platform } from './platform.ts';
import type { Comment, Quote, Reading, Thread } from './thread.ts';
import { readTime } from './times.ts';
import { readWords } from './words.ts';

/**
 * Reads the thread on a page. Takes any document, the live one or a parsed file, and leaves it as it is.
 * `url` is the page's address, `now` when it was read (relative times count from there).
 * Returns `null` where the platform finds no post at all. What could not be read is counted in `unreadable`, never guessed.
 */
export function read(platform: Platform, document: Document, url: string, now: Date): Reading | null {
  const root = document.documentElement;
  const language = languageOf(document);
  const source = sourceOf(platform, document);
  const opener = platform.opening && source.querySelector(platform.opening.post);
  const found = [...source.querySelectorAll(platform.comment)];
  const posts = new Posts(source, opener && !found.includes(opener) ? [opener, ...found] : found);
  if (posts.all.length === 0) return null;

  const later = (readNumber(valueIn(root, platform.page)) ?? 1) > 1;
  const openingElement = platform.opening ? opener : later ? null : posts.all[0];
  const notWords = [platform.quote, platform.without].filter(Boolean).join(', ');
  const skipped = new Set<Element>(notWords ? source.querySelectorAll(notWords) : []);
  const elements = new Map<string, Element>();
  const numbers = new Map<string, string>();
  const read: { element: Element; comment: Comment }[] = [];
  let unreadable = 0;

  for (const element of posts.all) {
    const fields: Fields = element === openingElement ? { ...platform, ...platform.opening } : platform;
    const id = posts.value(element, fields.id);
    if (!id || elements.has(id)) {
      unreadable += 1;
      continue;
    }
    const deleted =
      platform.deleted !== undefined && (element.matches(platform.deleted) || posts.within(element, platform.deleted).length > 0);
    const words = deleted ? { text: '', quotes: [] } : wordsOf(platform, posts, element, fields.body, skipped);
    const comment: Comment = {
      id,
      parent: null,
      author: posts.value(element, fields.author),
      ...words,
      time: readTime(posts.value(element, fields.time), language, now),
      score: readNumber(posts.value(element, fields.score)),
      permalink: absolute(posts.value(element, fields.permalink), url),
      deleted,
    };
    elements.set(id, (fields.badge && posts.within(element, fields.badge)[0]) || element);
    const number = posts.value(element, fields.number);
    if (number && !numbers.has(number)) numbers.set(number, id);
    read.push({ element, comment });
  }
  if (read.length === 0) return null;

  const opening = read.find(({ element }) => element === openingElement)?.comment ?? null;
  answered(platform, posts, read, numbers, opening);
  withoutCircles(read.map(({ comment }) => comment));
  const thread: Thread = {
    platform: platform.name,
    url: withoutFragment(url),
    title: valueIn(root, platform.title) ?? document.title.trim(),
    opening,
    comments: read.map(({ comment }) => comment).filter((comment) => comment !== opening),
    total: readNumber(valueIn(root, platform.total)),
    unreadable,
  };
  return { thread, elements };
}

/** Where the posts stand: the page, or the text of a `<noscript>`, which browsers that run scripts do not turn into elements. */
function sourceOf(platform: Platform, document: Document): ParentNode {
  const hidden = platform.noscript && !document.querySelector(platform.comment) ? document.querySelector(platform.noscript) : null;
  if (!hidden) return document;
  const Parser = document.defaultView?.DOMParser ?? DOMParser;
  return new Parser().parseFromString(hidden.textContent ?? '', 'text/html');
}

function wordsOf(
  platform: Platform,
  posts: Posts,
  post: Element,
  body: string,
  skipped: ReadonlySet<Element>,
): Pick<Comment, 'text' | 'quotes'> {
  const quoteElements = platform.quote ? posts.within(post, platform.quote) : [];
  const bodies = posts.within(post, body).filter((element, _, all) => !all.some((other) => other !== element && other.contains(element)));
  // A quote within a quote belongs to the quoted words.
  const outer = quoteElements.filter(
    (quote) => bodies.some((element) => element.contains(quote)) && !quote.parentElement?.closest(platform.quote ?? ''),
  );
  const quotes = outer.map((quote): Quote => ({ of: valueIn(quote, platform.quoted), text: readWords(quote, skipped) }));
  return {
    text: bodies
      .map((element) => readWords(element, skipped))
      .join('\n')
      .trim(),
    quotes,
  };
}

/** Only addresses of pages: a permalink that would run a script is none. */
function absolute(address: string | null, base: string): string | null {
  if (!address || !URL.canParse(address, base)) return null;
  const { href, protocol } = new URL(address, base);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}

function withoutFragment(url: string): string {
  return url.split('#')[0] ?? url;
}

function languageOf(document: Document): string {
  const [language = 'en'] = Intl.getCanonicalLocales(/^[a-z]{2,3}(-[a-z]{2})?\b/i.exec(document.documentElement.lang)?.[0] ?? 'en');
  return language;
}
