/** What reaches further down than this share of the window is no bar. */
const HIGHEST = 0.3;
/** A bar is at least this share of the window wide; a button that floats at the top is none. */
const WIDE = 0.5;

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
