import type { Platform } from './platform.ts';

export { digits } from '../thread/index.ts';

/** Longer than any line that says something of a post. What is longer is cut, since it could make an expression slow. */
const LONGEST_LINE = 300;

/** The words of an element that is a line. */
export function lineOf(element: Element | null | undefined): string {
  return (element?.textContent ?? '').slice(0, LONGEST_LINE);
}

/** The words of an element that is a line, without those of the parts that a selector matches, such as labels before a title. */
export function textWithout(element: Element | null | undefined, parts: string): string {
  let text = element?.textContent ?? '';
  for (const part of element?.querySelectorAll(parts) ?? []) text = text.replace(part.textContent ?? '', '');
  return text.slice(0, LONGEST_LINE);
}

/** A person's name as a reference to their latest earlier post. */
export function authorReference(author: string | null | undefined): string | null {
  const name = author?.trim();
  return name ? `@${name}` : null;
}

/**
 * Whom the line above a quote names, as a reference: "amber wrote:", "amber said in A title:", "Quote from: amber on May 3, 2020", "amber".
 * Any language that puts the name before the verb and a colon after it is understood. `besides` is what in the line is not of the name.
 */
export function speaker(line: Element | null | undefined, besides?: string): string | null {
  let text = line?.textContent ?? '';
  if (besides) for (const other of line?.querySelectorAll(besides) ?? []) text = text.replace(other.textContent ?? '', '');
  text = text.replace(/\s+/g, ' ').trim().slice(0, 120);
  const from = /^[\p{L} ]{4,20}: ?(\S.*?) (?:on|am|le|el|op|il|em|den|w dniu|@) /iu.exec(text)?.[1];
  const before = /^(\S.*?) (?:said|wrote)\b/i.exec(text)?.[1] ?? /^(\S.*?) (?:a |ha |hat )?\S+ ?[:：]$/.exec(text)?.[1];
  return authorReference(from ?? before ?? (/[:：]/.test(text) ? null : text));
}

/** An article above the comments of a system that knows nothing of the page around it. */
export const ARTICLE = {
  post: ['article:has(h1)', 'main article', 'article', '[itemtype$="/BlogPosting"]', '.post', 'main:has(h1)'],
  id: () => 'article',
  author: ['[rel="author"]', '[itemprop="author"]', '.author', '.byline'],
  body: ['[itemprop="articleBody"]', '.entry-content', '.post-content', '.article-content', '.e-content', '.content', 'p'],
  time: ['[itemprop="datePublished"]@datetime', 'time@datetime'],
  permalink: () => null,
  badge: 'h1',
} satisfies Platform['opening'];
