/** A box in the window, in CSS pixels. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** What is seen by itself, whatever words are in it. */
const SEEN = 'img, picture, svg, video, canvas, iframe, object, embed, input, textarea, select, button, meter, progress';
/** Words for those who hear the page alone stand in boxes of one pixel. */
const UNSEEN_PX = 1.5;

/** What of a part of the page is seen: `words` line by line, `things` such as pictures and buttons. */
export interface Ink {
  words: Box[];
  things: Box[];
}

/**
 * Where the words and pictures within an element are painted, as far as `touches` says that their place matters; parts of the page that
 * do not touch it are not looked into. Reads the layout, changes nothing. Elements of ours do not count. At most `most` boxes.
 */
export function inkOf(element: Element, touches: (box: Box) => boolean, most: number, found: Ink = { words: [], things: [] }): Ink {
  for (const node of element.childNodes) {
    if (found.words.length + found.things.length >= most) break;
    if (node.nodeType === Node.TEXT_NODE) {
      if (node.nodeValue?.trim()) found.words.push(...linesOf(node as Text).filter(touches));
    } else if (node.nodeType === Node.ELEMENT_NODE) lookInto(node as Element, touches, most, found);
  }
  return found;
}

function lookInto(element: Element, touches: (box: Box) => boolean, most: number, found: Ink): void {
  if (element.hasAttribute('data-standpoint')) return;
  const box = element.getBoundingClientRect();
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  if (width === 0 && height === 0) {
    // Nothing is there, or an element that has no box where its children have.
    if (getComputedStyle(element).display !== 'contents') return;
  } else if (width <= UNSEEN_PX && height <= UNSEEN_PX) return;
  // What floats sticks out of a box without height.
  else if (width > 0 && height > 0 && !touches(box)) return;
  if (element.matches(SEEN)) {
    if (width > 0 && height > 0) found.things.push(box);
    return;
  }
  const before = found.words.length;
  inkOf(element, touches, most, found);
  // Words that are cut off at the edge of their box.
  if (found.words.length > before && element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== 'visible') {
    for (let index = before; index < found.words.length; index += 1) found.words[index] = cut(found.words[index] as Box, box);
  }
}

/** The lines that a text is broken into, as they are seen. */
export function linesOf(text: Text): Box[] {
  const range = document.createRange();
  range.selectNodeContents(text);
  return [...(range.getClientRects?.() ?? [])].filter(
    ({ left, right, top, bottom }) => right - left > UNSEEN_PX && bottom - top > UNSEEN_PX,
  );
}

function cut({ left, right, top, bottom }: Box, edge: Box): Box {
  return { left: Math.max(left, edge.left), right: Math.min(right, edge.right), top, bottom };
}

/** The lines that boxes stand on, from the top: boxes beside each other are one. */
export function linesIn(boxes: readonly Box[]): Box[] {
  const lines: Box[] = [];
  for (const box of [...boxes].sort((one, other) => one.top - other.top)) {
    const line = lines.find((one) => sharesLine(one, box));
    // A box of the browser's has nothing of its own to spread.
    if (!line) lines.push({ left: box.left, right: box.right, top: box.top, bottom: box.bottom });
    else {
      line.left = Math.min(line.left, box.left);
      line.right = Math.max(line.right, box.right);
      line.top = Math.min(line.top, box.top);
      line.bottom = Math.max(line.bottom, box.bottom);
    }
  }
  return lines;
}

function sharesLine(one: Box, other: Box): boolean {
  const shared = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return shared > 0.5 * Math.min(one.bottom - one.top, other.bottom - other.top);
}
