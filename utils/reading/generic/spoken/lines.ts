/** A line of a page as its reader sees it: text between two breaks, whatever elements it stands in. */
export interface Line {
  nodes: readonly Text[];
  /** Its text on one line, of a long one only the beginning. */
  text: string;
  /** For each character of `text`, its place in the texts of `nodes` one after the other. */
  offsets: readonly number[];
}

const LONGEST = 5000;
/** What does not break a line. */
const INLINE = new Set(
  'A ABBR ACRONYM B BDI BDO BIG CITE CODE DEL DFN EM FONT I IMG INS KBD LABEL MARK NOBR Q S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR'.split(
    ' ',
  ),
);
const NEVER = /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|TEXTAREA|SELECT|OPTION|BUTTON|NAV|IFRAME|SVG|TITLE)$/i;

/** Whether a node stands within a line: text, or an element that breaks none. */
export function isInline(node: Node): boolean {
  return node.nodeType !== 1 || INLINE.has((node as Element).tagName.toUpperCase());
}

/** The lines below an element, in the order of the page. Walks without recursion. */
export function linesIn(root: Element): Line[] {
  const lines: Line[] = [];
  let open: Text[] = [];
  const close = () => {
    const line = open.length > 0 ? lineOfNodes(open) : null;
    if (line) lines.push(line);
    open = [];
  };
  let node: Node | null = root.firstChild;
  while (node) {
    if (node.nodeType === 3) open.push(node as Text);
    else if (node.nodeType === 1) {
      if (!isInline(node)) close();
      if (node.firstChild && !NEVER.test((node as Element).tagName)) {
        node = node.firstChild;
        continue;
      }
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node && !isInline(node)) close();
    }
    node = node === root || !node ? null : node.nextSibling;
  }
  close();
  return lines;
}

/** Writes a break for the end of each line of preformatted text that is nothing else. */
export function breakLines(root: Element): void {
  for (const block of [...root.querySelectorAll('pre')]) {
    if (block.querySelector('code') || block.closest('code')) continue;
    const box = block.ownerDocument.createElement('div');
    box.append(...block.childNodes);
    block.replaceWith(box);
    for (const text of textsIn(box)) {
      const lines = text.data.split('\n');
      if (lines.length === 1) continue;
      text.replaceWith(...lines.flatMap((line, index) => (index === 0 ? [line] : [block.ownerDocument.createElement('br'), line])));
    }
  }
}

function textsIn(root: Element): Text[] {
  const walker = root.ownerDocument.createTreeWalker(root, 4);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
  return texts;
}

function lineOfNodes(nodes: readonly Text[]): Line | null {
  let text = '';
  let before = 0;
  const offsets: number[] = [];
  for (const { data } of nodes) {
    for (let offset = 0; offset < data.length && text.length < LONGEST; offset++) {
      const character = data[offset] ?? '';
      const isSpace = /\s/.test(character);
      if (isSpace && (text === '' || text.endsWith(' '))) continue;
      text += isSpace ? ' ' : character;
      offsets.push(before + offset);
    }
    before += data.length;
  }
  const trimmed = text.trimEnd();
  return trimmed ? { nodes, text: trimmed, offsets } : null;
}
