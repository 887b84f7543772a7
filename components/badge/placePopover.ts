const MARGIN = 8;

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/**
 * Where a popover of some size opens: as near to its button as it can while it leaves to be read what it is about, which is its comment's
 * words, and the sentence marked in them before all; never beyond the edges of the window. All in CSS pixels of the window.
 */
export function placeOf(
  button: Box,
  size: { width: number; height: number },
  avoided: readonly Box[],
  window: { width: number; height: number },
): { left: number; top: number } {
  const within = (value: number, length: number, most: number) => Math.max(MARGIN, Math.min(value, most - length - MARGIN));
  const left = within(button.left, size.width, window.width);
  const top = within(button.top, size.height, window.height);
  const above = { left, top: button.top - MARGIN - size.height };
  const below = { left, top: button.bottom + MARGIN };
  const around = avoided.flatMap((box) => [
    { left, top: box.bottom + MARGIN },
    { left, top: box.top - MARGIN - size.height },
    { left: box.right + MARGIN, top },
    { left: box.left - MARGIN - size.width, top },
  ]);
  const positions = [above, below, ...around].filter((position) => fits(position, size, window));
  for (let least = 0; least < avoided.length; least += 1) {
    const free = positions.find((position) => avoided.slice(least).every((box) => !covers(position, size, box)));
    if (free) return free;
  }
  return above.top >= 0 ? above : { left, top: within(below.top, size.height, window.height) };
}

type Position = { left: number; top: number };
type Size = { width: number; height: number };

function fits({ left, top }: Position, { width, height }: Size, window: Size): boolean {
  return left >= 0 && top >= 0 && left + width <= window.width && top + height <= window.height;
}

function covers({ left, top }: Position, { width, height }: Size, box: Box): boolean {
  return left < box.right && left + width > box.left && top < box.bottom && top + height > box.top;
}
