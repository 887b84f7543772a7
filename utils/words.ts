/** How the words of a post are read from its markup. */

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE CENTER DD DETAILS DIV DL DT FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION TABLE TBODY TD TH TR UL'.split(
    ' ',
  ),
);
const SILENT = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE BUTTON SELECT TEXTAREA IFRAME OBJECT SVG VIDEO AUDIO'.split(' '));

/** The name of a smiley drawn as an image; other images say nothing here. */
const SMILEY = /^(?::[\w+-]{1,30}:|[^\p{L}\d\s]{1,4}[A-Za-z]?|\p{Extended_Pictographic}.{0,6})$/u;

const ELEMENT = 1;
const TEXT = 3;

/**
 * The text of an element as a reader sees it: blocks and line breaks stand on lines of their own, white space is folded, elements in
 * `skipped` and what is never text (scripts, buttons, our own nodes) are left out. Smileys drawn as images are read only where there is
 * nothing else: beside words they say little and their names would stand in everybody's way.
 */
export function readWords(element: Element, skipped: ReadonlySet<Element>): string {
  return readLines(element, skipped) || smileys(element, skipped);
}

function readLines(element: Element, skipped: ReadonlySet<Element>): string {
  const pieces: string[] = [];
  collect(element, skipped, pieces, element.tagName === 'PRE');
  // Line by line, since an expression over the whole could be made slow by a page of white space.
  const lines = pieces.join('').split('\n');
  return lines
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');
}

function collect(element: Element, skipped: ReadonlySet<Element>, pieces: string[], verbatim: boolean): void {
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === TEXT) {
      const text = node.nodeValue ?? '';
      if (verbatim) pieces.push(text);
      else pieces.push(pieces.findLast(Boolean)?.endsWith(' ') ? text.replace(/\s+/g, ' ').trimStart() : text.replace(/\s+/g, ' '));
    } else if (node.nodeType === ELEMENT) {
      const child = node as Element;
      // Pages written as XML keep lower case.
      const tag = child.tagName.toUpperCase();
      if (tag === 'BR') pieces.push('\n');
      else if (!child.hasAttribute('data-standpoint')) {
        const edge = BLOCKS.has(tag) ? '\n' : '';
        pieces.push(edge);
        if (!SILENT.has(tag) && !skipped.has(child)) collect(child, skipped, pieces, verbatim || tag === 'PRE');
        pieces.push(edge);
      }
    }
  }
}

function smileys(element: Element, skipped: ReadonlySet<Element>): string {
  const images = [...element.querySelectorAll('img[alt]')];
  return images
    .filter((image) => !isWithin(image, element, skipped))
    .map((image) => image.getAttribute('alt') ?? '')
    .filter((name) => SMILEY.test(name))
    .join(' ');
}

function isWithin(node: Element, outermost: Element, skipped: ReadonlySet<Element>): boolean {
  for (let current: Element | null = node; current && current !== outermost; current = current.parentElement)
    if (skipped.has(current)) return true;
  return false;
}
