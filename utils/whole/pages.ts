import { valueIn } from '../fields.ts';
import type { Platform } from '../platform.ts';
import { read } from '../read.ts';
import type { Request, Source } from './source.ts';

/** A forum that spreads a thread over pages: each names the next and the one before. */
export function pagesSource({ platform, document, url, now }: Request): Source {
  const forwards = new Set(linksOf(platform, document, url, ['next']));
  const linked = new Set<string>();
  const note = (page: Document, base: string) => {
    for (const link of page.querySelectorAll('a[href]')) {
      const href = link.getAttribute('href') ?? '';
      if (/\d/.test(href) && URL.canParse(href, base)) linked.add(withoutFragment(new URL(href, base).href));
    }
  };
  note(document, url);
  const start = [...forwards, ...linksOf(platform, document, url, ['previous'])];
  return {
    start,
    take(address, body) {
      const page = new DOMParser().parseFromString(body, 'text/html');
      note(page, address);
      // A parsed page has no address of its own; its links count from where it came.
      const base = page.createElement('base');
      base.href = address;
      page.head.prepend(base);
      const place = forwards.has(address) ? 'after' : 'before';
      const further = linksOf(platform, page, address, [place === 'after' ? 'next' : 'previous']);
      if (place === 'after') for (const link of further) forwards.add(link);
      return { thread: read(platform, page, address, now)?.thread ?? null, further, place };
    },
    skip(address) {
      const beyond = nearest(address, linked, forwards.has(address) ? 1 : -1);
      if (beyond !== null && forwards.has(address)) forwards.add(beyond);
      return beyond === null ? [] : [beyond];
    },
  };
}

function linksOf(platform: Platform, document: Document, url: string, fields: ('next' | 'previous')[]): string[] {
  return fields
    .map((field) => valueIn(document.documentElement, platform[field]))
    .filter((link) => link !== null && URL.canParse(link, url))
    .map((link) => withoutFragment(new URL(link as string, url).href));
}

function withoutFragment(address: string): string {
  return address.split('#')[0] ?? address;
}

/** Of addresses that differ from one in a single number, the one whose number comes next in a direction: the page after a page that is missing. */
function nearest(address: string, others: ReadonlySet<string>, direction: 1 | -1): string | null {
  const parts = address.split(/(\d+)/);
  let found: { address: string; distance: number } | null = null;
  for (const other of others) {
    const otherParts = other.split(/(\d+)/);
    const different = parts.flatMap((part, at) => (part === otherParts[at] ? [] : [at]));
    const [at = 0] = different;
    const distance = direction * (Number(otherParts[at]) - Number(parts[at]));
    if (otherParts.length !== parts.length || different.length !== 1 || at % 2 === 0 || !(distance > 0)) continue;
    if (!found || distance < found.distance) found = { address: other, distance };
  }
  return found?.address ?? null;
}
