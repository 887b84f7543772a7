/** Points so far apart are looked at, in CSS pixels: between two of them no line of text has room. */
const ROW = 14;
const COLUMNS = 4;

/** What is seen by itself, without words of its own. */
const SEEN = 'img, picture, video, canvas, svg, iframe, object, embed, input, textarea, select, button';

/**
 * Whether a strip of `width` pixels at one side of the window is known to hold something that the page shows: words, pictures or fields in
 * view now, or one of `known`, elements further down the page too. Looks once; changes nothing.
 */
export function isTaken(side: 'left' | 'right', width: number, known: Iterable<Element> = []): boolean {
  const edge = document.documentElement.clientWidth;
  const [from, to] = side === 'right' ? [edge - width, edge] : [0, width];
  for (const element of known) {
    const { left, right, width: wide } = element.getBoundingClientRect();
    if (wide > 0 && right > from && left < to) return true;
  }
  for (let y = ROW / 2; y < innerHeight; y += ROW) {
    for (let column = 0; column < COLUMNS; column += 1) {
      if (isShownAt(from + ((column + 0.5) * width) / COLUMNS, y)) return true;
    }
  }
  return false;
}

function isShownAt(x: number, y: number): boolean {
  const found = document.elementsFromPoint?.(x, y).find((element) => !element.hasAttribute('data-standpoint'));
  if (!found || found === document.documentElement || found === document.body) return false;
  return found.matches(SEEN) || [...found.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
}
