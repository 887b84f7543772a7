// A page may name a form or an image `body` or `title`; its document then gives these where it is asked for its body or its title.

export function bodyOf(document: Document): HTMLElement | null {
  return document.querySelector('body');
}

export function titleOf(document: Document): string {
  return (document.querySelector('head > title')?.textContent ?? '').replace(/\s+/g, ' ').trim();
}
