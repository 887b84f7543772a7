import { BYLINE } from './mark.ts';
import type { Unit } from './units.ts';

/** As few posts as make a page that holds nothing around each of them. */
export const FEW = 3;
/** Fewer letters are a head and no words. */
export const WORDS = 12;
/** From so many letters on, a unit is words, and no part of a head. */
export const HEAD_WORDS = 40;

/** The units of a head: the index of its first, and of the first behind it. */
export type Head = [start: number, end: number];

/** The stretches of units that hold a name and a time, and where the words begin. */
export function headsOf(units: readonly Unit[]): Head[] {
  const heads: Head[] = [];
  for (let index = 0; index < units.length; index++) {
    const start = index;
    let [names, times] = [0, 0];
    for (let gap = 0; index < units.length && gap < 2 && !(names > 0 && times > 0); index++) {
      const { names: more, times: moreTimes, length, nest } = units[index] as Unit;
      if (nest) break;
      if (more + moreTimes > 0) gap = 0;
      else if (length >= HEAD_WORDS || start === index) break;
      else if (length > 0) gap += 1;
      names += more;
      times += moreTimes;
    }
    if (names > 0 && times > 0 && names < FEW) heads.push([start, index]);
    if (names > 0 && times > 0) index -= 1;
    else index = start;
  }
  return heads;
}

/** Whether heads stand below what is said: what is above the first is then as long as what is between others, and what is below the last is not. */
export function trail(units: readonly Unit[], heads: readonly Head[]): boolean {
  if (heads.some(([start]) => (units[start]?.length ?? 0) >= HEAD_WORDS)) return false;
  const wordsIn = (from: number, direction: 1 | -1, to: number) => {
    let sum = 0;
    for (let index = from; index !== to; index += direction) {
      const unit = units[index];
      if (!unit || unit.rule || endsPost(unit)) break;
      sum += unit.length;
    }
    return sum;
  };
  const between = heads.slice(1).map(([start], index) => wordsIn(heads[index]?.[1] ?? 0, 1, start));
  const usual = between.sort((one, other) => one - other)[between.length >> 1] ?? 0;
  const unlike = (length: number) => Math.abs(Math.log((length + 1) / (usual + 1)));
  const [above, below] = [wordsIn((heads[0]?.[0] ?? 0) - 1, -1, -1), wordsIn(heads.at(-1)?.[1] ?? 0, 1, units.length)];
  return above >= WORDS && unlike(above) < unlike(below);
}

/**
 * Where posts begin that have their words between when and who: "3 May", the words, "amber". A name and the time below it then stand close to
 * each other and are of two posts. Empty where they stand otherwise.
 */
export function framed(units: readonly Unit[]): number[] {
  const marks = units.flatMap(({ names, times }, index) => (names + times > 0 ? [index] : []));
  const isTime = (index: number | undefined) => index !== undefined && (units[index]?.times ?? 0) > 0;
  const isOne = ({ names, times, length }: Unit) => names > 0 !== times > 0 && length < HEAD_WORDS;
  const [first] = marks;
  if (first === undefined || marks.length < 2 * FEW || marks.length % 2 > 0) return [];
  const alternate = marks.every((index, place) => isOne(units[index] as Unit) && isTime(index) === (isTime(first) === (place % 2 === 0)));
  const wordsBetween = (place: number) =>
    units.slice((marks[place] ?? 0) + 1, marks[place + 1]).reduce((sum, { length }) => sum + length, 0);
  const isFramed = marks.every((_, place) => place === marks.length - 1 || wordsBetween(place) >= WORDS === (place % 2 === 0));
  return alternate && isFramed ? marks.filter((_, place) => place % 2 === 0) : [];
}

/** The next unit that holds anything. */
export function nextFull(units: readonly Unit[], from: number, direction: 1 | -1): number {
  let index = from;
  while (index >= 0 && index < units.length && (units[index]?.length ?? 0) === 0 && (units[index]?.names ?? 0) === 0) index += direction;
  return index;
}

const ENDS = /^(?:FORM|NAV|FOOTER|ASIDE|H1|HR)$/;
const endsPost = ({ nodes }: Unit) => nodes.some((node) => ENDS.test((node as Partial<Element>).tagName ?? ''));

/** From each start to the next, the last as far as the others reach. */
export function sections(units: readonly Unit[], starts: readonly number[]): Unit[][] {
  const begins = starts.map((start, index) => withAnchor(units, start, starts[index - 1] ?? 0));
  const posts = begins.map((begin, index) => withoutHeading(units.slice(begin, begins[index + 1])));
  const last = posts.pop();
  return last ? [...posts, cutLast(last, posts)] : posts;
}

/** "6 comments" at the end of a post is the heading of what follows. */
function withoutHeading(post: readonly Unit[]): Unit[] {
  const isHeading = ({ names, nodes }: Unit) =>
    names === 0 && nodes.some((node) => /^H[1-6]$/.test((node as Partial<Element>).tagName ?? ''));
  const end = post.findLastIndex((unit) => isFull(unit));
  return post.slice(0, end > 0 && isHeading(post[end] as Unit) ? end : undefined);
}

/** The last post without what stands below it: after as many parts as any other has, from a rule or a form on, or from links that no other has. */
export function cutLast(post: readonly Unit[], others: readonly Unit[][]): Unit[] {
  const most = Math.max(2, ...others.map((other) => other.filter(isFull).length));
  const linked = others.some((other) => other.some(isLinks));
  let full = 0;
  const end = post.findIndex((unit, index) => {
    if (isFull(unit)) full += 1;
    return index > 0 && (endsPost(unit) || (isLinks(unit) && !linked) || full > most);
  });
  return post.slice(0, end < 0 ? undefined : end);
}

const isFull = ({ nodes }: Unit) => nodes.some((node) => node.textContent?.trim());
const isLinks = (unit: Unit) => unit.length === 0 && unit.names + unit.times === 0 && isFull(unit) && !isByline(unit);
const isByline = ({ nodes }: Unit) =>
  nodes.some((node) => (node as Partial<Element>).querySelector?.(`.${BYLINE}`) || (node as Partial<Element>).className === BYLINE);

function withAnchor(units: readonly Unit[], start: number, from: number): number {
  const before = units[start - 1];
  const isAnchor =
    before?.length === 0 && before.names === 0 && before.nodes.some((node) => (node as Partial<Element>).matches?.('a[name], [id]'));
  return isAnchor && start - 1 > from ? start - 1 : start;
}

/** From behind each head to the end of the next. */
export function endings(units: readonly Unit[], heads: readonly Head[]): Unit[][] {
  const posts = heads.slice(1).map(([, end], index) => units.slice(heads[index]?.[1], end));
  const end = heads[0]?.[1] ?? 0;
  const upwards = cutLast(units.slice(0, end).reverse(), posts);
  return [upwards.reverse(), ...posts];
}
