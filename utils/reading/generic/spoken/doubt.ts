import type { Block } from '../block.ts';

/** What only looks as if people spoke: articles one below the other, quotations, dates with what happened then. */

const LEADS_ON =
  /^(?:\d+|no|one|add|leave|post) (?:comments?|kommentare?|commentaires?|comentarios?|reactions?)\b|^comments? ?\((?:\d+|none)|^comments?: ?\d|^(?:read|continue|learn|see|view) (?:more|reading|on|the rest|full)|^weiterlesen|^lire la suite|^leer más|^(?:more|mehr)(?: \W| ?»| ?…|$)/i;
const THREAD =
  /comment|repl(?:y|ies)|forum|thread|discuss|guest ?book|g[aä]stebuch|message|board|talk|debate|debat|disku|kommentar|beitr[aä]g|livre d.or|coment|foro\b|respon[ds]|opinion|feedback|antwort|letters|mailing/i;

/** Whether most blocks have a title of their own, or lead to the rest of it or to comments of its own. */
export function areArticles(blocks: readonly Block[]): boolean {
  const titles = new Set<string>();
  let counted = 0;
  for (const { element, author } of blocks) {
    const heading = [...element.querySelectorAll('h1, h2, h3, h4')].find((one) => !one.contains(author));
    const title = (heading?.textContent ?? '').replace(/\s+/g, ' ').trim().toLowerCase();
    if (title && !/^(?:re|aw|sv|antw|res)\b ?:/.test(title)) titles.add(title);
    const links = [...element.querySelectorAll('a[href]:not([href^="#"], [href*=":void"])')];
    if (links.some(({ textContent }) => LEADS_ON.test(textContent?.trim() ?? ''))) counted += 1;
  }
  return titles.size > 0.5 * blocks.length || counted > 0.5 * blocks.length;
}

/** Whether nothing but a short line beside a time makes names of names, on a page that nowhere says that people speak there, and nobody speaks twice. */
export function areDoubtful(blocks: readonly Block[], document: Document, url: string): boolean {
  const names = blocks.flatMap(({ author }) => author ?? []);
  const unsaid = names.filter((name) => name.getAttribute('data-said') === 'no');
  if (unsaid.length < 0.5 * names.length) return false;
  const texts = new Set(names.map(({ textContent }) => textContent?.trim()));
  if (texts.size < 0.9 * names.length) return false;
  const called = [...around(blocks[0]?.element)].map((one) => `${one.id} ${one.getAttribute('class') ?? ''}`);
  const headings = [...document.querySelectorAll('title, h1, h2, h3')].slice(0, 12).map(({ textContent }) => textContent);
  return !THREAD.test([url.slice(0, 300), ...called, ...headings].join(' ').slice(0, 3000));
}

function* around(element: Element | null | undefined): Generator<Element> {
  for (let one = element ?? null; one; one = one.parentElement) yield one;
}
