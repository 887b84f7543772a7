import { firstOf, Posts, valueIn } from './fields.ts';
import { lastNumber, readNumber } from './numbers.ts';
import { answered, withoutCircles } from './parents.ts';
import { type Fields, named, type Platform, parsed } from './platform.ts';
import type { Comment, Quote, Reading, Thread } from './thread.ts';
import { readTimes } from './times.ts';
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
    const deleted = platform.deleted !== undefined && posts.within(element, platform.deleted).length > 0;
    const words = deleted ? { text: '', quotes: [] } : wordsOf(platform, posts, element, fields, skipped);
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
    title: valueIn(root, platform.title) ?? document.title.trim(),
    opening,
    comments: read.map(({ comment }) => comment).filter((comment) => comment !== opening),
    total: totalOf(platform, root),
    unreadable,
  };
  return { thread, elements };
}

/** Where the posts stand: the page, or the text of a `<noscript>`, which browsers that run scripts do not turn into elements. */
function sourceOf(platform: Platform, document: Document): ParentNode {
  const hidden = platform.noscript && !document.querySelector(platform.comment) ? document.querySelector(platform.noscript) : null;
  if (hidden) return parsed(document, hidden.textContent ?? '');
  return platform.source?.(document) ?? document;
}

function wordsOf(
  platform: Platform,
  posts: Posts,
  post: Element,
  fields: Fields,
  skipped: ReadonlySet<Element>,
): Pick<Comment, 'text' | 'quotes'> {
  const bodies: Element[] = [];
  // In the order of the page, so that what stands inside another follows it at once.
  for (const element of posts.chosen(post, fields.body)) if (!bodies.at(-1)?.contains(element)) bodies.push(element);
  const quoteElements = new Set(platform.quote ? posts.within(post, platform.quote) : []);
  const quotes = [...quoteElements]
    .filter((quote) => isOutermost(quote, post, quoteElements, bodies))
    .map((quote): Quote => ({ of: valueIn(quote, platform.quoted), text: readWords(quote, skipped) }));
  const lines = bodies.flatMap((element) => readWords(element, skipped).split('\n'));
  return { text: ownLines(platform, lines, quotes).join('\n').trim(), quotes };
}

/** A quote within a quote belongs to the quoted words. */
function isOutermost(quote: Element, post: Element, quotes: ReadonlySet<Element>, bodies: readonly Element[]): boolean {
  for (let current = quote.parentElement; current && current !== post.parentElement; current = current.parentElement) {
    if (quotes.has(current)) return false;
    if (bodies.includes(current)) return true;
  }
  return false;
}

/** The lines before the signature that are the author's own; those that are another's become quotes, neighbours together. */
function ownLines(platform: Platform, lines: readonly string[], quotes: Quote[]): readonly string[] {
  const { ends, quotedLines } = platform;
  const end = ends ? lines.findIndex((line) => ends.test(line)) : -1;
  const kept = end < 0 ? lines : lines.slice(0, end);
  if (!quotedLines) return kept;
  const own: string[] = [];
  let quoted: Quote | null = null;
  for (const line of kept) {
    if (!quotedLines.test(line)) {
      quoted = null;
      // Above a quote that is an element of its own.
      const isAttribution = quotes.length > 0 && STARTS.test(line) && WROTE.test(line);
      if (!isAttribution) own.push(line);
      continue;
    }
    if (!quoted) {
      quoted = { of: attribution(own), text: '' };
      quotes.push(quoted);
    }
    quoted.text = `${quoted.text}\n${line.replace(quotedLines, '').trim()}`.trim();
  }
  return own;
}

const WROTE = /(?:\bwrote|\bwrites|\bschrieb|\bécrit|\bescribió|\bha scritto|\bskrev|\bschreef|\bnapisał\(?a?\)?|\bescreveu)\s?:$/i;

const STARTS = /^(?:On|Am|Le|El|Il|Op|Den|Em|W dniu) /;

/** Takes the line that names who is quoted ("On Sun, Nov 3, 2019, Alban <…> wrote:", often two lines) from the lines before the quote. */
function attribution(own: string[]): string | null {
  if (!WROTE.test(own.at(-1) ?? '')) return null;
  const last = own.pop() ?? '';
  const line = !STARTS.test(last) && STARTS.test(own.at(-1) ?? '') ? `${own.pop()} ${last}` : last;
  const before = line
    .replace(WROTE, '')
    .replace(/\s*<[^>]*>\s*$/, '')
    .replace(/\s(?:a|ha|hat)\s*$/, '');
  return named(/((?:\p{Lu}[\p{L}.'’-]*\s?){1,4}|[\w.-]+)\s*$/u.exec(before)?.[1]?.replace(/^[AP]M\s/, ''));
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
