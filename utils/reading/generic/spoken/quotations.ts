import type { Byline } from './byline.ts';
import type { Line } from './lines.ts';

/**
 * What names the author of a quotation names nobody who wrote here: a line in a quotation, or right above one. Where most such lines stand
 * above or in what is marked up as a quotation, it is how this page marks up what people say.
 */
export function quotesLeft(found: Map<Line, Byline>): void {
  const inside = [...found.keys()].filter((line) => quoteAround(line));
  const above = [...found.keys()].filter((line) => !quoteAround(line) && isAboveQuote(line));
  if (inside.length > 0 && !areNests(inside, [...found.keys()])) for (const line of inside) found.delete(line);
  else for (const line of inside) opened(quoteAround(line), NEST);
  if (above.length < 0.6 * found.size) for (const line of above) found.delete(line);
  else for (const line of above) opened(quoteAfter(line), '');
}

const QUOTE = 'blockquote';
/** A box of answers, in the copy. */
export const NEST = 'standpoint-nest';

function quoteAround({ nodes }: Line): Element | null {
  return nodes[0]?.parentElement?.closest(QUOTE) ?? null;
}

/** The element after the one that holds a line and nothing else. */
function quoteAfter({ nodes, text }: Line): Element | null {
  let holder: Element | null = nodes[0]?.parentElement ?? null;
  let next: Node | null = nodes.at(-1)?.nextSibling ?? null;
  for (let up = 0; holder && up < 4; up++) {
    for (; next; next = next.nextSibling) {
      if (next.nodeType === 1 && (next as Element).matches(QUOTE)) return next as Element;
      if (next.textContent?.trim()) return null;
    }
    if ((holder.textContent?.trim().length ?? 0) > text.length + 40) return null;
    next = holder.nextSibling;
    holder = holder.parentElement;
  }
  return null;
}

function isAboveQuote(line: Line): boolean {
  return quoteAfter(line) !== null;
}

/** Answers, each further in than what it answers: nothing that is said stands after them. */
function areNests(lines: readonly Line[], all: readonly Line[]): boolean {
  const quotes = new Set(lines.map(quoteAround));
  let followed = 0;
  for (const quote of quotes) {
    let next = quote?.nextSibling;
    while (next && !next.textContent?.trim()) next = next.nextSibling;
    const isWords =
      next && (next.nodeType === 3 || !(next as Element).matches(QUOTE)) && !all.some(({ nodes }) => next?.contains(nodes[0] ?? null));
    if (isWords) followed += 1;
  }
  return followed < 0.3 * quotes.size;
}

/** No quotation: a box, what stands in which may be read. */
function opened(quote: Element | null, name: string): void {
  if (!quote?.parentNode) return;
  const box = quote.ownerDocument.createElement('div');
  if (quote.id) box.id = quote.id;
  box.className = name;
  box.append(...quote.childNodes);
  quote.replaceWith(box);
}
