import { bodyOf } from '../../dom.ts';
import type { Marks } from '../namesAndTimes.ts';
import { textLengthsOf } from '../signature.ts';
import { isInline } from './lines.ts';
import { BYLINE } from './mark.ts';
import { NEST } from './quotations.ts';
import { cutLast, endings, FEW, framed, HEAD_WORDS, headsOf, nextFull, sections, trail, WORDS } from './sections.ts';
import { type Unit, unitsOf } from './units.ts';

/** Puts an element around each post of a copy where the page has none: after each heading, between rules, one term of a list after the other. */
export function setApart(document: Document, marks: Marks): number {
  const elements = [...(bodyOf(document)?.querySelectorAll('*') ?? [])];
  const labels = elements.filter(({ className }) => className === BYLINE);
  const lengths = textLengthsOf(elements, new Set([...marks.silent, ...labels]), new Set());
  const [names, times] = [counted(marks.authors), counted(marks.times.keys())];
  let count = 0;
  for (const element of [bodyOf(document), ...elements]) {
    if (
      !element ||
      (names.get(element) ?? 0) < (element.tagName === 'DL' || element.className === NEST ? 1 : FEW) ||
      (isInline(element) && element.tagName !== 'FONT')
    )
      continue;
    const units = unitsOf(element, names, times, lengths);
    const posts =
      (element.tagName === 'DL' && byTerm(units, element.closest('.standpoint-post') !== null)) ||
      (byRule(units) ?? byHead(units, element.className === NEST || units.some(({ nest }) => nest)));
    for (const post of posts ?? []) {
      const [first] = post[0]?.nodes ?? [];
      if (!first) continue;
      const box = document.createElement('div');
      box.className = 'standpoint-post';
      first.parentNode?.insertBefore(box, first);
      box.append(...post.flatMap(({ nodes }) => nodes));
      wordsTogether(box, post);
      count += 1;
    }
  }
  return count;
}

/** How many marks stand in each element. */
function counted(marks: Iterable<Element>): Map<Element, number> {
  const counts = new Map<Element, number>();
  for (const mark of marks)
    for (let around: Element | null = mark; around; around = around.parentElement) counts.set(around, (counts.get(around) ?? 0) + 1);
  return counts;
}

/** A list's terms, each with what is said of it. */
function byTerm(units: readonly Unit[], isAnswer: boolean): Unit[][] | null {
  const isTerm = ({ nodes }: Unit) => nodes.some((node) => (node as Partial<Element>).tagName === 'DT');
  const posts = sections(
    units,
    units.flatMap((unit, index) => (isTerm(unit) && unit.names > 0 ? [index] : [])),
  );
  // One term and what is said of it have the list around them; an answer in a list is marked as what it answers is.
  return posts.length >= (isAnswer ? 1 : 2) && posts.every(isPost) ? posts : null;
}

/** What stands between rules. */
function byRule(units: readonly Unit[]): Unit[][] | null {
  const all: Unit[][] = [[]];
  for (const unit of units) {
    if (unit.rule) all.push([]);
    else all.at(-1)?.push(unit);
  }
  if (all.length < FEW) return null;
  const speaking = all.filter((some) => some.some(({ length, names }) => length >= WORDS || names > 0));
  const posts = speaking.filter((some) => isPost(some) && some.reduce((sum, { names }) => sum + names, 0) < FEW);
  if (posts.length < FEW || posts.length < 0.6 * speaking.length) return null;
  // What stands above the first post in its section is none of it.
  const [first = [], ...others] = posts;
  const last = others.pop() ?? [];
  return [isLed(others) ? first.slice(headAt(first)) : cutLast(first.toReversed(), others).reverse(), ...others, cutLast(last, others)];
}

/** Whether most sections begin with who wrote, and do not end with it. */
function isLed(posts: readonly Unit[][]): boolean {
  return (
    posts.filter((post) => post.findIndex(({ length, names }) => length >= WORDS || names > 0) === headAt(post)).length > 0.5 * posts.length
  );
}

const headAt = (post: readonly Unit[]) => post.findIndex(({ names, times }) => names + times > 0);

function isPost(units: readonly Unit[]): boolean {
  const all = units.reduce(
    (sum, unit) => ({ names: sum.names + unit.names, times: sum.times + unit.times, length: sum.length + unit.length }),
    { names: 0, times: 0, length: 0 },
  );
  return all.names > 0 && all.times > 0 && all.length >= WORDS;
}

/** Posts that begin, or end, with lines that say who wrote and when. */
function byHead(units: readonly Unit[], isNested: boolean): Unit[][] | null {
  const frames = isNested ? [] : framed(units);
  if (frames.length > 0) return sections(units, frames).filter(isPost);
  const heads = headsOf(units);
  if (isNested)
    return sections(
      units,
      heads.map(([start]) => start),
    ).filter(isPost);
  if (heads.length < FEW) return null;
  const isWords = (index: number) => {
    const unit = units[index];
    return unit !== undefined && unit.names === 0 && unit.length >= WORDS;
  };
  const followed = heads.filter(([, end]) => isWords(nextFull(units, end, 1))).length;
  if (followed < 0.5 * heads.length) return null;
  const posts = trail(units, heads)
    ? endings(units, heads)
    : sections(
        units,
        heads.map(([start]) => start),
      );
  return posts.filter(isPost).length >= FEW ? posts.filter(isPost) : null;
}

/** An element around the words of a post, apart from the lines that say whose they are. */
function wordsTogether(box: Element, post: readonly Unit[]): void {
  const speaking = post.filter(({ length }) => length > 0);
  const mixed = speaking.some(({ names, times, length }) => names + times > 0 && length >= HEAD_WORDS);
  const own = post.filter(({ names, times, length }) => names + times === 0 && length > 0);
  if (mixed || own.length === 0) return;
  const said = box.ownerDocument.createElement('div');
  said.className = 'standpoint-words';
  own[0]?.nodes[0]?.parentNode?.insertBefore(said, own[0].nodes[0] ?? null);
  said.append(...own.flatMap(({ nodes }) => nodes));
}
