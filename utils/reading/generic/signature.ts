import { bodyOf } from '../dom.ts';

/**
 * The shape of a page: which elements look alike, and how many characters of words stand in each.
 * Everything here is computed in passes over the page's elements, so that it takes time in proportion to their number.
 */
export interface Shape {
  /** The elements of the page in its order. */
  elements: readonly Element[];
  /** What elements that look alike have in common. */
  keys: ReadonlyMap<Element, string>;
  /** How many characters of words stand in an element that are not links, buttons, names or times. */
  textLengths: ReadonlyMap<Element, number>;
}

const SILENT = new Set(
  'A BUTTON SELECT OPTION TEXTAREA LABEL SCRIPT STYLE NOSCRIPT TEMPLATE NAV TIME SVG IFRAME FORM HEAD INPUT TITLE META LINK'.split(' '),
);
/** Forms around whole threads are no silence: some forums put a form around their posts to let moderators tick them. */
const SPEAKING = new Set(['FORM']);
/** Classes that differ between one comment and the next. */
const VOLATILE =
  /^(?:even|odd|alt|first|last|parent|new|old|unread|online|offline|collapsed|expanded|hidden|active|op|owner|hentry|clearfix|clear|cf|alternate|unvoted|likes|noncollapsed)$|^(?:row|bg|alt|depth|level|thread|by|has|is|js|comment-author|id|indent|windowbg|trow)(?:[-_#][\w#-]*)?$/i;
/** Classes that say how something looks and not what it is. */
const LOOKS =
  /^(?:(?:[pm][xytblrse]?|[wh]|z|gap|col|top|left|right|bottom)-(?:#.*|auto|full)|(?:d|flex|items|justify|align|position|overflow|float|font|grid|space|shrink|grow|shadow|rounded|border|bg)-.*|flex|relative|absolute|sticky|block|inline|hidden|border|row|col|text-(?:muted|center|left|right|small|nowrap|truncate|break|xs|sm|lg)|ipsResponsive.*|(?:sm|md|lg|xl|m|s|l):.*)$/;

/** Signs every element of a page by its tag and those of its classes that say what it is. Linear in the elements. */
export function shapeOf(document: Document): Shape {
  const elements = [...(bodyOf(document)?.querySelectorAll('*') ?? [])];
  const keys = new Map<Element, string>();
  const everywhere = classesOfAll(elements);
  for (const element of elements)
    keys.set(element, signatureOf(element, element.parentElement ? keys.get(element.parentElement) : undefined, everywhere));
  return { elements, keys, textLengths: textLengthsOf(elements, new Set(), new Set()) };
}

/** Classes that so many elements have, or elements of so many kinds, that they say nothing of one: `style-scope`, `css-175oi2r`. */
function classesOfAll(elements: readonly Element[]): ReadonlySet<string> {
  const counts = new Map<string, { count: number; tags: Set<string> }>();
  for (const { classList, tagName } of elements) {
    for (const name of classList) {
      const seen = counts.get(name) ?? { count: 0, tags: new Set() };
      seen.count += 1;
      seen.tags.add(tagName);
      counts.set(name, seen);
    }
  }
  const common = [...counts].filter(([, { count, tags }]) => count > 40 && (count > 0.2 * elements.length || tags.size > 5));
  return new Set(common.map(([name]) => name));
}

/** Counts the words anew, with more silent elements, and with what stands in some elements (nested comments) not counted to those around them. */
export function textLengthsOf(
  elements: readonly Element[],
  silent: ReadonlySet<Element>,
  apart: ReadonlySet<Element>,
): Map<Element, number> {
  const quiet = new Set<Element>();
  const textLengths = new Map<Element, number>();
  for (const element of elements) {
    const tag = element.tagName.toUpperCase();
    const isQuiet =
      silent.has(element) ||
      (SILENT.has(tag) && !SPEAKING.has(tag)) ||
      (element.parentElement !== null && quiet.has(element.parentElement));
    if (isQuiet) quiet.add(element);
    let own = 0;
    if (!isQuiet)
      for (let node = element.firstChild; node; node = node.nextSibling)
        if (node.nodeType === 3) own += (node.nodeValue ?? '').trim().length;
    textLengths.set(element, own);
  }
  for (let index = elements.length - 1; index >= 0; index--) {
    const element = elements[index] as Element;
    const parent = element.parentElement;
    if (parent && textLengths.has(parent) && !apart.has(element))
      textLengths.set(parent, (textLengths.get(parent) ?? 0) + (textLengths.get(element) ?? 0));
  }
  return textLengths;
}

/**
 * What an element has in common with those that look alike: `tag.class` by its first lasting class, `tag=name` by what it is called for
 * tests, `tag#form` by the form of its id, else `tag<parent`: `<` means that it has no name of its own, which others rely on.
 */
function signatureOf(element: Element, parentKey: string | undefined, everywhere: ReadonlySet<string>): string {
  const tag = element.tagName.toLowerCase();
  // An element that a page names itself (`<forum-comment>`) says what it is.
  if (tag.includes('-')) return tag;
  const name = (element.getAttribute('class') ?? '')
    .split(/\s+/)
    .filter((one) => !everywhere.has(one))
    .map((one) => one.replace(/\d+/g, '#'))
    .find((one) => one && one !== '#' && !VOLATILE.test(one) && !LOOKS.test(one));
  if (name) return `${tag}.${name}`;
  const called = element.getAttribute('data-testid') ?? element.getAttribute('data-component') ?? '';
  if (called) return `${tag}=${called.replace(/\d+/g, '#').slice(0, 40)}`;
  const id = element.id.replace(/[0-9a-f]{12,}|\d+/gi, '#');
  if (id.includes('#')) return `${tag}#${id.slice(0, 40)}`;
  const looks = looksOf(element);
  return looks ? `${tag}<${looks}` : `${tag}<${(parentKey ?? '').split('<')[0]}`;
}

/** Where a page has no other classes than those that say how something looks, what looks alike is alike. */
function looksOf(element: Element): string {
  const names = (element.getAttribute('class') ?? '').split(/\s+/).filter(Boolean);
  return names.length > 2 ? names.map((one) => one.replace(/\d+/g, '#')).join('.') : '';
}
