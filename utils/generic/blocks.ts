import { readTime } from '../times.ts';
import { plainOf, type Shape, shapeOf } from './shape.ts';

/** A comment as the page's repetition shows it. */
export interface Block {
  element: Element;
  author: Element | null;
  time: string | null;
  body: Element | null;
}

const AUTHOR = [
  '[rel~="author"]',
  '[itemprop="author"]',
  '[itemprop="creator"]',
  '.fn, .author, .username, .nick, .nickname',
  'cite',
  ':is(a, span, strong, b, div, p, h3, h4, h5, dt, li)[class*="user" i]',
  ':is(a, span, strong, b, div, p, h3, h4, h5, dt, li)[class*="author" i]',
  ':is(a, span, strong, b, div, p, h3, h4, h5, dt, li)[class*="poster" i]',
  ':is(a, span, strong, b, h3, h4)[class*="name" i]',
  '[class*="author" i] > :is(a, strong, b, cite)',
  'a[href*="user"]',
  'a[href*="profile"]',
  'a[href*="member"]',
  'a[href*="/people/"]',
  'a[href*="/u/"]',
  'a[href^="/~"]',
  'a[href*="/@"]',
  'a[href*="/by/"]',
  'a[data-hovercard-type="user"]',
  'td > b, td > strong, dt > strong, .name, .author > *, li > cite > a, li > p > cite > a, a.url',
].join(', ');
const TIMED = 'time, abbr[title], relative-time, [datetime], [data-time], [data-timestamp], [data-publishtime], span[title], a[title]';
const LIKELY_TIME =
  /\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\b(?:19|20)\d\d\b|\d\s?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|min|hrs?|h|d|w|y|mo|yr)\b|\d:\d\d|\b(?:vor|hace|il y a) \d|\d\s?[年月日天时分]/i;
/** What a name never holds; "EPWN3D" is one. */
const TIME_IN_NAME = /\d[:/.-]\d|\b(?:19|20)\d\d\b|\d\s(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|min|hrs?)\b|[年月日]/i;
/** As little as a post may say, and as few as a discussion may have. */
const FEW = 3;

/**
 * Sets of blocks of a page that look alike and each hold a name, a time and words, the set that says most first; and everything on the page
 * that looks like a name.
 */
export function findBlocks(document: Document, language: string, now: Date): { sets: Block[][]; names: ReadonlySet<string> } {
  const shape = shapeOf(document);
  const times = timesOf(document, language, now);
  const authors = new Set([...document.querySelectorAll(AUTHOR)].filter(isName));
  const silent = new Set([...authors, ...[...times.keys()].filter(({ textContent }) => (textContent?.trim().length ?? 0) < 60)]);
  const marks: Marks = { times, authors, timed: above(times.keys()), named: above(authors), silent };
  const weighed = likelyKeys(shape, marks).map((key) => {
    const members = grown(membersOf(shape, key, marks));
    const plain = plainOf(shape.elements, silent, new Set(members));
    return { members, weight: members.reduce((sum, member) => sum + Math.sqrt(Math.min(plain.get(member) ?? 0, 2500)), 0) };
  });
  const most = Math.max(0, ...weighed.map(({ weight }) => weight));
  const sets = weighed
    .filter(({ members, weight }) => members.length >= FEW && weight > 0.25 * most)
    .sort((one, other) => other.weight - one.weight)
    .map(({ members }) => blocksOf(shape, members, marks));
  return { sets, names: new Set([...authors].map(({ textContent }) => textContent?.trim() ?? '')) };
}

/** The names and times of a page, and all elements around them. */
interface Marks {
  times: ReadonlyMap<Element, string>;
  authors: ReadonlySet<Element>;
  timed: ReadonlySet<Element>;
  named: ReadonlySet<Element>;
  silent: ReadonlySet<Element>;
}

/** A deleted comment may lack one of both; what has no class of its own must have both, or every row of every table would be one. */
function membersOf(shape: Shape, key: string, { timed, named }: Marks): Element[] {
  const both = key.includes('<');
  return shape.elements.filter(
    (one) => shape.keys.get(one) === key && (both ? named.has(one) && timed.has(one) : named.has(one) || timed.has(one)),
  );
}

/** The blocks as large as they can be without holding another: as many steps up as all of them can go. */
function grown(members: readonly Element[]): Element[] {
  let current = [...members];
  for (let step = 0; step < 10; step++) {
    const parents = current.map(({ parentElement }) => parentElement);
    const inside = new Map<Element, number>();
    for (const member of current) {
      for (let around = member.parentElement, up = 0; around && up < 3; around = around.parentElement, up++)
        inside.set(around, (inside.get(around) ?? 0) + 1);
    }
    if (parents.some((parent) => !parent || parent.tagName === 'BODY' || (inside.get(parent) ?? 0) > 1)) break;
    current = parents as Element[];
  }
  return current;
}

