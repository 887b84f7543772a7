/**
 * A platform says how one kind of forum writes its threads: data, with a function only where a selector cannot say it.
 * `utils/reading/read.ts` knows the general things; what stands here is what differs from forum to forum.
 */

type Lookup = string | ((post: Element) => string | null | undefined);

/**
 * Where a value stands in a post: a selector (its text), `selector@attribute`, `@attribute` of the post itself, or a function.
 * Of several the first that yields a value counts. Only elements of this post are looked at, never those of one nested in it.
 */
export type Field = Lookup | readonly Lookup[];

/** A selector, or several of which the first that matches anything counts. */
export type Choice = string | readonly string[];

/** The values read from every post. */
export interface Fields {
  id: Field;
  /** The number that the forum counts posts by, where quotes and links refer to that. */
  number?: Field;
  author: Field;
  /**
   * The post's words; several elements that match are read one after the other. A function where they are no elements of the post: it gives
   * them as a copy, in an element of its own.
   */
  body: Choice | ((post: Element) => Element | null);
  time?: Field;
  score?: Field;
  permalink?: Field;
  /** Selector of the element that the badge is put into, as its last child; the post itself if there is none. */
  badge?: string;
}

/** One kind of forum. */
export interface Platform extends Fields {
  name: string;
  /** An address of a thread, as readers see it. */
  example: string;
  /** Hosts known to run this forum, as in match patterns (`*.reddit.com`). Elsewhere the reader asks for the page. */
  hosts?: readonly string[];
  /** Its hosts are left out of what the extension comes with, since browsers disable an update that asks for more: the reader allows each. */
  optional?: true;
  /** The addresses, as match patterns, of the frames that it stands in under pages of others. */
  framed?: readonly string[];
  /** Selector that matches on thread pages of this forum and on nothing else. */
  marker: string;
  /** What the address of a thread page looks like, where other pages of the forum hold the marker too. */
  address?: RegExp;
  /** The part of the address that names the thread; without it the address without its fragment does. */
  thread?: RegExp;
  /** Of the page; its `<title>` if this yields nothing. */
  title: Field;

  /** Selector of every comment, and of the opening post where that has the same markup. */
  comment: string;
  /** The opening post, where it is not the first post; fields that differ from those of comments. `null`: it never stands on these pages. */
  opening?: ({ post: Choice | ((root: ParentNode) => Element | null) } & Partial<Fields>) | null;
  /** Selector of posts that are shown a second time, inside another: they are neither read nor counted. */
  copies?: string;
  /** Selector of posts that the forum pins above the others: none of them opened the thread, unless it is numbered as the first. */
  sticky?: string;
  /** Of the page: the number of this page of the thread. Pages after the first do not hold the opening post. */
  page?: Field;
  /** Selector of `<noscript>` elements whose text is read where the page itself holds no comment. */
  noscript?: string;
  /** The posts of a page that holds them not as elements but as data or text; `null` where it holds them as elements. */
  source?: (document: Document) => ParentNode | null;

  /**
   * Whom a post answers. One of: `parent` names it (an id, a number, or `@author` for that person's latest earlier post); `depth` counts levels;
   * `answers` tells for all posts of the page at once, where only what stands before a post tells; `nested` says that posts stand inside the element of the post they answer. None: a flat forum, where quotes tell.
   */
  parent?: Field;
  depth?: Field;
  answers?: (posts: readonly Element[]) => ReadonlyMap<Element, Element>;
  nested?: true;

  /** Selector of quotes of other posts inside the body, and where a quote names what it quotes, in the forms of `parent`. */
  quote?: string;
  quoted?: Field;
  /** Lines of the words that are another's, as mail marks them with `>`. */
  quotedLines?: RegExp;
  /** A line at which the author's words end and a signature begins. */
  ends?: RegExp;
  /** Selector of what stands inside the body but is not the author's words. */
  without?: string;
  /** Selector that marks a post, or something inside it, as deleted; a function where only the words say so. */
  deleted?: string | ((post: Element) => boolean);
  /** Of the page: how many comments the forum counts, the opening post not among them. */
  total?: Field;
  /** Of the page, instead of `total`: how many posts the forum counts, the opening post among them; the last number in what is found. */
  posts?: Field;
  /** Selector of what stands in for comments that are not in the page: "more replies", posts out of sight. Where it matches, the page is not expected to hold all. */
  more?: string;
  /** Of the page: the address of the next page of this thread, and of the one before. */
  next?: Field;
  previous?: Field;
}

/** The selector of what a page never holds. */
export const NOWHERE = ':not(*)';
