import type { Shape } from './signature.ts';

/** Which part of each block is its words, its name, its time. */

/** For each element inside a block, the nearest block around it. */
export function holders(elements: readonly Element[], members: ReadonlySet<Element>): Map<Element, Element> {
  const holder = new Map<Element, Element>();
  for (const element of elements) {
    const around = members.has(element) ? element : element.parentElement && holder.get(element.parentElement);
    if (around) holder.set(element, around);
  }
  return holder;
}

/** Boxes that say who wrote and when. */
export const HEAD = '[class*="user-" i], [class*="author" i], [class*="meta" i], [class*="post-update" i], [class*="info" i], header';

/** What a body is made of and never is. */
const PARTS = new Set('P UL OL LI A B I EM STRONG FONT CODE BR IMG DL DT DD H1 H2 H3 H4 H5 H6 TIME'.split(' '));

/** Avatars with a letter in them, and lines that say more than a name, name less well. */
export function namesWell(element: Element): number {
  const text = element.textContent?.trim() ?? '';
  const avatar = /avatar|photo|title|rank|group/i.test(element.getAttribute('class') ?? '') || text.length < 3 || /\n/.test(text);
  return (avatar ? 0.4 : 1) * (element.firstElementChild ? 0.9 : 1) * (/^(?:A|SPAN|STRONG|B|CITE)$/.test(element.tagName) ? 1.05 : 1);
}

/** Goes from the blocks down to their children for as long as children that look alike hold most of the words of all blocks together. */
export function bodiesOf(
  shape: Shape,
  members: readonly Element[],
  textLengths: ReadonlyMap<Element, number>,
  isMember: ReadonlySet<Element>,
): Map<Element, Element> {
  let current = new Map<Element, Element>(members.map((member) => [member, member]));
  for (let level = 0; level < 16; level++) {
    let all = 0;
    const sums = new Map<string, number>();
    const children = new Map<string, Map<Element, Element>>();
    const several = new Set<string>();
    for (const [member, element] of current) {
      all += textLengths.get(element) ?? 0;
      for (const child of element.children) {
        const key = shape.keys.get(child) ?? '';
        const isPart = PARTS.has(child.tagName);
        if (isMember.has(child) || (isPart && (key.includes('<') || several.has(key)))) continue;
        // A paragraph with a class of its own may be all that is said; of several none is.
        if (isPart && children.get(key)?.has(member)) {
          several.add(key);
          sums.delete(key);
          continue;
        }
        const length = textLengths.get(child) ?? 0;
        sums.set(key, (sums.get(key) ?? 0) + length);
        const byMember = children.get(key) ?? new Map<Element, Element>();
        const before = byMember.get(member);
        if (!before || (textLengths.get(before) ?? 0) < length) byMember.set(member, child);
        children.set(key, byMember);
      }
    }
    const [key, sum] = [...sums].sort((one, other) => other[1] - one[1])[0] ?? ['', 0];
    const next = children.get(key);
    // Paragraphs share what a body holds: the largest alone must hold nearly all of it.
    let largest = 0;
    for (const child of next?.values() ?? []) largest += textLengths.get(child) ?? 0;
    const isPart = PARTS.has([...(next?.values() ?? [])][0]?.tagName ?? '');
    if (!next || sum < (isPart ? 0.9 : 0.5) * all || largest < 0.9 * sum || next.size < current.size / 2) break;
    // Blocks of a rarer kind go down by what holds nearly all of their own words, or stay where they are.
    const place = placeOf([...next.values()]);
    for (const [member, element] of current)
      if (!next.has(member)) next.set(member, mainChild(element, textLengths, isMember, place) ?? element);
    current = next;
  }
  return current;
}

/** The child that holds nearly all of the words, or most of them where the children of the others stand. */
function mainChild(
  element: Element,
  textLengths: ReadonlyMap<Element, number>,
  isMember: ReadonlySet<Element>,
  place: string | null,
): Element | undefined {
  const all = Math.max(1, textLengths.get(element) ?? 0);
  return [...element.children].find(
    (child) =>
      !isMember.has(child) && !PARTS.has(child.tagName) && (textLengths.get(child) ?? 0) >= (placeOf([child]) === place ? 0.5 : 0.9) * all,
  );
}

/** The tag and the place among their siblings that elements have in common. */
function placeOf(elements: readonly Element[]): string | null {
  const places = new Set(elements.map((one) => `${one.tagName} ${one.parentElement ? [...one.parentElement.children].indexOf(one) : 0}`));
  const [place = null] = places;
  return places.size === 1 ? place : null;
}

/** Of the elements that could say the same of each block, those of the key that most blocks have, with the most different values. */
export function bestOf(
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
