import { setParent, type Thread } from '../../thread/index.ts';
import { read } from '../read.ts';
import { linksInThread, neighbour, pageNumber } from './links.ts';
import type { Request, Source } from './source.ts';

/** A forum that spreads a thread over pages: each names the next and the one before. */
export function pagesSource({ platform, document, url, thread, now }: Request): Source {
  // Looked for once they are needed: a page may hold tens of thousands of links, and is asked for its neighbours whenever it changes.
  let found: Set<string> | undefined;
  const linked = () => {
    found ??= new Set(linksInThread(platform, document, url).map(([address]) => address));
    return found;
  };
  const next = neighbour(platform, document, url, 'next');
  const previous = neighbour(platform, document, url, 'previous');
  const number = pageNumber(platform, document);
  /** The pages known so far, in the order of the thread, and which of them come after the one that is open. */
  const order = [previous, url, next].filter((address) => address !== null);
  const later = new Set(next ? [next] : []);
  const ends = new Map([[url, endOf(thread)]]);
  const note = (address: string, beside: string) => {
    const after = later.has(beside);
    if (after) later.add(address);
    if (!order.includes(address)) order.splice(order.indexOf(beside) + (after ? 1 : 0), 0, address);
    return [address];
  };
  return {
    start: [next, previous].filter((address) => address !== null),
    expected: () => (previous ? number - 1 : 0) + (next ? (farthest(next, linked()) ?? pagesByCount(thread)) : 0),
    take(address, body) {
      const page = new DOMParser().parseFromString(withoutHandlers(body), 'text/html');
      for (const [link] of linksInThread(platform, page, address)) linked().add(link);
      const further = neighbour(platform, page, address, later.has(address) ? 'next' : 'previous');
      const read = readPage(platform, page, address, now);
      const earlier = order.slice(0, order.indexOf(address)).findLast((other) => ends.get(other));
      const end = ends.get(earlier ?? '');
      if (read) ends.set(address, endOf(read));
      return {
        thread: read && later.has(address) ? withoutOpening(platform, read, thread) : read,
        further: further ? note(further, address) : [],
        insertion: end ? { after: end } : 'before',
      };
    },
    skip(address) {
      const beyond = nearest(address, linked(), later.has(address) ? 1 : -1);
      return beyond === null ? [] : note(beyond, address);
    },
  };
}

/**
 * A page's markup with its event handlers as mere data. They never run in a parsed page, but Chromium holds them against the policy of the
 * page that is open, complains, and may report that to the site.
 */
function withoutHandlers(html: string): string {
  return html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/([\s"'/])on(?=[a-z]+\s*=)/gi, '$1data-on'));
}

function endOf({ comments }: Thread): string | null {
  return comments.at(-1)?.id ?? null;
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

/** A later page does not hold the post the thread began with, also where it does not say which page it is. Where a platform says which post that is, it is the same one. */
function withoutOpening(platform: Request['platform'], page: Thread, { opening }: Thread): Thread {
  const repeated = page.opening;
  if (!repeated || repeated.id === opening?.id) return page;
  if (!platform.opening) return { ...page, opening: null, comments: [repeated, ...page.comments] };
  if (!opening) return page;
  for (const comment of page.comments) if (comment.parent === repeated.id) setParent(comment, opening.id);
  return { ...page, opening: null };
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
  const different = parts.flatMap((part, index) => (part === otherParts[index] ? [] : [index]));
  const [index = 0] = different;
  return otherParts.length === parts.length && different.length === 1 && index % 2 === 1
    ? Number(otherParts[index]) - Number(parts[index])
    : null;
}

/** How many pages there are from one to the last that is linked, by the step between their numbers; `null` where no other is linked. */
function farthest(first: string, linked: ReadonlySet<string>): number | null {
  const distances = [...linked].map((other) => distanceBetween(first, other) ?? 0).filter((distance) => distance > 0);
  if (distances.length === 0) return null;
  const numbers = [0, ...distances].sort((one, other) => one - other);
  const smallest = Math.min(
    ...numbers
      .slice(1)
      .map((number, index) => number - (numbers[index] ?? 0))
      .filter((gap) => gap > 0),
  );
  return (numbers.at(-1) ?? 0) / smallest + 1;
}

/** How many pages like this one hold what the forum counts and the page does not. */
function pagesByCount({ total, comments }: Thread): number {
  return total === null || comments.length === 0 ? 1 : Math.max(1, Math.ceil((total - comments.length) / comments.length));
}
