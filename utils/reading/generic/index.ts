import type { Comment, Reading } from '../../thread/index.ts';
import { withoutFragment, withoutVisit } from '../../webUrl.ts';
import { bodyOf, inertDocument, titleOf } from '../dom.ts';
import { pageAddress } from '../pageAddress.ts';
import { languageOf, read } from '../read.ts';
import { articleBlocks } from './articles.ts';
import type { Block } from './block.ts';
import { type Found, findBlocks } from './blocks.ts';
import { commentsOf } from './comments.ts';
import { depthsOf } from './depth.ts';
import { linkedData } from './jsonLd.ts';
import { MICRODATA } from './microdata.ts';
import { marksOf } from './namesAndTimes.ts';
import { areReviews, isDiscussion, isList } from './notDiscussion.ts';
import { openingAbove } from './opening.ts';
import { isEvent, postsInside, withOthers } from './otherPosts.ts';
import { linkParents, withReferences } from './parents.ts';
import { shapeOf } from './signature.ts';
import { areArticles, areDoubtful, placeIn, spokenOut } from './spoken/index.ts';
import { readIndex } from './threadIndex.ts';
import { isCopy, once, withoutFrame } from './wholePosts.ts';

/**
 * Reads a discussion on a page that no platform knows: what the page declares in schema.org's words, else its own repetition, blocks that
 * look alike and each hold a name, a time and somebody's words. `null` where it finds none: indexes, lists of news, reviews, forms.
 * Takes time in proportion to the page and never throws. Only used where the reader asked for the page.
 */
export function readGeneric(document: Document, url: string, now: Date): Reading | null {
  if (!bodyOf(document)) return null;
  const marked = readBlocks(document, url, now);
  const repeated = readSpoken(document, url, now, marked) ?? marked ?? readHidden(document, url, now) ?? readIndex(document, url, now);
  const declared = document.querySelector(MICRODATA.marker) ? read(MICRODATA, document, url, now) : null;
  const shown = declared && wordsIn(declared) >= 0.7 * wordsIn(repeated) ? withReferences(declared, document) : repeated;
  // What stands in the page can carry a badge, what is only declared cannot: that comes last.
  const data = linkedData(document);
  const fromData = data && read({ ...MICRODATA, title: () => data.title || titleOf(document), source: () => data }, document, url, now);
  return fromData && wordsIn(fromData) > 2 * wordsIn(shown) ? placed(fromData, document) : shown;
}

/** What the page says in words alone, where that is much more than what its elements say. */
function readSpoken(document: Document, url: string, now: Date, marked: Reading | null): Reading | null {
  if (marked && holdsMost(marked, document)) return null;
  const language = languageOf(document);
  const copy = spokenOut(document, language, now, (page) => marksOf(page, language, now));
  const isNone = (blocks: readonly Block[]) => areArticles(blocks) || areDoubtful(blocks, document, url);
  const reading = copy && readBlocks(copy.document, url, now, isNone);
  if (!reading || (marked && !(wordsIn(reading) > 2 * wordsIn(marked) && reading.elements.size >= 2 * marked.elements.size))) return null;
  const elements = new Map<string, Element>();
  const taken = new Set<Element>();
  for (const [id, element] of reading.elements) {
    const original = placeIn(copy, element);
    // Where a page has no element for each post, those without one carry no badge.
    if (original && !taken.has(original)) elements.set(id, original);
    if (original) taken.add(original);
  }
  return { thread: { ...reading.thread, title: threadTitle(document) }, elements };
}

/** Whether what was read is signed and most of what a page says, so that there is nothing else to look for. */
function holdsMost({ thread: { opening, comments } }: Reading, document: Document): boolean {
  const all = opening ? [opening, ...comments] : comments;
  const signed = all.filter(({ author, time }) => author && time);
  if (signed.length < 0.8 * all.length) return false;
  let length = 0;
  const walker = document.createTreeWalker(bodyOf(document) ?? document, 4);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (!/^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|TEXTAREA|OPTION)$/.test(node.parentElement?.tagName ?? ''))
      length += (node.nodeValue ?? '').trim().length;
  return all.reduce((sum, { text }) => sum + text.length, 0) > 0.4 * length;
}

/** What is meant for browsers that run no scripts, where the page itself holds nothing. */
function readHidden(document: Document, url: string, now: Date): Reading | null {
  const [longest] = [...document.querySelectorAll('noscript')].sort(
    (one, other) => (other.textContent ?? '').length - (one.textContent ?? '').length,
  );
  const text = longest?.textContent ?? '';
  if (text.length < 1000) return null;
  const hidden = inertDocument(document, text);
  hidden.documentElement.lang = document.documentElement.lang;
  hidden.title = titleOf(document);
  return readBlocks(hidden, url, now) ?? readArticles(hidden, url, now);
}

/** The comments of data, each at the element of the page that has its name, if there is one. */
function placed(reading: Reading, document: Document): Reading {
  const elements = new Map([...reading.elements].map(([id, element]) => [id, document.getElementById(id) ?? element]));
  return { ...reading, elements };
}

function wordsIn(reading: Reading | null): number {
  return (reading?.thread.comments ?? []).reduce((sum, { text }) => sum + text.length, 0);
}

function readArticles(document: Document, url: string, now: Date): Reading | null {
  const shape = shapeOf(document);
  const marks = marksOf(document, languageOf(document), now);
  const blocks = articleBlocks(document, marks);
  if (blocks.length === 0) return null;
  const comments = commentsOf(document, blocks, now);
  const opening = isLaterPage(url) ? null : (comments[0] ?? null);
  linkParents(blocks, comments, shape, null, 0, opening);
  return readingOf(document, url, blocks, comments, opening);
}

