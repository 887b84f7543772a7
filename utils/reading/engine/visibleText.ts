/** How the words of a post are read from its markup. */

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE CENTER DD DETAILS DIV DL DT FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION TABLE TBODY TD TH TR UL'.split(
    ' ',
  ),
);
const SILENT = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE BUTTON SELECT TEXTAREA IFRAME OBJECT SVG VIDEO AUDIO ANNOTATION ANNOTATION-XML'.split(' '),
);

/** The name of a smiley drawn as an image; other images say nothing here. */
const SMILEY = /^(?::[\w+-]{1,30}:|[^\p{L}\d\s]{1,4}[A-Za-z]?|\p{Extended_Pictographic}.{0,6})$/u;

/** Soft hyphens and breaks that sites put into words, control characters, and what would turn the direction of all that follows. */
const INVISIBLE = /[^\P{Cc}\t\n\r]|[\u00ad\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

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

/** Walks without recursion: a page may nest its elements deeper than a stack is high. */
function collect(root: Element, skipped: ReadonlySet<Element>, pieces: string[], preformatted: boolean): void {
  const open: Element[] = [];
  let verbatim = preformatted ? 1 : 0;
  let node: Node | null = root.firstChild;
  while (node) {
    if (node.nodeType === TEXT) pushText(pieces, node.nodeValue ?? '', verbatim > 0);
    else if (node.nodeType === ELEMENT) {
      const element = node as Element;
      // Pages written as XML keep lower case.
      const tag = element.tagName.toUpperCase();
      const ours = element.hasAttribute('data-standpoint');
      if (tag === 'BR' || (BLOCKS.has(tag) && !ours)) pieces.push('\n');
      const whole = tag === 'A' ? wholeAddress(element) : tag === 'IMG' ? emoji(element) : tag === 'MATH' ? formula(element) : null;
      if (whole) pushText(pieces, whole, false);
      else if (element.firstChild && !ours && !SILENT.has(tag) && !skipped.has(element) && !isDrawing(element)) {
        if (tag === 'PRE') verbatim += 1;
        open.push(element);
        node = element.firstChild;
        continue;
      }
    }
    while (!node.nextSibling && open.length > 0) {
      const closed: Element = open.pop() as Element;
      const tag = closed.tagName.toUpperCase();
      if (tag === 'PRE') verbatim -= 1;
      if (BLOCKS.has(tag)) pieces.push('\n');
      node = closed;
    }
    node = node.nextSibling;
  }
}

/** The address of a link of which the site shows only both ends: the author wrote it whole. */
function wholeAddress(link: Element): string | null {
  const shown = link.childNodes.length === 1 ? (link.textContent ?? '') : '';
  if (shown.length > 200) return null;
  const [, start = '', end = ''] = /^\s*(\S{4,})\s?(?:…|\.\.\.)\s?(\S*)\s*$/.exec(shown) ?? [];
  const address = link.getAttribute('href') ?? '';
  return start && end && address.replace(/^https?:\/\//, '').startsWith(start.replace(/^https?:\/\//, '')) && address.endsWith(end)
    ? address
    : null;
}

/** A formula as its author wrote it, where the page holds that beside its parts. */
function formula(math: Element): string | null {
  return math.querySelector('annotation[encoding="application/x-tex"], annotation[encoding="TeX"]')?.textContent?.trim() || null;
}

/** Whether an element draws for the eye what the formula beside it says. */
function isDrawing(element: Element): boolean {
  if (element.getAttribute('aria-hidden') !== 'true') return false;
  return [element.previousElementSibling, element.nextElementSibling].some(
    (beside) => beside?.tagName.toUpperCase() === 'MATH' || beside?.querySelector(':scope > math, :scope > mjx-container > math') != null,
  );
}

/** A character that sites draw as an image so that it looks alike everywhere. */
function emoji(image: Element): string | null {
  const name = image.getAttribute('alt') ?? '';
  return name.length <= 12 && /^\p{Extended_Pictographic}/u.test(name) ? name : null;
}

function pushText(pieces: string[], text: string, verbatim: boolean): void {
  const visible = text.replace(INVISIBLE, '');
  const folded = verbatim ? visible : visible.replace(/\s+/g, ' ');
  const piece = !verbatim && pieces.at(-1)?.endsWith(' ') ? folded.trimStart() : folded;
  if (piece) pieces.push(piece);
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
