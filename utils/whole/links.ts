import { valueIn } from '../fields.ts';
import { readNumber } from '../numbers.ts';
import type { Platform } from '../platform.ts';
import { withoutFragment } from '../read.ts';
import { threadKey } from '../threadKey.ts';

/** "Next topic", which some forums call the next page in the head of theirs. */
const TO_ANOTHER_TOPIC = /[?&;](?:prev_next|view|goto|action)=(?:prev|next)/;

/** The address that a page's links count from. A parsed page has none of its own: it is where the page came from. */
function baseOf(document: Document, url: string): string {
  const own = document.querySelector('base[href]')?.getAttribute('href') ?? '';
  return URL.canParse(own, url) ? new URL(own, url).href : url;
}

/** The links of a page that lead to a page of the same thread, by their addresses. */
export function linksInThread(platform: Platform, document: Document, url: string): Map<string, Element> {
  const links = new Map<string, Element>();
  const base = baseOf(document, url);
  const key = threadKey(platform, url);
  for (const link of document.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href') ?? '';
    if (!/\d/.test(href) || href.includes('#') || !URL.canParse(href, base) || TO_ANOTHER_TOPIC.test(href)) continue;
    const { href: address, protocol } = new URL(href, base);
    if (!protocol.startsWith('http') || (platform.thread && threadKey(platform, address) !== key)) continue;
    if (!links.has(address)) links.set(address, link);
  }
  return links;
}

/** The number of a page of a thread, as the page shows it; 1 where it shows none. */
export function pageNumber(platform: Platform, document: Document): number {
  return readNumber(valueIn(document.documentElement, platform.page)) ?? 1;
}

/** The page after a page, or the one before: as the platform finds it, or else what is linked by its number. */
export function neighbour(platform: Platform, document: Document, url: string, direction: 'next' | 'previous'): string | null {
  const field = platform[direction] ?? [];
  const base = baseOf(document, url);
  for (const lookup of typeof field === 'string' || typeof field === 'function' ? [field] : field) {
    const link = valueIn(document.documentElement, lookup);
    if (link && URL.canParse(link, base) && !TO_ANOTHER_TOPIC.test(link)) return withoutFragment(new URL(link, base).href);
  }
  if (!platform.page || !platform.thread) return null;
  const wanted = pageNumber(platform, document) + (direction === 'next' ? 1 : -1);
  if (wanted < 1) return null;
  for (const [address, link] of linksInThread(platform, document, url)) {
    // In posts, numbers are links to votes and to the posts themselves.
    if (link.textContent?.trim() === String(wanted) && !link.closest(platform.comment)) return address;
  }
  return null;
}
