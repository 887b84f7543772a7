import { displayName } from './authors.ts';
import type { Comment } from './thread.ts';

/**
 * What a post names of others, in the forum's own words: an id, a number that the forum counts by, or `@author` for that person's latest
 * earlier post. A page holds but a part of its thread; with the pages joined, more of it can be told.
 */
export interface References {
  number: string | null;
  parent: string | null;
  /** One for each quote of the comment. */
  quotes: readonly (string | null)[];
  /** Whether it answers whom it quotes, where it names nobody else. */
  quotesTell: boolean;
  /** Whether all of it is known for certain, so that no other page can tell more. */
  settled: boolean;
}

/** Beside the comments, since they are of use only until the thread is whole and are never shown or exported. */
const referencesOf = new WeakMap<Comment, References>();

/** Keeps what a comment's markup said of the one that it answers. */
export function remember(comment: Comment, references: References): void {
  referencesOf.set(comment, references);
}

/** The digits at the end of a text, or `null`: `post-123` and `#p123` are both post 123. Long texts are cut, since they could make this slow. */
export function digits(text: string | null | undefined): string | null {
  return /(\d+)\D*$/.exec(text?.slice(-300) ?? '')?.[1] ?? null;
}

/** Whom a reference names: `sure` where that is no guess. */
export interface Named {
  id: string | null;
  sure: boolean;
}

const NOBODY: Named = { id: null, sure: false };
/** So many of an author's posts are looked through for words that are quoted, the latest first, and the first of them. */
const LOOKED_THROUGH = 50;

/** Finds whom posts name among those with the ids and numbers given. An author's posts are those that were `added` so far. */
export class Finder {
  readonly #ids: ReadonlySet<string>;
  readonly #numbers: ReadonlyMap<string, string>;
  readonly #said = new Map<string, { id: string; text: string; bareText?: string }[]>();

  constructor(ids: ReadonlySet<string>, numbers: ReadonlyMap<string, string>) {
    this.#ids = ids;
    this.#numbers = numbers;
  }

  add({ id, author, text }: Comment): void {
    if (!author) return;
    const name = author.toLowerCase();
    if (!this.#said.get(name)?.push({ id, text })) this.#said.set(name, [{ id, text }]);
  }

  /** `quotedText` is what is quoted, if any. */
  find(reference: string | null, quotedText?: string): Named {
    if (!reference) return NOBODY;
    if (reference.startsWith('@')) return this.#whoSaid(reference.slice(1), quotedText);
    const number = digits(reference) ?? '';
    const id = this.#ids.has(reference)
      ? reference
      : (this.#numbers.get(reference) ?? (this.#ids.has(number) ? number : (this.#numbers.get(number) ?? null)));
    return { id, sure: id !== null };
  }

  /** The latest post of an author that holds the words, or else, of one person, the latest. */
  #whoSaid(author: string, quoted: string | undefined): Named {
    const posts = this.#said.get(author.toLowerCase());
    if (!posts) return NOBODY;
    const wanted = bare(quoted ?? '').slice(0, 200);
    const near = wanted ? [...posts.slice(0, 1), ...posts.slice(1).slice(-LOOKED_THROUGH)] : [];
    const holding = near.findLast((post) => {
      post.bareText ??= bare(post.text);
      return post.bareText.includes(wanted);
    });
    if (holding) return { id: holding.id, sure: true };
    return { id: displayName({ author }) !== null ? (posts.at(-1)?.id ?? null) : null, sure: false };
  }
}

function bare(text: string): string {
  return text.replace(/\s+/g, '');
}

/**
 * The comments of a thread joined from pages, with whom they quote and answer on other pages than their own. A comment of which nothing
 * more is known is the very same. Linear.
 */
export function withNamed(opening: Comment | null, comments: readonly Comment[]): Comment[] {
  if (comments.every((comment) => referencesOf.get(comment)?.settled ?? true)) return [...comments];
  const posts = opening ? [opening, ...comments] : comments;
  const numbers = new Map<string, string>();
  for (const post of posts) {
    const number = referencesOf.get(post)?.number;
    if (number && !numbers.has(number)) numbers.set(number, post.id);
  }
  const finder = new Finder(new Set(posts.map(({ id }) => id)), numbers);
  if (opening) finder.add(opening);
  return comments.map((comment) => {
    const joined = joinedTo(comment, finder);
    finder.add(comment);
    return joined;
  });
}

function joinedTo(comment: Comment, finder: Finder): Comment {
  const references = referencesOf.get(comment);
  if (!references || references.settled) return comment;
  const quotes = comment.quotes.map((quote, index) => {
    const of = finder.find(references.quotes[index] ?? null, quote.text).id ?? quote.of;
    return of === quote.of ? quote : { ...quote, of };
  });
  const quoted = references.quotesTell ? (quotes.find(({ of }) => of !== null && of !== comment.id)?.of ?? null) : null;
  const parent = finder.find(references.parent).id ?? quoted ?? comment.parent;
  if (parent === comment.parent && quotes.every((quote, index) => quote === comment.quotes[index])) return comment;
  const joined = { ...comment, parent, quotes };
  referencesOf.set(joined, references);
  return joined;
}

/** Says for certain whom a comment answers, whatever it quotes. */
export function setParent(comment: Comment, id: string): void {
  comment.parent = id;
  const references = referencesOf.get(comment);
  if (references) referencesOf.set(comment, { ...references, parent: null, quotesTell: false });
}

/** A comment changed in some way names whom it named. */
export function renamed(comment: Comment, changed: Comment): Comment {
  const references = referencesOf.get(comment);
  if (references) referencesOf.set(changed, references);
  return changed;
}
