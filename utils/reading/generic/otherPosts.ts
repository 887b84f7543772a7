import type { Block } from './block.ts';
import { holders } from './blockParts.ts';
import { blocksOf, clearness, type Found } from './blocks.ts';
import { above, type Marks } from './namesAndTimes.ts';
import { isList } from './notDiscussion.ts';
import { type Shape, textLengthsOf } from './signature.ts';

/** As few characters as a post among others says. */
const WORDS = 25;
const ASIDE =
  'nav, aside, footer, [class*="sidebar" i], [class*="related" i], [class*="widget" i], [class*="latest" i], [class*="recent" i]';

/** "amber changed the title": told by the forum, said by nobody. */
const EVENT = /(?:^|[\s_-])(?:event|system|activity)|EventPost/;

/** Whether an element tells what happened in a forum, and is no post. */
export const isEvent = (element: Element) =>
  [element, element.firstElementChild].some((one) => EVENT.test(one?.getAttribute('class') ?? ''));

/** Blocks that have more posts of another markup in, beside or around them, `inside` among them, in the order of the page. */
export function withOthers(blocks: readonly Block[], inside: ReadonlySet<Element>, found: Found): Block[] {
  const { shape, marks, names, sets } = found;
  const all = new Set(blocks.map(({ element }) => element));
  for (const set of sets) {
    const answers = answersInside(set, all, found);
    if (answers && !isList(set, names)) for (const element of answers) all.add(element);
  }
  // What stands in an answer that was found is no other one.
  const around = holders(shape.elements, all);
  const own = new Set(blocks.map(({ element }) => element));
  for (const element of inside) if (own.has(around.get(element) as Element)) all.add(element);
  for (const element of otherPosts(shape, marks, [...all])) if (!isEvent(element)) all.add(element);
  if (all.size === blocks.length) return [...blocks];
  const byKey = Map.groupBy(all, (element) => shape.keys.get(element) ?? '');
  const groups = [...byKey.values()].flatMap((members) => {
    const group = blocksOf(shape, members, marks, all);
    const isOwn = own.has(members[0] as Element);
    const signed = isOwn ? group : group.filter(({ author, body }) => author && body);
    return isOwn || !isList(signed, names) ? signed : [];
  });
  const indexes = new Map(shape.elements.map((element, index) => [element, index]));
  return groups.sort((one, other) => (indexes.get(one.element) ?? 0) - (indexes.get(other.element) ?? 0));
}

/** What is called an answer and not a button to answer, or what is known of a person; forums note much below a post that names people and times. */
const ANSWER =
  /(?:^|[\s_-])(?:(?:sub|owner|official|staff|host|author)[-_]?)?(?:comment|reply|response|answer|antwort|respuesta)(?:$|[\s_-](?!button|form|link|count|to\b))/i;

/** Single posts inside blocks, apart from their words: the answer of who was written to, one comment below an answer. */
export function postsInside(blocks: readonly Block[], { shape, marks }: Found): Set<Element> {
  const byElement = new Map(blocks.map((block) => [block.element, block]));
  const members = new Set(byElement.keys());
  const around = holders(shape.elements, members);
  const heads = new Set(blocks.map(({ author }) => author));
  const named = above([...marks.authors].filter((one) => !heads.has(one)));
  const textLengths = textLengthsOf(shape.elements, marks.silent, members);
  const found = new Set<Element>();
  for (const time of marks.times.keys()) {
    const { element, author, body } = byElement.get(around.get(time) as Element) ?? {};
    if (!element || !author || !body || body === element || body.contains(time)) continue;
    let current: Element | null = time;
    while (current && current !== element && !(named.has(current) && (textLengths.get(current) ?? 0) >= WORDS))
      current = current.parentElement;
    if (!current || current === element || current.contains(author) || current.contains(body) || body.contains(current)) continue;
    if (ANSWER.test(current.getAttribute('class') ?? '')) found.add(current);
  }
  return found;
}

/** The elements of a set that stand in posts which are signed and speak without them: comments below the answers to a question. */
function answersInside(set: readonly Block[], posts: ReadonlySet<Element>, { shape, marks }: Found): Element[] | null {
  const elements = set.map(({ element }) => element);
  const isUnnamed = elements.some((element) => shape.keys.get(element)?.includes('<') ?? true);
  if (isUnnamed || clearness(set) < 0.8 || elements.some((element) => posts.has(element))) return null;
  const around = holders(shape.elements, posts);
  const inside = elements.filter((element) => around.has(element));
  if (inside.length < 0.6 * elements.length) return null;
  const apart = holders(shape.elements, new Set(elements));
  const left = (marked: Iterable<Element>) => new Set([...marked].filter((one) => !apart.has(one)).map((one) => around.get(one)));
  const [named, timed] = [left(marks.authors), left(marks.times.keys())];
  const textLengths = textLengthsOf(shape.elements, marks.silent, new Set(elements));
  const hosts = new Set(inside.map((element) => around.get(element) as Element));
  const whole = [...hosts].filter((host) => named.has(host) && timed.has(host) && (textLengths.get(host) ?? 0) >= WORDS);
  return whole.length >= 0.7 * hosts.size ? elements : null;
}

/**
 * Posts among the blocks that have another markup: answers among the comments to them, the one that was accepted. Each is as large as it
 * can be without holding another; blocks may stand inside.
 */
function otherPosts(shape: Shape, marks: Marks, blocks: readonly Element[]): Element[] {
  const members = new Set(blocks);
  const around = commonAncestor(blocks);
  if (!around) return [];
  const inside = holders(shape.elements, members);
  const outside = (element: Element) => !inside.has(element);
  const named = above([...marks.authors].filter(outside));
  const textLengths = textLengthsOf(shape.elements, marks.silent, members);
  const found = new Set<Element>();
  for (const time of marks.times.keys()) {
    if (!outside(time) || !around.contains(time) || time.closest(ASIDE)) continue;
    let current: Element | null = time;
    while (current && current !== around && !(named.has(current) && (textLengths.get(current) ?? 0) >= WORDS))
      current = current.parentElement;
    if (current && current !== around) found.add(current);
  }
  const held = new Map<Element, number>();
  for (const post of found)
    for (let one: Element | null = post; one && one !== around; one = one.parentElement) held.set(one, (held.get(one) ?? 0) + 1);
  return [...found]
    .filter((post) => held.get(post) === 1)
    .map((post) => {
      let current = post;
      while (current.parentElement && current.parentElement !== around && held.get(current.parentElement) === 1)
        current = current.parentElement;
      return current;
    });
}

function commonAncestor(elements: readonly Element[]): Element | null {
  let common: Element | null = elements[0]?.parentElement ?? null;
  for (const element of elements) while (common && !common.contains(element)) common = common.parentElement;
  return common;
}
