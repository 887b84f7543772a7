// The sentence that weighed most is marked where it stands in the page. Highlights are painted by the browser over ranges of text: no element
// of the page is touched. What they look like has to be said in the tree that the words are in: by a style element within the badge,
// beside its shadow root, which is ours and in the same tree.

const DECISIVE = 'standpoint-decisive';
const LOOKS = `
::highlight(${DECISIVE}) { background-color: rgb(116 188 242 / 45%); }`;

interface Marked {
  /** Where it stands in the page; `null` where that cannot be told. */
  range: Range | null;
  unmark: () => void;
}

/** Marks a sentence of a comment's text in the page, within the element that holds all its words. */
export function markSentence(badge: HTMLElement, body: Element, text: string, sentence: { start: number; end: number } | null): Marked {
  const range = sentence && rangeOf(body, text, sentence.start, sentence.end);
  if (!range || typeof Highlight === 'undefined' || typeof CSS === 'undefined' || !('highlights' in CSS))
    return { range, unmark: () => {} };
  CSS.highlights.set(DECISIVE, new Highlight(range));
  const style = document.createElement('style');
  style.textContent = LOOKS;
  badge.append(style);
  const unmark = () => {
    CSS.highlights.delete(DECISIVE);
    style.remove();
  };
  return { range, unmark };
}

/** The place in the page of a stretch of a comment's text; `null` where it cannot be told for sure. Spaces do not count. */
export function rangeOf(body: Element, text: string, start: number, end: number): Range | null {
  const letters = lettersIn(body);
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
  const offset = page.indexOf(whole);
  if (offset >= 0) return offset + before;
  for (const around of [CONTEXT_LETTERS, 0]) {
    const from = Math.max(0, before - around);
    const excerpt = whole.slice(from, before + length + around);
    const only = page.indexOf(excerpt);
    if (only >= 0 && page.indexOf(excerpt, only + 1) < 0) return only + before - from;
  }
  return -1;
}

interface Letter {
  letter: string;
  node: Text;
  offset: number;
}

function lettersIn(body: Element): Letter[] {
  const letters: Letter[] = [];
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
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
