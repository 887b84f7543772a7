import { type Chunked, runSync } from '../chunked.ts';
import { type Comment, type Reading, type Thread, withoutCircles } from '../thread/index.ts';
import { webAddress, withoutFragment, withoutVisit } from '../webUrl.ts';
import { inertDocument, titleOf } from './dom.ts';
import { postWords, wordsStandIn } from './engine/body.ts';
import { draftsIn, EDITORS } from './engine/editors.ts';
import { firstOf, Posts, valueIn } from './engine/fields.ts';
import { lastNumber, readNumber } from './engine/numbers.ts';
import { openingOf } from './engine/opening.ts';
import { answered } from './engine/parents.ts';
import type { Fields, Platform } from './platform.ts';
import { namedAddress } from './rest/links.ts';
import { orderIn, readTime } from './time/parseTime.ts';

/** Threads of more posts than this are read with pauses, and so many of them before the others. */
const LONG = 400;
const FIRST = 200;

/**
 * Reads the thread on a page. Takes any document, the live one or a parsed file, and leaves it as it is.
 * `url` is the page's address, `now` when it was read (relative times count from there).
 * Returns `null` where the platform finds no post at all. What could not be read is counted in `unreadable`, never guessed.
 */
export function read(platform: Platform, document: Document, url: string, now: Date): Reading | null {
  return runSync(readInSteps(platform, document, url, now));
}

/** The same with pauses where the thread is long; `first` is then given how the thread begins, for which the rest of the page is not looked at. */
export function* readInSteps(
  platform: Platform,
  document: Document,
  url: string,
  now: Date,
  first?: (reading: Reading) => void,
): Chunked<Reading | null> {
  const source = sourceOf(platform, document);
  const opener = platform.opening ? openingOn(source, platform.opening.post) : null;
  const found = [...source.querySelectorAll(platform.comment)];
  const posts = new Posts(source, opener && !found.includes(opener) ? [opener, ...found] : found);
  if (posts.all.length === 0) return null;

  const later = (readNumber(valueIn(document.documentElement, platform.page)) ?? 1) > 1;
  const page = { platform, document, url, now, posts, opener, later };
  // What is read at one go has no beginning to show before.
  if (posts.all.length <= LONG) return runSync(readPosts(page));
  yield;
  if (first) {
    const beginning = yield* readPosts({ ...page, posts: new Posts(source, posts.all.slice(0, FIRST), posts.all[FIRST]) });
    if (beginning) first(beginning);
    yield;
  }
  return yield* readPosts(page);
}

function openingOn(source: ParentNode, post: NonNullable<Platform['opening']>['post']): Element | null {
  return typeof post === 'function' ? post(source) : firstOf(source, post);
}

interface Page {
  platform: Platform;
  document: Document;
  url: string;
  now: Date;
  posts: Posts;
  /** The opening post, where the platform says which it is. */
  opener: Element | null;
  /** Whether this is a page after the first. */
  later: boolean;
}

/** A post as it was read, its time still as the page prints it. */
interface Post {
  element: Element;
  comment: Comment;
  time: string | null;
  number: string | null;
}

/** What was read of the posts of a page so far. */
interface Found {
  posts: Post[];
  elements: Map<string, Element>;
  /** Ids by the numbers that the forum counts posts by. */
  numbers: Map<string, string>;
  edited: Set<string>;
  unreadable: number;
}

function* readPosts(page: Page): Chunked<Reading | null> {
  const { platform, posts } = page;
  const notWords = [platform.quote, platform.without].filter(Boolean).join(', ');
  // Words of a post inside another are its own.
  const skipped = new Set<Element>([...(notWords ? posts.matching(notWords) : []), ...posts.all, ...draftsIn(posts)]);
  const found: Found = { posts: [], elements: new Map(), numbers: new Map(), edited: new Set(), unreadable: 0 };
  yield;
  for (const element of posts.all) yield* readPost(page, element, skipped, found);
  return found.posts.length > 0 ? yield* threadOf(page, found) : null;
}

