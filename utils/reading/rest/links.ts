import { withoutFragment } from '../../webUrl.ts';
import { valueIn } from '../engine/fields.ts';
import { readNumber } from '../engine/numbers.ts';
import { pageAddress } from '../pageAddress.ts';
import type { Field, Platform } from '../platform.ts';
import { threadKey } from '../threadKey.ts';

/** "Next topic", which some forums call the next page in the head of theirs. */
const TO_ANOTHER_TOPIC = /[?&;](?:prev_next|view|goto|action)=(?:prev|next)/;

/** The address that a page's links count from. A parsed page has none of its own: it is where the page came from. */
function baseOf(document: Document, url: string): string {
  const own = document.querySelector('base[href]')?.getAttribute('href') ?? '';
  return URL.canParse(own, url) ? new URL(own, url).href : url;
}

/** The links of a page, or of a part of it, that lead to a page of the same thread, with their addresses. */
export function linksInThread(platform: Platform, document: Document, url: string, part: ParentNode = document): [string, Element][] {
  const links: [string, Element][] = [];
  const base = baseOf(document, url);
  const key = threadKey(platform, url);
  for (const link of part.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href') ?? '';
    if (!/\d/.test(href) || href.includes('#') || !URL.canParse(href, base) || TO_ANOTHER_TOPIC.test(href)) continue;
    const { href: address, protocol } = new URL(href, base);
    if (!protocol.startsWith('http') || (platform.thread && threadKey(platform, address) !== key)) continue;
    links.push([address, link]);
  }
  return links;
}

/** The number of a page of a thread, as the page shows it; 1 where it shows none. */
export function pageNumber(platform: Platform, document: Document): number {
  return readNumber(valueIn(document.documentElement, platform.page)) ?? 1;
}

/** The page after a page, or the one before: as the platform finds it, or else what stands beside the number of this page with the number wanted. */
export function neighbour(platform: Platform, document: Document, url: string, direction: 'next' | 'previous'): string | null {
  const base = baseOf(document, url);
  for (const lookup of lookups(platform[direction])) {
    const link = valueIn(document.documentElement, lookup);
    if (link && URL.canParse(link, base) && !TO_ANOTHER_TOPIC.test(link)) return withoutFragment(new URL(link, base).href);
  }
  const wanted = pageNumber(platform, document) + (direction === 'next' ? 1 : -1);
  if (!platform.thread || wanted < 1) return null;
  // Elsewhere on a page numbers are links to votes, ratings and posts, which nobody asked us to follow.
  for (const lookup of lookups(platform.page)) {
    if (typeof lookup !== 'string' || lookup.includes('@')) continue;
    for (const { parentElement: bar } of document.querySelectorAll(lookup)) {
      const links = bar ? linksInThread(platform, document, url, bar) : [];
      const found = links.find(([, link]) => link.textContent?.trim() === String(wanted));
      if (found) return found[0];
    }
  }
  return null;
}

function lookups(field: Field | undefined) {
  return field === undefined ? [] : typeof field === 'string' || typeof field === 'function' ? [field] : field;
}

/**
 * The address of a page by which its thread can be named: its own, or where that names but a post, one that the page gives of itself. A page
 * that was saved has only those.
 */
export function namedAddress(platform: Platform, document: Document, address: string): string {
  return threadIn(platform, document, address, (root) => NAMES_OF_ITSELF.map((lookup) => valueIn(root, lookup)));
}

/** The same for reading on from a page: the pages beside it are of the same thread, and tell its address too. */
export function addressOf(platform: Platform, document: Document, address: string): string {
  return threadIn(platform, document, address, (root, url) => [
    ...NAMES_OF_ITSELF.map((lookup) => valueIn(root, lookup)),
    neighbour(platform, document, url, 'next'),
    neighbour(platform, document, url, 'previous'),
  ]);
}

/** The page's address, if it is one of a thread, else the first of those it gives that is one of the same site. */
function threadIn(
  { thread }: Platform,
  document: Document,
  address: string,
  given: (root: Element, url: string) => (string | null | undefined)[],
): string {
  const url = pageAddress(document, address);
  if (!thread || thread.test(url) || !URL.canParse(url)) return url;
  const base = baseOf(document, url);
  const own = given(document.documentElement, url).map((link) => (link && URL.canParse(link, base) ? new URL(link, base) : null));
  return own.find((link) => link?.origin === new URL(url).origin && thread.test(link.pathname + link.search))?.href ?? url;
}

/** Where pages say their own address; titles are often a link to the thread. */
const NAMES_OF_ITSELF = ['link[rel=canonical]@href', 'meta[property="og:url"]@content', 'h1 a@href', 'h2 a@href', '.topic-title a@href'];
