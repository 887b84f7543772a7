// A page may name a form or an image `body` or `title`; its document then gives these where it is asked for its body or its title.

/** The body of a document; `null` where there is none. */
export function bodyOf(document: Document): HTMLElement | null {
  return document.querySelector('body');
}

/** What is not seen in a name or a title, yet makes two of one, or turns the direction of all that follows. */
export const UNSEEN = /[^\P{Cc}\s]|[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** The document's title on one line. An SVG's or a form field's `title` in the body is none. */
export function titleOf(document: Document): string {
  return (document.querySelector('head > title')?.textContent ?? '').replace(UNSEEN, '').replace(/\s+/g, ' ').trim();
}

/**
 * The nodes that some HTML stands for inside a body. They come from a document of their own, which is shown nowhere: nothing of it loads
 * or runs before it is put elsewhere. `near` is a document that a window belongs to, for the commands, which have no window of their own.
 */
export function parseFragment(html: string, near?: Document): ChildNode[] {
  const Parser = globalThis.DOMParser ?? near?.defaultView?.DOMParser;
  // After a line break, no frameset can take the place of the body.
  const body = bodyOf(new Parser().parseFromString(`<!doctype html><body><br>${html}`, 'text/html'));
  return [...(body?.childNodes ?? [])].slice(1);
}

/** A document made from text that a page holds. Nothing in it runs or is loaded: it is shown nowhere. */
export function inertDocument(document: Document, html: string): Document {
  const page = document.implementation.createHTMLDocument('');
  page.body.append(...parseFragment(html, document));
  return page;
}
