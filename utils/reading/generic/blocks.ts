import type { Block } from './block.ts';
import { bestOf, bodiesOf, HEAD, holders, namesWell } from './blockParts.ts';
import { POST_ID } from './comments.ts';
import { type Marks, marksOf } from './namesAndTimes.ts';
import { type Shape, shapeOf, textLengthsOf } from './signature.ts';

/** As little as a post may say, and as few as a discussion may have. */
const FEW = 3;
/** Two of them are one only where they are called posts. */
const FEWEST = 2;

/** What was found on a page: sets of blocks, the likeliest first, and what they were found by. */
export interface Found {
  sets: Block[][];
  names: ReadonlySet<string>;
  /** What names and times say, which links to people and to posts themselves bear. */
  labels: ReadonlySet<string>;
  shape: Shape;
  marks: Marks;
}

/**
 * Sets of blocks of a page that look alike and each hold a name, a time and words, the set that says most first; and everything on the page
 * that looks like a name.
 */
export function findBlocks(document: Document, language: string, now: Date): Found {
  const shape = shapeOf(document);
  const marks = marksOf(document, language, now);
  const { authors, silent } = marks;
  const weighed = likelyKeys(shape, marks)
    .map((key) => signed(shape, grown(membersOf(shape, key, marks)), marks))
    .filter((members) => members.length >= FEW || (members.length === FEWEST && members.every(isCalledPost)))
    .map((members) => {
      const textLengths = textLengthsOf(shape.elements, silent, new Set(members));
      const blocks = blocksOf(shape, members, marks);
      const sureness = clearness(blocks) * (shape.keys.get(members[0] as Element)?.includes('<') ? 0.8 : 1);
      return { blocks, weight: sureness * members.reduce((sum, one) => sum + Math.sqrt(Math.min(textLengths.get(one) ?? 0, 2500)), 0) };
    });
  const most = Math.max(0, ...weighed.map(({ weight }) => weight));
  const sets = weighed
    .filter(({ weight }) => weight > 0.25 * most)
    .sort((one, other) => other.weight - one.weight)
    .map(({ blocks }) => blocks);
  const linesOf = (elements: Iterable<Element>) => [...elements].map(({ textContent }) => (textContent ?? '').replace(/\s+/g, ' ').trim());
  const names = new Set(linesOf(authors));
  const labels = new Set([...names, ...linesOf(marks.times.keys())]);
  return { sets, names, labels, shape, marks };
}

/** From 0 to 1: how many blocks are signed, those that were deleted aside, and have words that can be told from what stands around them. */
export function clearness(blocks: readonly Block[]): number {
  const marked = blocks.filter(({ author, time }) => author || time);
  const signed = marked.filter(({ author, time }) => author && time).length / Math.max(1, marked.length);
  const apart = blocks.filter(({ element, body }) => body !== element).length / blocks.length;
  return signed * (0.5 + 0.5 * apart);
}

/** `post_12`, `p23`, `msg53`, where that is not one of a blog's articles. */
function isCalledPost({ id, tagName, firstElementChild }: Element): boolean {
  return POST_ID.test(id || (firstElementChild?.getAttribute('name') ?? firstElementChild?.id ?? '')) && tagName !== 'ARTICLE';
}

/** A deleted comment may lack one of both; what has no class of its own must have both, or every row of every table would be one. */
function membersOf(shape: Shape, key: string, { timed, named }: Marks): Element[] {
  const both = key.includes('<');
  return shape.elements.filter(
    (one) => shape.keys.get(one) === key && (both ? named.has(one) && timed.has(one) : named.has(one) || timed.has(one)),
  );
}

/** What stands around most posts, with neither a name nor a time of its own, is no post; one that was deleted may have neither. */
function signed(shape: Shape, members: readonly Element[], { times, authors }: Marks): Element[] {
  const isMember = new Set(members);
  const holder = holders(shape.elements, isMember);
  const own = new Set<Element | undefined>();
  for (const marks of [times.keys(), authors]) for (const one of marks) own.add(holder.get(one));
  const within = new Map<Element, number>();
  for (const member of members)
    for (let around = holder.get(member.parentElement as Element); around; around = holder.get(around.parentElement as Element))
      within.set(around, (within.get(around) ?? 0) + 1);
  return members.filter((member) => own.has(member) || (within.get(member) ?? 0) < members.length / 2);
}

