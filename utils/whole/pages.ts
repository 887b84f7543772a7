import { read } from '../read.ts';
import type { Thread } from '../thread.ts';
import { linksInThread, neighbour, pageNumber } from './links.ts';
import type { Place, Request, Source } from './source.ts';

/** A forum that spreads a thread over pages: each names the next and the one before. */
export function pagesSource({ platform, document, url, thread, now }: Request): Source {
  const linked = new Set(linksInThread(platform, document, url).map(([address]) => address));
  const next = neighbour(platform, document, url, 'next');
  const previous = neighbour(platform, document, url, 'previous');
  const number = pageNumber(platform, document);
  const places = new Map<string, Place>();
  if (previous) places.set(previous, 'before');
  if (next) places.set(next, 'after');
  return {
    start: [next, previous].filter((address) => address !== null),
    expected: () => (previous ? number - 1 : 0) + (next ? (farthest(next, linked) ?? pagesByCount(thread)) : 0),
    take(address, body) {
      const page = new DOMParser().parseFromString(body, 'text/html');
      for (const [link] of linksInThread(platform, page, address)) linked.add(link);
      const place = places.get(address) ?? 'after';
      const further = neighbour(platform, page, address, place === 'after' ? 'next' : 'previous');
      if (further) places.set(further, place);
      const read = readPage(platform, page, address, now);
      return { thread: read && place === 'after' ? withoutOpening(read, thread) : read, further: further ? [further] : [], place };
    },
    skip(address) {
      const place = places.get(address) ?? 'after';
      const beyond = nearest(address, linked, place === 'after' ? 1 : -1);
      if (beyond !== null) places.set(beyond, place);
      return beyond === null ? [] : [beyond];
    },
  };
}

function readPage(platform: Request['platform'], page: Document, address: string, now: Date): Thread | null {
  // Its links count from where it came, unless it says otherwise.
  if (!page.querySelector('base[href]')) {
    const base = page.createElement('base');
    base.href = address;
    page.head.prepend(base);
  }
  return read(platform, page, address, now)?.thread ?? null;
}

/** A later page does not hold the post the thread began with, also where it does not say which page it is. */
function withoutOpening(page: Thread, { opening }: Thread): Thread {
  if (!page.opening || page.opening.id === opening?.id) return page;
  return { ...page, opening: null, comments: [page.opening, ...page.comments] };
}

/** Of addresses that differ from one in a single number, the one whose number comes next in a direction: the page after a page that is missing. */
function nearest(address: string, others: ReadonlySet<string>, direction: 1 | -1): string | null {
  let found: { address: string; distance: number } | null = null;
  for (const other of others) {
    const distance = direction * (distanceBetween(address, other) ?? 0);
    if (distance > 0 && (!found || distance < found.distance)) found = { address: other, distance };
  }
  return found?.address ?? null;
}

/** By how much the one number differs in which two addresses differ; `null` where they differ in anything else. */
function distanceBetween(one: string, other: string): number | null {
  const parts = one.split(/(\d+)/);
  const otherParts = other.split(/(\d+)/);
  const different = parts.flatMap((part, at) => (part === otherParts[at] ? [] : [at]));
  const [at = 0] = different;
  return otherParts.length === parts.length && different.length === 1 && at % 2 === 1 ? Number(otherParts[at]) - Number(parts[at]) : null;
}

/** How many pages there are from one to the last that is linked, by the step between their numbers; `null` where no other is linked. */
function farthest(first: string, linked: ReadonlySet<string>): number | null {
  const distances = [...linked].map((other) => distanceBetween(first, other) ?? 0).filter((distance) => distance > 0);
  if (distances.length === 0) return null;
  const numbers = [0, ...distances].sort((one, other) => one - other);
  const step = Math.min(
    ...numbers
      .slice(1)
      .map((number, at) => number - (numbers[at] ?? 0))
      .filter((gap) => gap > 0),
  );
  return (numbers.at(-1) ?? 0) / step + 1;
}

/** How many pages like this one hold what the forum counts and the page does not. */
function pagesByCount({ total, comments }: Thread): number {
  return total === null || comments.length === 0 ? 1 : Math.max(1, Math.ceil((total - comments.length) / comments.length));
}
