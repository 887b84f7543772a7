const CLIMB = 8;
const PROBE = 60;

/**
 * The smallest element around `near` that holds all of a comment's words, or `null` where none does. A badge may stand in the line above
 * the words, so that the element it is in need not hold them. Spaces do not count: paragraphs have none between them in the page.
 */
export function findWords(near: Element, text: string): Element | null {
  const wanted = squeeze(text);
  if (!wanted) return null;
  const holds = (element: Element) => {
    const content = squeeze(element.textContent ?? '');
    return content.includes(wanted.slice(0, PROBE)) && content.includes(wanted.slice(-PROBE));
  };
  let found: Element | null = near;
  for (let level = 0; level < CLIMB && found && !holds(found); level += 1) found = found.parentElement;
  if (!found || !holds(found)) return null;
  for (let inner: Element | undefined = found; inner; inner = [...found.children].find(holds)) found = inner;
  return found;
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}