/** The blocks as large as they can be without holding another: as many steps up as all of them can go. */
function grown(members: readonly Element[]): Element[] {
  let current = [...members];
  for (let level = 0; level < 10; level++) {
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

/**
 * The keys of the smallest blocks around times that also hold a name and words, the likeliest first: a list of ten titles says less than
 * five comments.
 */
function likelyKeys(shape: Shape, { times, named, silent }: Marks): string[] {
  const textLengths = textLengthsOf(shape.elements, silent, new Set());
  const sizes = new Map<string, number>();
  for (const key of shape.keys.values()) sizes.set(key, (sizes.get(key) ?? 0) + 1);
  const blocks = new Map<string, Set<Element>>();
  for (const time of times.keys()) {
    let level = 0;
    for (let current: Element | null = time; current && level < 14; current = current.parentElement, level++) {
      const key = shape.keys.get(current) ?? '';
      if ((sizes.get(key) ?? 0) < (isCalledPost(current) ? FEWEST : FEW) || !named.has(current) || (textLengths.get(current) ?? 0) < 12)
        continue;
      blocks.set(key, (blocks.get(key) ?? new Set()).add(current));
      break;
    }
  }
  const weights = [...blocks].map(([key, found]): [string, number] => {
    let weight = 0;
    for (const block of found) weight += Math.sqrt(Math.min(textLengths.get(block) ?? 0, 2500));
    return [key, weight];
  });
  return weights
    .sort((one, other) => other[1] - one[1])
    .slice(0, 6)
    .map(([key]) => key);
}

/** The parts of blocks of one kind; `isMember` holds the blocks of other kinds, too, which may stand inside. */
export function blocksOf(
  shape: Shape,
  members: readonly Element[],
  { times, authors, silent }: Marks,
  isMember: ReadonlySet<Element> = new Set(members),
): Block[] {
  const bodies = bodiesOf(shape, members, textLengthsOf(shape.elements, silent, isMember), isMember);
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
  // A moderator's name and time, or those of who began the thread, may be marked up in a way of their own.
  const other = new Map<Element, Element>();
  for (const one of authors) {
    const block = holder.get(one);
    if (block && !other.has(block) && !inBody.has(one) && namesWell(one) > 0.9) other.set(block, one);
  }
  const otherTime = new Map<Element, Element>();
  for (const one of times.keys()) {
    const block = holder.get(one);
    if (block && !otherTime.has(block) && !inBody.has(one)) otherTime.set(block, one);
  }
  // Rows of a rarer kind have their times among their words where all others have them.
  if ([...members].every(({ tagName }) => /^(?:TR|TABLE)$/.test(tagName)) && [...time.values()].some((one) => inBody.has(one)))
    for (const one of times.keys()) {
      const block = holder.get(one);
      if (block && !time.has(block) && !otherTime.has(block)) otherTime.set(block, one);
    }
  // Where a post's head stands among its words, its boxes tell who and when.
  const [boxedName, boxedTime] = [boxed(authors, holder, inBody), boxed(times.keys(), holder, inBody)];
  return members.map((element) => {
    const timed = time.get(element) ?? otherTime.get(element) ?? boxedTime.get(element);
    return {
      element,
      author: author.get(element) ?? boxedName.get(element) ?? other.get(element) ?? null,
      time: timed ? (times.get(timed) ?? null) : null,
      body: bodies.get(element) ?? null,
    };
  });
}

/** The first mark of each block that stands among its words in a box for who wrote and when. */
function boxed(marks: Iterable<Element>, holder: ReadonlyMap<Element, Element>, inBody: ReadonlySet<Element>): Map<Element, Element> {
  const found = new Map<Element, Element>();
  for (const mark of marks) {
    const block = holder.get(mark);
    const head = block && inBody.has(mark) && !found.has(block) ? mark.parentElement?.closest(HEAD) : null;
    if (block && head && head !== block && block.contains(head)) found.set(block, mark);
  }
  return found;
}