/** A pause after every field: the first post that is asked for one has its selector looked up in the whole page. */
function* readPost({ platform, posts, url, opener }: Page, element: Element, skipped: ReadonlySet<Element>, found: Found): Chunked<void> {
  const fields: Fields = element === opener ? { ...platform, ...platform.opening } : platform;
  if (platform.copies && element.matches(platform.copies)) return;
  const id = posts.value(element, fields.id);
  if (!id || found.elements.has(id)) {
    found.unreadable += 1;
    return;
  }
  yield;
  const deleted = isDeleted(platform, posts, element);
  yield;
  const content = deleted ? { text: '', quotes: [] } : postWords(platform, posts, element, fields, skipped);
  yield;
  if (content.text === '' && !deleted && posts.within(element, EDITORS).length > 0) found.edited.add(id);
  yield;
  const author = posts.value(element, fields.author);
  if (!author && !deleted && wordsStandIn(posts, element, fields).length === 0) {
    found.unreadable += 1;
    return;
  }
  yield;
  const score = readNumber(posts.value(element, fields.score));
  yield;
  const address = webAddress(posts.value(element, fields.permalink), url);
  const permalink = address && withoutVisit(address);
  yield;
  // Without a place for it a badge stands where the words begin: at the end of a post it would seem to be the next one's.
  const otherwise = wordsStandIn(posts, element, fields).find((body) => body !== element && element.contains(body)) ?? element;
  found.elements.set(id, (fields.badge && posts.within(element, fields.badge)[0]) || otherwise);
  yield;
  const number = posts.value(element, fields.number);
  if (number && !found.numbers.has(number)) found.numbers.set(number, id);
  yield;
  const time = posts.value(element, fields.time);
  found.posts.push({ element, comment: { id, parent: null, author, ...content, time: null, score, permalink, deleted }, time, number });
}

/** The thread that posts make: when each was written and whom it answers. */
function* threadOf({ platform, document, url, now, posts, opener, later }: Page, found: Found): Chunked<Reading> {
  const root = document.documentElement;
  const language = languageOf(document);
  const order = orderIn(found.posts.map(({ time }) => time));
  for (const { comment, time } of found.posts) {
    comment.time = readTime(time, language, now, order);
    yield;
  }
  const opening = openingOf(platform, found.posts, opener, later);
  yield* answered(platform, posts, found.posts, found.numbers, opening);
  const comments = found.posts.map(({ comment }) => comment);
  withoutCircles(comments);
  const thread: Thread = {
    platform: platform.name,
    url: withoutVisit(withoutFragment(namedAddress(platform, document, url))),
    title: valueIn(root, platform.title) ?? titleOf(document),
    opening,
    comments: comments.filter((comment) => comment !== opening),
    total: totalOf(platform, root),
    unreadable: found.unreadable,
  };
  return { thread, elements: found.elements, edited: found.edited };
}

function isDeleted({ deleted }: Platform, posts: Posts, post: Element): boolean {
  if (deleted === undefined) return false;
  return typeof deleted === 'function' ? deleted(post) : posts.within(post, deleted).length > 0;
}

/** Where the posts stand: the page, or the text of a `<noscript>`, which browsers that run scripts do not turn into elements. */
function sourceOf(platform: Platform, document: Document): ParentNode {
  const hidden = platform.noscript && !document.querySelector(platform.comment) ? document.querySelector(platform.noscript) : null;
  if (hidden) return inertDocument(document, hidden.textContent ?? '');
  return platform.source?.(document) ?? document;
}

/** How many comments the forum counts, the opening post not among them. */
function totalOf(platform: Platform, root: Element): number | null {
  if (!platform.posts) return readNumber(valueIn(root, platform.total));
  const posts = lastNumber(valueIn(root, platform.posts));
  return posts === null ? null : Math.max(0, posts - 1);
}

/** The language a page declares, as `Intl` takes it; `en` where it declares none. */
export function languageOf(document: Document): string {
  const [language = 'en'] = Intl.getCanonicalLocales(/^[a-z]{2,3}(-[a-z]{2})?\b/i.exec(document.documentElement.lang)?.[0] ?? 'en');
  return language;
}
