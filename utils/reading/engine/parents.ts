import type { Chunked } from '../../chunked.ts';
import { displayName } from '../../thread/authors.ts';
import type { Comment } from '../../thread/thread.ts';
import type { Platform } from '../platform.ts';
import { digits } from '../platformHelpers.ts';
import type { Posts } from './fields.ts';
import { readNumber } from './numbers.ts';

interface Post {
  element: Element;
  comment: Comment;
}

/**
 * Writes into each comment whom it answers and whom it quotes, as ids; what names nobody that was read becomes `null`. `all` are the
 * elements of the posts in the order of the page, of which `read` are those that could be read.
 */
export function* answered(
  platform: Platform,
  posts: Posts,
  all: readonly Element[],
  read: readonly Post[],
  numbers: ReadonlyMap<string, string>,
  opening: Comment | null,
): Chunked<void> {
  const ids = new Set(read.map(({ comment }) => comment.id));
  const byAuthor = new Map<string, Said[]>();
  const resolve = (reference: string | null, words?: string): string | null => {
    if (!reference) return null;
    if (reference.startsWith('@')) {
      const author = reference.slice(1);
      return whoSaid(byAuthor.get(author.toLowerCase()), words, displayName({ author }) !== null);
    }
    if (ids.has(reference)) return reference;
    const number = digits(reference) ?? '';
    return numbers.get(reference) ?? (ids.has(number) ? number : (numbers.get(number) ?? null));
  };
  const parentOf = yield* parentFinder(platform, posts, all, read, opening);
  for (const post of read) {
    yield;
    const { comment } = post;
    for (const quote of comment.quotes) quote.of = resolve(quote.of, quote.text);
    if (comment !== opening) {
      const quoted = comment.quotes.find(({ of }) => of !== null && of !== comment.id)?.of ?? null;
      comment.parent = resolve(parentOf(post)) ?? (platform.depth || platform.answers || platform.nested ? null : quoted);
    }
    if (!comment.author) continue;
    const name = comment.author.toLowerCase();
    const said = { id: comment.id, words: bare(comment.text) };
    if (!byAuthor.get(name)?.push(said)) byAuthor.set(name, [said]);
  }
}

interface Said {
  id: string;
  words: string;
}

/** So many of an author's posts are looked through for words that are quoted, the latest first, and the first of them. */
const LOOKED_THROUGH = 50;

/** The post of an author that is quoted: the latest that holds the words, or else, of one person, the latest. */
function whoSaid(posts: readonly Said[] | undefined, quoted: string | undefined, isOnePerson: boolean): string | null {
  if (!posts) return null;
  const words = bare(quoted ?? '').slice(0, 200);
  const near = words ? [...posts.slice(0, 1), ...posts.slice(1).slice(-LOOKED_THROUGH)] : [];
  return (near.findLast((post) => post.words.includes(words)) ?? (isOnePerson ? posts.at(-1) : undefined))?.id ?? null;
}

function bare(text: string): string {
  return text.replace(/\s+/g, '');
}

/** How a platform says whom a post answers, as a reference; called once for each post in the order of the page. */
function* parentFinder(
  platform: Platform,
  posts: Posts,
  all: readonly Element[],
  read: readonly Post[],
  opening: Comment | null,
): Chunked<(post: Post) => string | null> {
  if (platform.depth) return yield* byDepth(platform, posts, all, read, opening);
  if (platform.answers) {
    const ids = new Map(read.map(({ element, comment }) => [element, comment.id]));
    const before = platform.answers(all);
    return ({ element }) => {
      const above = before.get(element);
      return (above && ids.get(above)) ?? null;
    };
  }
  if (platform.nested) {
    const ids = new Map(read.map(({ element, comment }) => [element, comment.id]));
    return ({ element }) => {
      const outer = posts.around(element.parentElement);
      return (outer && ids.get(outer)) ?? opening?.id ?? null;
    };
  }
  return ({ element }) => posts.value(element, platform.parent);
}

/** A post answers the nearest one before it that stands less deep; where there is none, the opening post; nobody known where that one could not be read. */
function* byDepth(
  platform: Platform,
  posts: Posts,
  all: readonly Element[],
  read: readonly Post[],
  opening: Comment | null,
): Chunked<(post: Post) => string | null> {
  const ids = new Map(read.map(({ element, comment }) => [element, comment.id]));
  const parents = new Map<Element, string | null>();
  const open: { depth: number; id: string | null }[] = [];
  for (const element of all) {
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