/** All elements that hold one of some. */
function above(elements: Iterable<Element>): Set<Element> {
  const all = new Set<Element>();
  for (const element of elements) {
    for (let current: Element | null = element; current && !all.has(current); current = current.parentElement) all.add(current);
  }
  return all;
}

function isName({ textContent }: Element): boolean {
  const text = textContent?.trim() ?? '';
  return text.length > 0 && text.length <= 60 && /\p{L}/u.test(text) && !TIME_IN_NAME.test(text);
}

/** The elements that say a time, in attributes or in short texts, with what they say. */
function timesOf(document: Document, language: string, now: Date): Map<Element, string> {
  const times = new Map<Element, string>();
  for (const element of document.querySelectorAll(TIMED)) {
    const { attributes } = element;
    for (const name of ['datetime', 'data-time', 'data-timestamp', 'data-publishtime', 'title']) {
      const value = attributes.getNamedItem(name)?.value ?? '';
      if (value && LIKELY_TIME.test(value.replace(/^\d{10,13}$/, '2000')) && readTime(value, language, now)) {
        times.set(element, value);
        break;
      }
    }
  }
  const walker = document.createTreeWalker(document.body, 4);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    const parent = node.parentElement;
    if (text.length > 160 || !parent || times.has(parent) || !LIKELY_TIME.test(text)) continue;
    if (/^(?:SCRIPT|STYLE|TITLE|NOSCRIPT|TEXTAREA|OPTION)$/.test(parent.tagName)) continue;
    const words = text.trim().replace(/^[\p{L} ]{2,20}[:»—–-]\s+/u, '');
    if (words.split(/\s+/).length <= 14 && readTime(words, language, now)) times.set(parent, words);
  }
  return times;
}

/**
 * The keys of the smallest blocks around times that also hold a name and words, the likeliest first: a list of ten titles says less than
 * five comments.
 */
function likelyKeys(shape: Shape, { times, named, silent }: Marks): string[] {
  const plain = plainOf(shape.elements, silent, new Set());
  const sizes = new Map<string, number>();
  for (const key of shape.keys.values()) sizes.set(key, (sizes.get(key) ?? 0) + 1);
  const blocks = new Map<string, Set<Element>>();
  for (const time of times.keys()) {
    let steps = 0;
    for (let current: Element | null = time; current && steps < 14; current = current.parentElement, steps++) {
      const key = shape.keys.get(current) ?? '';
      if ((sizes.get(key) ?? 0) < FEW || !named.has(current) || (plain.get(current) ?? 0) < 12) continue;
      blocks.set(key, (blocks.get(key) ?? new Set()).add(current));
      break;
    }
  }
  const weights = [...blocks].map(([key, found]): [string, number] => {
    let weight = 0;
    for (const block of found) weight += Math.sqrt(Math.min(plain.get(block) ?? 0, 2500));
    return [key, weight];
  });
  return weights
    .sort((one, other) => other[1] - one[1])
    .slice(0, 6)
    .map(([key]) => key);
}

function blocksOf(shape: Shape, members: readonly Element[], { times, authors, silent }: Marks): Block[] {
  const isMember = new Set(members);
  const bodies = bodiesOf(shape, members, plainOf(shape.elements, silent, isMember), isMember);
  const holder = holders(shape.elements, isMember);
  const inBody = new Set<Element>();
  for (const element of shape.elements) {
    const parent = element.parentElement;
    if (bodies.get(holder.get(element) as Element) === element ? !isMember.has(element) : parent !== null && inBody.has(parent))
      inBody.add(element);
  }
  const best = (elements: Iterable<Element>, saidBy: (element: Element) => string, weigh: (element: Element) => number) => {
    const inside = [...elements].filter((one) => holder.has(one));
    const outside = bestOf(
      shape,
      inside.filter((one) => !inBody.has(one)),
      holder,
      saidBy,
      weigh,
    );
    // Where the words could not be told from what stands around them, names and times are among them.
    return outside.size >= members.length / 2 ? outside : bestOf(shape, inside, holder, saidBy, weigh);
  };
  const author = best(authors, (element) => element.textContent?.trim() ?? '', namesWell);
  const time = best(
    times.keys(),
    (element) => times.get(element) ?? '',
    (element) => (/:\d\d|^\d{10,}/.test(times.get(element) ?? '') ? 1.5 : 1),
  );
  // A moderator's name, or that of who began the thread, may be marked up in a way of its own.
  const other = new Map<Element, Element>();
  for (const one of authors) {
    const block = holder.get(one);
    if (block && !other.has(block) && !inBody.has(one) && namesWell(one) > 0.9) other.set(block, one);
  }
  return members.map((element) => {
    const timed = time.get(element);
    return {
      element,
      author: author.get(element) ?? other.get(element) ?? null,
      time: timed ? (times.get(timed) ?? null) : null,
      body: bodies.get(element) ?? null,
    };
  });
}

