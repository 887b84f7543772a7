import { LABELS, type Label } from '../../utils/stance/index.ts';

/** One comment on the map: how far down it stands, in pixels, and what its badge shows. */
export interface Mark {
  y: number;
  label: Label;
  /** Whether it recedes, since the reader looks for others. */
  rest: boolean;
}

/** So much room in pixels a comment needs on the average for a shape of its own, and that shape's size. */
export const ROOM = 10;
/** The width and height of a mark that has a line for itself, in CSS pixels. */
export const SIZE = 9;
/** The height of a line where many comments share one. */
const LINE = 3;
/** Where lines begin and how wide they are. */
const LEFT = 1;
const WIDTH = 10;

/** Whether each comment has room for a shape of its own. */
export function isRoomy(marks: readonly Mark[], height: number): boolean {
  return marks.length * ROOM <= height;
}

/** Where the middle of each shape comes to stand: as near to its place as it can without one being over another. Linear. */
export function spread(marks: readonly Mark[], height: number): number[] {
  const middles: number[] = [];
  let least = SIZE / 2;
  for (const { y } of marks) {
    const middle = Math.max(y, least);
    middles.push(middle);
    least = middle + SIZE;
  }
  let most = height - SIZE / 2;
  for (let index = middles.length - 1; index >= 0 && (middles[index] as number) > most; index -= 1) {
    middles[index] = most;
    most -= SIZE;
  }
  return middles;
}

/** From the left to the right: who supports stands at one edge and who opposes at the other, so that no colour is needed to tell them. */
const ORDER: readonly Label[] = ['support', 'mixed', 'neutral', 'unsure', 'skipped', 'pending', 'question', 'oppose'];
const SIDELESS: ReadonlySet<Label> = new Set(['neutral', 'unsure', 'skipped', 'pending']);

/** One outline per label, of all its stretches of all lines; and the same for those that recede. */
export interface Lines {
  found: Partial<Record<Label, string>>;
  rest: Partial<Record<Label, string>>;
}

/**
 * Many comments as lines of stretches, one for each label among the comments of that line, as wide as its share. Whoever takes a side is
 * seen, be it one in a hundred. Linear in comments, and as many stretches as fit on the map, however many comments there are.
 */
export function linesOf(marks: readonly Mark[]): Lines {
  const rows = new Map<number, { found: number[]; rest: number[] }>();
  for (const { y, label, rest } of marks) {
    const row = Math.floor(y / LINE);
    const counts = rows.get(row) ?? { found: LABELS.map(() => 0), rest: LABELS.map(() => 0) };
    rows.set(row, counts);
    const index = LABELS.indexOf(label);
    const kind = rest ? counts.rest : counts.found;
    kind[index] = (kind[index] ?? 0) + 1;
  }
  const lines: Lines = { found: {}, rest: {} };
  for (const [row, counts] of rows) {
    // Where any of those looked for stand, the others are not drawn.
    const kind = counts.found.some((count) => count > 0) ? 'found' : 'rest';
    let x = LEFT;
    for (const { label, width } of sharesOf(counts[kind])) {
      const thin = SIDELESS.has(label);
      lines[kind][label] =
        `${lines[kind][label] ?? ''}M${round(x)} ${row * LINE + (thin ? 0.5 : 0)}h${round(width)}v${thin ? 1 : 2}h${-round(width)}z`;
      x += width;
    }
  }
  return lines;
}

/** How wide the stretch of each label is, from left to right. */
function sharesOf(counts: readonly number[]): { label: Label; width: number }[] {
  const present = ORDER.map((label) => ({ label, count: counts[LABELS.indexOf(label)] ?? 0 })).filter(({ count }) => count > 0);
  const sum = present.reduce((all, { count }) => all + count, 0);
  const wanted = present.map(({ label, count }) => ({ label, width: Math.max((count / sum) * WIDTH, SIDELESS.has(label) ? 0 : 2) }));
  // What the few were given is taken from the widest.
  const excess = wanted.reduce((all, { width }) => all + width, 0) - WIDTH;
  const widest = wanted.reduce((one, other) => (other.width > one.width ? other : one));
  widest.width -= excess;
  return wanted;
}

const round = (number: number) => Math.round(number * 10) / 10;
