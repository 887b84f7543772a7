/** What reaches further into the window than this share of it is no bar. */
const HIGHEST = 0.3;
/** A bar is at least this share of the window wide; a button that floats there is none. */
const WIDE = 0.5;
/** At a side a bar of icons is this share of the window high, and not wider than so many CSS pixels; what is wider is a column of the page. */
const HIGH = 0.8;
const NARROW = 120;

/**
 * How far down, in CSS pixels of the window, a bar of the page's own reaches that stays at the top while the page scrolls: above the strip of
 * `width` pixels at one side. 0 where there is none now. Looks once; changes nothing.
 */
export function topBarAt(side: 'left' | 'right', width: number): number {
  const edge = document.documentElement.clientWidth;
  const [left, right] = side === 'right' ? [edge - width, edge] : [0, width];
  let lowest = 0;
  for (const x of [left + 8, (left + right) / 2, right - 8]) {
    for (const found of document.elementsFromPoint?.(x, 1) ?? []) {
      const bar = stuckAround(found);
      if (!bar) continue;
      const { top, bottom, width } = bar.getBoundingClientRect();
      if (top <= 1 && bottom <= innerHeight * HIGHEST && width >= innerWidth * WIDE) lowest = Math.max(lowest, bottom);
    }
  }
  return lowest;
}

/** Bars at the foot of a window stand no further than this one above the other, and are no more than so many. */
const APART = 20;
const STACKED = 3;

/**
 * How far up, in CSS pixels of the window, the bars reach that a page keeps at its foot while it scrolls, as phones have them: one upon the
 * other. 0 where there is none now. Looks; changes nothing.
 */
export function bottomBarAt(): number {
  const edge = document.documentElement.clientWidth;
  let highest = innerHeight;
  for (let count = 0; count < STACKED; count += 1) {
    const before = highest;
    for (const x of [8, edge / 2, edge - 8]) {
      for (const y of [before - 2, before - APART]) {
        for (const found of document.elementsFromPoint?.(x, y) ?? []) {
          const bar = stuckAround(found);
          if (!bar) continue;
          const { top, bottom, width } = bar.getBoundingClientRect();
          if (bottom >= before - APART && top >= innerHeight * (1 - HIGHEST) && width >= innerWidth * WIDE)
            highest = Math.min(highest, top);
        }
      }
    }
    if (highest === before) break;
  }
  return innerHeight - highest;
}

/**
 * How far, in CSS pixels, a narrow bar of the page's own reaches into the window that stays at one side of it while the page scrolls: what we
 * put there would lie under it or on it. 0 where there is none. Looks once; changes nothing.
 */
export function sideBarAt(side: 'left' | 'right'): number {
  const edge = document.documentElement.clientWidth;
  let widest = 0;
  for (const share of [0.25, 0.5, 0.75]) {
    for (const found of document.elementsFromPoint?.(side === 'right' ? edge - 2 : 2, innerHeight * share) ?? []) {
      const bar = stuckAround(found);
      if (!bar) continue;
      const { left, right, width, height } = bar.getBoundingClientRect();
      const isAtSide = side === 'right' ? right >= edge - 1 : left <= 1;
      if (isAtSide && width <= NARROW && height >= innerHeight * HIGH) widest = Math.max(widest, side === 'right' ? edge - left : right);
    }
  }
  return widest;
}

/** From where to where a strip reaches that is so wide and stands at one side of the window, beside a bar of the page's own. */
export function stripAt(side: 'left' | 'right', width: number): [left: number, right: number] {
  const edge = document.documentElement.clientWidth;
  const beside = sideBarAt(side);
  return side === 'right' ? [edge - beside - width, edge - beside] : [beside, beside + width];
}

/** The outermost element around that stays where it is while the page scrolls, none of ours. */
function stuckAround(found: Element): Element | null {
  let stuck: Element | null = null;
  for (let element: Element | null = found; element; element = element.parentElement) {
    if (element.hasAttribute('data-standpoint')) return null;
    const { position } = getComputedStyle(element);
    if (position === 'fixed' || position === 'sticky') stuck = element;
  }
  return stuck;
}
