import type { Platform } from './platform.ts';

/** What a platform is recognised by in a page. */
export type Mark = Pick<Platform, 'name' | 'marker' | 'address'>;

/** Which of several platforms a page is of, or `null` where none knows it; `markers` are all of theirs. The page is gone through once, and mostly not to its end. */
export function recognizeAmong<Known extends Mark>(known: readonly Known[], markers: string, document: Document): Known | null {
  const marked = document.querySelector(markers);
  // In a page that is parsed without scripts, `<noscript>` may hold the thread in another shape than the page itself.
  const matches = marked?.closest('noscript')
    ? (marker: string) => document.querySelector(marker) !== null
    : (marker: string) => marked?.matches(marker);
  return known.find(({ marker, address }) => matches(marker) && (address?.test(document.URL) ?? true)) ?? null;
}