/** For each element inside a block, the nearest block around it. */
function holders(elements: readonly Element[], members: ReadonlySet<Element>): Map<Element, Element> {
  const holder = new Map<Element, Element>();
  for (const element of elements) {
    const around = members.has(element) ? element : element.parentElement && holder.get(element.parentElement);
    if (around) holder.set(element, around);
  }
  return holder;
}

/** What a body is made of and never is. */
const PARTS = new Set('P UL OL LI A B I EM STRONG FONT CODE BR IMG DL DT DD H1 H2 H3 H4 H5 H6 TIME'.split(' '));

/** Avatars with a letter in them, and lines that say more than a name, name less well. */
function namesWell(element: Element): number {
  const text = element.textContent?.trim() ?? '';
  const avatar = /avatar|photo|title|rank|group/i.test(element.getAttribute('class') ?? '') || text.length < 3 || /\n/.test(text);
  return (avatar ? 0.4 : 1) * (element.firstElementChild ? 0.9 : 1) * (/^(?:A|SPAN|STRONG|B|CITE)$/.test(element.tagName) ? 1.05 : 1);
}

/** Goes from the blocks down to their children for as long as children that look alike hold most of the words of all blocks together. */
function bodiesOf(
  shape: Shape,
  members: readonly Element[],
  plain: ReadonlyMap<Element, number>,
  isMember: ReadonlySet<Element>,
): Map<Element, Element> {
  let current = new Map<Element, Element>(members.map((member) => [member, member]));
  for (let level = 0; level < 16; level++) {
    let all = 0;
    const sums = new Map<string, number>();
    const children = new Map<string, Map<Element, Element>>();
    for (const [member, element] of current) {
      all += plain.get(element) ?? 0;
      for (const child of element.children) {
        if (isMember.has(child) || PARTS.has(child.tagName)) continue;
        const key = shape.keys.get(child) ?? '';
        const words = plain.get(child) ?? 0;
        sums.set(key, (sums.get(key) ?? 0) + words);
        const byMember = children.get(key) ?? new Map<Element, Element>();
        const before = byMember.get(member);
        if (!before || (plain.get(before) ?? 0) < words) byMember.set(member, child);
        children.set(key, byMember);
      }
    }
    const [key, sum] = [...sums].sort((one, other) => other[1] - one[1])[0] ?? ['', 0];
    const next = children.get(key);
    // Paragraphs share what a body holds: the largest alone must hold nearly all of it.
    let largest = 0;
    for (const child of next?.values() ?? []) largest += plain.get(child) ?? 0;
    if (!next || sum < 0.5 * all || largest < 0.9 * sum || next.size < current.size / 2) break;
    current = next;
  }
  return current;
}

/** Of the elements that could say the same of each block, those of the key that most blocks have, with the most different values. */
function bestOf(
  shape: Shape,
  candidates: readonly Element[],
  holder: ReadonlyMap<Element, Element>,
  saidBy: (element: Element) => string,
  weigh: (element: Element) => number,
): Map<Element, Element> {
  const byKey = new Map<string, Map<Element, Element>>();
  for (const element of candidates) {
    const block = holder.get(element);
    if (!block) continue;
    const key = shape.keys.get(element) ?? '';
    const firsts = byKey.get(key) ?? new Map<Element, Element>();
    if (!firsts.has(block)) firsts.set(block, element);
    byKey.set(key, firsts);
  }
  let best = new Map<Element, Element>();
  let most = 0;
  for (const firsts of byKey.values()) {
    const values = new Set([...firsts.values()].map(saidBy));
    const [first] = firsts.values();
    const weight = firsts.size * (first ? weigh(first) : 1) * (0.5 + (0.5 * Math.min(values.size, 8)) / Math.min(firsts.size, 8));
    if (weight > most) [best, most] = [firsts, weight];
  }
  return best;
}
