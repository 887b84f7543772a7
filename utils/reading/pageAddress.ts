import { webAddress } from '../webUrl.ts';

/**
 * The address of a page: where it was loaded from, or for a page that was saved, the one it gives of itself: what it calls its canonical
 * address, what it tells those who share it, or the remark that browsers and savers put before it.
 */
export function pageAddress(document: Document, url: string): string {
  if (webAddress(url)) return url;
  for (const lookup of ['link[rel~=canonical][href]', 'meta[property="og:url"][content]', 'meta[name="twitter:url"][content]']) {
    for (const element of document.querySelectorAll(lookup)) {
      const address = webAddress(element.getAttribute('href') ?? element.getAttribute('content'));
      if (address) return address;
    }
  }
  return savedFrom(document) ?? webAddress(document.querySelector('base[href]')?.getAttribute('href')) ?? url;
}

/** "saved from url=(0042)https://…", " url: https://…": the remarks stand before the page or at its beginning. */
function savedFrom(document: Document): string | null {
  const nodes = [document, document.documentElement, document.querySelector('head')].flatMap((node) =>
    [...(node?.childNodes ?? [])].slice(0, 20),
  );
  for (const { nodeType, nodeValue } of nodes) {
    const said = nodeType === 8 ? /(?:saved from url=\(\d+\)|\burl:\s*)(https?:\/\/\S+)/.exec((nodeValue ?? '').slice(0, 1000))?.[1] : null;
    if (said && webAddress(said)) return said;
  }
  return null;
}
