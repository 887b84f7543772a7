import type { Block } from './block.ts';
import type { Marks } from './namesAndTimes.ts';

/**
 * The posts of what a page holds for browsers that run no scripts: articles one after the other, each headed by a name, often without a time.
 * Nothing where they are none, such as a list of news, in which the headings are links.
 */
export function articleBlocks(document: Document, { times }: Marks): Block[] {
  const articles = [...document.querySelectorAll('article')].filter((one) => !one.parentElement?.closest('article'));
  const timed = new Map<Element | null, string>();
  for (const [one, time] of times) {
    const article = one.closest('article');
    if (!timed.has(article)) timed.set(article, time);
  }
  const blocks = articles.map((element): Block => {
    const author = [...element.querySelectorAll('h2, h3, h4, h5, [class*="name" i]')].find(isHead) ?? null;
    return { element, author, time: timed.get(element) ?? null, body: author && bodyBeside(author, element) };
  });
  const names = new Set(blocks.map(({ author }) => author?.textContent?.trim()));
  return blocks.length > 1 && names.size > 1 && blocks.every(({ author, body }) => author && body) ? blocks : [];
}

function isHead(heading: Element): boolean {
  const text = heading.textContent?.trim() ?? '';
  return text.length > 0 && text.length <= 40 && !heading.querySelector('a[href*="/d/"], a[href*="/t/"]');
}

/** What follows the part that the name stands in. */
function bodyBeside(author: Element, article: Element): Element | null {
  let part: Element = author;
  while (part.parentElement && part.parentElement !== article) part = part.parentElement;
  let longest: Element | null = null;
  let most = 0;
  for (let next = part.nextElementSibling; next; next = next.nextElementSibling) {
    const length = next.textContent?.trim().length ?? 0;
    if (length > most) [longest, most] = [next, length];
  }
  return longest;
}