function readBlocks(
  document: Document,
  url: string,
  now: Date,
  isNone: (blocks: readonly Block[]) => boolean = () => false,
): Reading | null {
  const found = findBlocks(document, languageOf(document), now);
  for (const blocks of found.sets) {
    // What says most tells what the page is: beside a list of threads there is no thread.
    if (isList(blocks, found.labels) || areReviews(blocks) || isNone(blocks)) return null;
    const reading = readingOfBlocks(document, blocks, found, url, now);
    if (reading) return reading;
  }
  return null;
}

const COMMENTS = /comment|repl(?:y|ies)|respon[ds]|answer|kommentar|coment|reactie|reaction|yorum|koment/i;
const POSTS = /post|topic|thread|message/i;

/** Whether blocks are answers to something else, by what they and the elements around them are called. */
function areComments(blocks: readonly Block[]): boolean {
  let called = '';
  for (let current = blocks[0]?.element ?? null, up = 0; current && up < 4; current = current.parentElement, up++)
    called += ` ${current.getAttribute('class') ?? ''} ${current.id}`;
  const names = called.replace(/comment-post|postcomment|post-comment/gi, 'comment');
  // Below an article a list of comments may be called a thread.
  return COMMENTS.test(called) && !POSTS.test(isBelowArticle(blocks) ? names.replace(/thread/gi, '') : names);
}

function isBelowArticle([first]: readonly Block[]): boolean {
  const article = first?.element.ownerDocument.querySelector('article h1')?.closest('article');
  return article != null && !article.contains(first?.element ?? null) && (article.textContent?.length ?? 0) > 40;
}

const OPENS = /(?:^|[\s_-])(?:question|opening|original-?post|first[-_]?(?:post|comment)|starter|topic-?starter)(?:$|[\s_-])/i;
const OPENS_BY_ID = /^(?:issue|question|topic|thread|story|ticket|submission|q|op)[-_]?\d+$/i;

/** Whether the first block, and it alone, is called what all others answer: by its class, or by its id (`issue-4` before `comment-81`). */
function isCalledOpening([first, ...others]: readonly Block[]): boolean {
  const called = ({ element }: Block) => OPENS.test(element.getAttribute('class') ?? '') || OPENS_BY_ID.test(element.id);
  return first !== undefined && called(first) && !others.some(called);
}

function readingOfBlocks(document: Document, some: readonly Block[], found: Found, url: string, now: Date): Reading | null {
  const said = some.filter(({ element }) => !isEvent(element));
  const posts = said.length > 0.5 * some.length ? said : some;
  const inside = postsInside(posts, found);
  const repeated = once(withoutFrame(withOthers(posts, inside, found)));
  const [first] = repeated;
  if (!first) return null;
  const later = isLaterPage(url);
  const isComments = areComments(repeated);
  const depths = depthsOf(repeated);
  const rooted = depths?.every((depth, index) => index === 0 || depth > (depths[0] ?? 0)) ?? false;
  // One post inside another makes no tree of a flat forum.
  const isTree =
    depths !== null && !rooted && (inside.size === 0 || depthsOf(repeated.filter(({ element }) => !inside.has(element))) !== null);
  const candidate = rooted ? null : openingAbove(first.element, repeated, found.shape, found.marks, isComments, isTree && !later);
  const above = candidate && isCopy(candidate, repeated) ? null : candidate;
  const blocks = above ? [above, ...repeated] : repeated;
  const comments = commentsOf(document, blocks, now);
  if (!isDiscussion(comments.slice(above ? 1 : 0))) return null;
  const opens = above || isCalledOpening(repeated) || !(isTree || isComments);
  const opening = opens && (above || !later) ? (comments[0] ?? null) : null;
  linkParents(blocks, comments, found.shape, depths, above ? 1 : 0, opening);
  return readingOf(document, url, blocks, comments, opening);
}

function readingOf(
  document: Document,
  url: string,
  blocks: readonly Block[],
  comments: readonly Comment[],
  opening: Comment | null,
): Reading {
  const thread = {
    platform: MICRODATA.name,
    url: withoutVisit(withoutFragment(pageAddress(document, url))),
    title: threadTitle(document),
    opening,
    comments: comments.filter((comment) => comment !== opening),
    total: null,
    unreadable: 0,
  };
  const elements = new Map(comments.map(({ id }, index) => [id, blocks[index]?.author?.parentElement ?? (blocks[index] as Block).element]));
  return { thread, elements };
}

/** The heading, where the page's title is only its beginning: "The pier | Quay Mail" above "The pier to close for good". */
function threadTitle(document: Document): string {
  const heading = document.querySelector('h1')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  const title = titleOf(document);
  const [start = ''] = title.toLowerCase().split(/\s+[|–—·»-]\s+/);
  return heading.toLowerCase().startsWith(start) ? heading || title : title;
}

/** The pages after the first do not hold the post the thread began with. */
function isLaterPage(url: string): boolean {
  return /[?&;](?:page|p|pg)=(?:[2-9]|[1-9]\d{1,3})(?!\d)|[?&;](?:start|st|offset)=[1-9]|\/(?:page|p)[-/]?(?:[2-9]|[1-9]\d{1,3})(?!\d)/i.test(
    url,
  );
}
