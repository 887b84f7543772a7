import type { Box } from './ink.ts';

/** A stretch of a line, from where writing begins to where it ends: the numbers grow that way, also from right to left. */
interface Stretch {
  start: number;
  end: number;
}

/** A free place found on a line: which line, where it begins, and which of the sizes asked for it takes. */
interface Place {
  line: number;
  start: number;
  size: number;
}

/** So far something stands from what it follows, and from what follows it, in CSS pixels. */
export const GAP = 5;

/**
 * Where something can stand on lines of a page without lying on anything. `lines` hold the writing it belongs to, `taken` everything that is
 * painted near them, `end` how far they go; all as `along` makes them. `sizes` are the widths it can have, the best first: a smaller
 * one is only taken where no larger one fits. The end of a line is better than what is free beyond, that better than what is free within.
 * `null` where none fits.
 */
export function findRoom(
  lines: readonly (Stretch & { top: number; bottom: number })[],
  taken: readonly (Stretch & { top: number; bottom: number })[],
  end: number,
  sizes: readonly number[],
): Place | null {
  const gaps = lines.map((line) => gapsOn(line, taken, end));
  for (const [size, width] of sizes.entries()) {
    for (const [line, free] of gaps.entries()) {
      const gap = free.find((one) => one.end - one.start >= width + GAP);
      if (gap) return { line, start: gap.start + GAP, size };
    }
  }
  return null;
}

function gapsOn(
  line: Stretch & { top: number; bottom: number },
  taken: readonly (Stretch & { top: number; bottom: number })[],
  end: number,
): Stretch[] {
  const crossing = taken.filter(({ top, bottom, end: to }) => top < line.bottom - 1 && bottom > line.top + 1 && to > line.start);
  crossing.sort((one, other) => one.start - other.start);
  const within: Stretch[] = [];
  const beyond: Stretch[] = [];
  let free = line.start;
  // What follows is kept clear of, the edge of the comment need not be.
  for (const { start, end: to } of [...crossing, { start: end + GAP, end: Number.POSITIVE_INFINITY }]) {
    if (start > free) (free < line.end - 1 ? within : beyond).push({ start: free, end: start - GAP });
    free = Math.max(free, to);
  }
  return [...beyond, ...within.reverse()];
}

/** A box as a stretch of its line in the direction of writing. */
export function along({ left, right, top, bottom }: Box, rtl: boolean): Stretch & { top: number; bottom: number } {
  return rtl ? { start: -right, end: -left, top, bottom } : { start: left, end: right, top, bottom };
}
