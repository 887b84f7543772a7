import type { Evidence } from '../stance/verdict.ts';

// The words that weighed are marked where they stand in the page. Highlights are painted by the browser over ranges of text: no element
// of the page is touched. What they look like has to be said in the tree that the words are in: by a style element within the badge,
// beside its shadow root, which is ours and in the same tree.

const FOR = 'standpoint-for';
const AGAINST = 'standpoint-against';
const LOOKS = `
::highlight(${FOR}) { background-color: rgb(116 188 242 / 45%); }
::highlight(${AGAINST}) { text-decoration: underline wavy rgb(214 107 40) 1.5px; }`;

/** Marks the words in the page, within the element that holds them all, that weighed for and against a comment's badge. Returns how to take the marks off. */
export function markWords(badge: HTMLElement, place: Element, text: string, evidence: readonly Evidence[]): () => void {
  if (evidence.length === 0 || typeof Highlight === 'undefined' || typeof CSS === 'undefined' || !('highlights' in CSS)) return () => {};
  const ranges = evidence.map(({ start, end }) => rangeOf(place, text, start, end));
  const marked = (sign: number) => ranges.filter((range, at) => range !== null && (evidence[at]?.weight ?? 0) * sign > 0) as Range[];
  CSS.highlights.set(FOR, new Highlight(...marked(1)));
  CSS.highlights.set(AGAINST, new Highlight(...marked(-1)));
  const style = document.createElement('style');
  style.textContent = LOOKS;
  badge.append(style);
  return () => {
    CSS.highlights.delete(FOR);
    CSS.highlights.delete(AGAINST);
    style.remove();
  };
}

/** The place in the page of a stretch of a comment's text; `null` where it cannot be told for sure. Spaces do not count. */
export function rangeOf(place: Element, text: string, start: number, end: number): Range | null {
  const letters = lettersIn(place);
  const page = letters.map(({ letter }) => letter).join('');
  const whole = squeeze(text);
  const before = squeeze(text.slice(0, start)).length;
  const length = squeeze(text.slice(start, end)).length;
  const from = placeOf(whole, before, length, page);
  const [first, last] = [letters[from], letters[from + length - 1]];
  if (from < 0 || length === 0 || !first || !last) return null;
  const range = document.createRange();
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset + 1);
  return range;
}

/** So many letters before and after are enough to tell a word from the same word elsewhere. */
const CONTEXT_LETTERS = 12;

/**
 * Where the letters `before`… of a comment stand in the page; −1 where that is not sure. Between its paragraphs the page may hold what is
 * not the comment's own, such as quotes: then the neighbours tell the place, or that there is only one.
 */
function placeOf(whole: string, before: number, length: number, page: string): number {
  const at = page.indexOf(whole);
  if (at >= 0) return at + before;
  for (const around of [CONTEXT_LETTERS, 0]) {
    const from = Math.max(0, before - around);
    const words = whole.slice(from, before + length + around);
    const only = page.indexOf(words);
    if (only >= 0 && page.indexOf(words, only + 1) < 0) return only + before - from;
  }
  return -1;
}

interface Letter {
  letter: string;
  node: Text;
  offset: number;
}

function lettersIn(place: Element): Letter[] {
  const letters: Letter[] = [];
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    for (let offset = 0; offset < node.data.length; offset += 1) {
      const letter = node.data.charAt(offset);
      if (letter.trim() !== '') letters.push({ letter, node, offset });
    }
  }
  return letters;
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}
