import type { Chunked } from '../chunked.ts';
import { stripAt } from './bars.ts';
import { type Box, linesOf } from './ink.ts';

/** Points so far apart are looked at, in CSS pixels: between two of them no line of text has room. */
const ROW = 14;
/** In a strip as wide as a sidebar; a narrow one has fewer, so far apart at least, the first where what reaches in from the page must cross it. */
const COLUMNS = 4;
const [COLUMN, INNER] = [12, 2];

/** What is seen by itself, without words of its own. */
const SEEN = 'img, picture, video, canvas, svg, iframe, object, embed, input, textarea, select, button';

/**
 * Whether a strip of `width` pixels at one side of the window is known to hold something that the page shows: words, pictures or fields in
 * view now below `top`, or one of `known`, elements further down the page too. Looks once, and pauses in between, since what stands at a
 * point takes the browser long to tell in a long page; changes nothing.
 */
export function* isTaken(side: 'left' | 'right', width: number, known: Iterable<Element> = [], top = 0): Chunked<boolean> {
  const [from, to] = stripAt(side, width);
  for (const element of known) {
    const { left, right, width: wide } = element.getBoundingClientRect();
    if (wide > 0 && right > from && left < to) return true;
    yield;
  }
  const columns = Math.min(COLUMNS, Math.floor(width / COLUMN));
  const first = columns < COLUMNS ? INNER : width / columns / 2;
  for (let y = top + ROW / 2; y < innerHeight; y += ROW) {
    for (let column = 0; column < columns; column += 1) {
      const inwards = first + (column * width) / columns;
      if (isShownAt(side === 'right' ? from + inwards : to - inwards, y)) return true;
      yield;
    }
  }
  return false;
}

function isShownAt(x: number, y: number): boolean {
  const found = document.elementsFromPoint?.(x, y).find((element) => !element.hasAttribute('data-standpoint'));
  if (!found || found === document.documentElement || found === document.body) return false;
  return found.matches(SEEN) || [...found.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
}

/** What is looked for in a narrow strip stands at least so far apart, in CSS pixels. */
const CLOSE = 6;

/** Whether words or pictures are painted within a box of the window, as near as the elements that are seen there tell. Looks once, with pauses; changes nothing. */
export function* isInked({ left, right, top, bottom }: Box): Chunked<boolean> {
  const looked = new Set<Element>();
  for (let y = top; y <= bottom; y += CLOSE) {
    for (const x of [left + 1, (left + right) / 2, right - 1]) {
      const found = document.elementsFromPoint?.(x, y).find((element) => !element.hasAttribute('data-standpoint'));
      if (!found || looked.has(found)) continue;
      looked.add(found);
      if (found.matches(SEEN)) return true;
      const lines = [...found.childNodes].flatMap((node) =>
        node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim() ? linesOf(node as Text) : [],
      );
      if (lines.some((line) => line.left < right && line.right > left && line.top < bottom && line.bottom > top)) return true;
      yield;
    }
  }
  return false;
}
