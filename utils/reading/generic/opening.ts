import { lineOf } from '../platformHelpers.ts';
import type { Block } from './block.ts';
import { holders } from './blockParts.ts';
import { above, type Marks } from './namesAndTimes.ts';
import { type Shape, textLengthsOf } from './signature.ts';
import { looksLikeName } from './spoken/nameInLine.ts';

/** As few characters as an opening of another markup says. */
const WORDS = 30;
const NEVER =
  'nav, aside, footer, form, script, style, noscript, template, [hidden], [role="navigation"], [role="search"], [role="banner"], [class*="breadcrumb" i], [class*="notice" i], [class*="rules" i], [class*="sidebar" i], [class*="cookie" i], [class*="related" i], [class*="alert" i], [class*="login" i], [class*="pagination" i], [class*="promo" i], [class*="hovercard" i], [role="tooltip"], [role="dialog"]';
const POST =
  'article, [itemprop="articleBody"], [class*="article" i], [class*="entry" i], [class*="post" i], [class*="story" i], [class*="question" i], [class*="submission" i], [class*="topic" i], [class*="body" i], [class*="content" i], [class*="description" i], [class*="status" i], [class*="text" i]';
/** Whoever looks at the page is named there, too. */
const MENU = 'nav, [class*="menu" i], [id*="menu" i]';
const HEADING = 'h1, h2, h3, [class*="title" i]';

/**
 * What stands above the comments of a page and has another markup than they: an article, a video with its description, a first post. Its
 * words count where it is marked up as somebody's; a heading with a name and a time alone only where `bare` allows it. `null`: there is none.
 */
export function openingAbove(
  first: Element,
  blocks: readonly Block[],
  shape: Shape,
  marks: Marks,
  isComments: boolean,
  bare: boolean,
): Block | null {
  const members = new Set(blocks.map(({ element }) => element));
  const inside = holders(shape.elements, members);
  const textLengths = textLengthsOf(shape.elements, marks.silent, members);
  const names = [...marks.authors].filter((one) => !inside.has(one) && !one.closest(MENU));
  const times = [...marks.times.keys()].filter((one) => !inside.has(one));
  let best: { element: Element; length: number } | null = null;
  let link: Element | null = null;
  for (const element of before(first)) {
    if (element.matches(NEVER) || members.has(element)) continue;
    const length = textLengths.get(element) ?? 0;
    const heading = isComments && element.previousElementSibling?.matches('h1, h2, header') ? element.previousElementSibling : null;
    const signed = names.some((one) => element.contains(one)) && times.some((one) => element.contains(one) || heading?.contains(one));
    const isPost = signed || (isComments && (element.matches(POST) || element.querySelector(POST) !== null));
    if (length >= WORDS && isPost && length > (best?.length ?? 0)) best = { element, length };
    if (signed && (element.matches(HEADING) || element.querySelector(HEADING) !== null)) link ??= element;
  }
  const element = best?.element ?? (bare ? link : null);
  if (!element) return null;
  // A header that names who began the thread stands above that person's post.
  const beginner = nameIn(blocks[0]?.author);
  const own = blocks[0]?.body ? (textLengths.get(blocks[0].body) ?? 0) : 0;
  if (beginner.length > 2 && (best?.length ?? 0) < own && nameIn(element).includes(beginner)) return null;
  // A name and a time may stand beside the words.
  const near = (all: readonly Element[]) =>
    all.find((one) => element.contains(one)) ??
    all.filter((one) => element.parentElement?.contains(one) && precedes(one, first)).at(-1) ??
    null;
  const time = near(times);
  const author = near(names) ?? (time && linkBefore(time, element));
  const heads = above([...(author ? [author] : []), ...(time ? [time] : [])]);
  return { element, author, time: (time && marks.times.get(time)) ?? null, body: best && bodyIn(element, textLengths, heads) };
}

/** A link to somebody's own page (`/amber`), close before a time. */
function linkBefore(time: Element, within: Element): Element | null {
  for (let around = time.parentElement, up = 0; around && up < 3; around = around.parentElement, up++) {
    const links = [...around.querySelectorAll('a[href]')].filter(
      (link) =>
        precedes(link, time) && /^\/@?[\w.-]{2,40}\/?$/.test(link.getAttribute('href') ?? '') && looksLikeName(lineOf(link).trim(), true),
    );
    if (links.length > 0) return links.at(-1) ?? null;
    if (around === within) break;
  }
  return null;
}

function nameIn(element: Element | null | undefined): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** What stands before an element: its own siblings, then those of what it stands in. */
function* before(first: Element): Generator<Element> {
  for (let level: Element | null = first; level && level.tagName !== 'BODY'; level = level.parentElement)
    for (let sibling = level.previousElementSibling; sibling; sibling = sibling.previousElementSibling) yield sibling;
}

function precedes(one: Element, other: Element): boolean {
  return (one.compareDocumentPosition(other) & 4) !== 0;
}

/** Goes down to what holds nearly all words, headings and what stands around name and time aside. */
function bodyIn(element: Element, textLengths: ReadonlyMap<Element, number>, heads: ReadonlySet<Element>): Element {
  let current = element;
  for (;;) {
    const lengthOf = (one: Element) => textLengths.get(one) ?? 0;
    const all = lengthOf(current);
    const isHead = (one: Element) => /^H[1-6]$/.test(one.tagName) || (heads.has(one) && lengthOf(one) < 0.25 * all);
    const beside = [...current.children].reduce((sum, one) => sum + (isHead(one) ? lengthOf(one) : 0), 0);
    const child: Element | undefined = [...current.children].find(
      (one) => !isHead(one) && lengthOf(one) >= 0.8 * (all - beside) && !/^(?:P|UL|OL|DL|BLOCKQUOTE)$/.test(one.tagName),
    );
    if (!child || all - beside <= 0) return current;
    current = child;
  }
}
