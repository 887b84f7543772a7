import type { Chunked } from '../../chunked.ts';
import { type Comment, Finder, remember } from '../../thread/index.ts';
import type { Platform } from '../platform.ts';
import type { Posts } from './fields.ts';
import { readNumber } from './numbers.ts';

interface Post {
  element: Element;
  comment: Comment;
  /** As the forum counts its posts. */
  number: string | null;
}

/**
 * Writes into each comment whom it answers and whom it quotes, as ids; what names nobody that was read becomes `null`, and is remembered
 * until other pages are read. `read` are those of the posts that could be read.
 */
export function* answered(
  platform: Platform,
  posts: Posts,
  read: readonly Post[],
  numbers: ReadonlyMap<string, string>,
  opening: Comment | null,
): Chunked<void> {
  const finder = new Finder(new Set(read.map(({ comment }) => comment.id)), numbers);
  const parentOf = yield* parentFinder(platform, posts, read, opening);
  const quotesTell = !(platform.depth || platform.answers || platform.nested);
  for (const post of read) {
    yield;
    const { comment, number } = post;
    const quotes = comment.quotes.map(({ of }) => of);
    let settled = true;
    for (const quote of comment.quotes) {
      const { id, sure } = finder.find(quote.of, quote.text);
      if (quote.of && !sure) settled = false;
      quote.of = id;
    }
    const parent = comment === opening ? null : parentOf(post);
    const { id, sure } = finder.find(parent);
    if (parent && !sure) settled = false;
    if (comment !== opening) {
      const quoted = comment.quotes.find(({ of }) => of !== null && of !== comment.id)?.of ?? null;
      comment.parent = id ?? (quotesTell ? quoted : null);
    }
    remember(comment, { number, parent, quotes, quotesTell, settled });
    finder.add(comment);
  }
}

/** How a platform says whom a post answers, as a reference; called once for each post in the order of the page. */
function* parentFinder(
  platform: Platform,
  posts: Posts,
  read: readonly Post[],
  opening: Comment | null,
): Chunked<(post: Post) => string | null> {
  if (platform.depth) return yield* byDepth(platform, posts, read, opening);
  if (platform.answers) {
    const ids = idsByElement(read);
    const before = platform.answers(posts.all);
    return ({ element }) => {
      const above = before.get(element);
      return (above && ids.get(above)) ?? null;
    };
  }
  if (platform.nested) {
    const ids = idsByElement(read);
    return ({ element }) => {
      const outer = posts.around(element.parentElement);
      return (outer && ids.get(outer)) ?? opening?.id ?? null;
    };
  }
  return ({ element }) => posts.value(element, platform.parent);
}

function idsByElement(read: readonly Post[]): Map<Element, string> {
  return new Map(read.map(({ element, comment }) => [element, comment.id]));
}

/** A post answers the nearest one before it that stands less deep; where there is none, the opening post; nobody known where that one could not be read. */
function* byDepth(
  platform: Platform,
  posts: Posts,
  read: readonly Post[],
  opening: Comment | null,
): Chunked<(post: Post) => string | null> {
  const ids = idsByElement(read);
  const parents = new Map<Element, string | null>();
  const open: { depth: number; id: string | null }[] = [];
  for (const element of posts.all) {
    yield;
    const id = ids.get(element) ?? null;
    if (id !== null && id === opening?.id) continue;
    const depth = readNumber(posts.value(element, platform.depth)) ?? 0;
    while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
    const above = open.at(-1);
    parents.set(element, above ? above.id : (opening?.id ?? null));
    open.push({ depth, id });
  }
  return ({ element }) => parents.get(element) ?? null;
}
