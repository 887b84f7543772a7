import { UNSEEN } from '../dom.ts';
import type { Choice, Field } from '../platform.ts';

/** What a selector matches in a page, and how many of these were given to their posts so far. */
interface Matches {
  all: readonly Element[];
  given: number;
  byPost: Map<Element, Element[]>;
}

/**
 * The posts of a page and what stands in each of them.
 *
 * Every selector is looked up once for the whole page and each match is given to the nearest post around it, from the top of the page as far
 * as they are asked for. That keeps reading linear in the size of the page, also where answers are nested in what they answer, and never takes
 * a nested post's field for its parent's.
 */
export class Posts {
  readonly all: readonly Element[];
  readonly #root: ParentNode;
  readonly #part: readonly Element[] | null;
  readonly #members: ReadonlySet<Element>;
  readonly #places: ReadonlyMap<Element, number>;
  readonly #found = new Map<string, Matches>();
  readonly #around = new Map<Element, Element | null>();

  /**
   * `all` are in the order of the page, but for the first, which may stand anywhere. `end` is the first element that is not looked at; without
   * it the whole page is.
   */
  constructor(root: ParentNode, all: readonly Element[], end?: Element) {
    this.all = all;
    this.#root = root;
    this.#part = end ? elementsBefore(root, end) : null;
    this.#members = new Set(all);
    const [first, second] = all;
    const isFirst = !first || !second || (first.compareDocumentPosition(second) & FOLLOWING) !== 0;
    this.#places = new Map(all.slice(isFirst ? 0 : 1).map((post, index) => [post, index]));
  }

  /** All that a selector matches, in the order of the page. */
  matching(selector: string): Iterable<Element> {
    return this.#part?.filter((element) => element.matches(selector)) ?? this.#root.querySelectorAll(selector);
  }

  /** The post that an element stands in (or is); `null` outside of all. */
  around(element: Element | null): Element | null {
    const walked: Element[] = [];
    let current = element;
    while (current && !this.#members.has(current) && !this.#around.has(current)) {
      walked.push(current);
      current = current.parentElement;
    }
    const post = current && (this.#members.has(current) ? current : (this.#around.get(current) ?? null));
    // Remembered for all on the way, so that however deep a page is, no element is passed twice.
    for (const passed of walked) this.#around.set(passed, post);
    return post;
  }

  /** The elements of a post that a selector matches, those of posts nested in it left out. */
  within(post: Element, selector: string): readonly Element[] {
    let found = this.#found.get(selector);
    if (!found) {
      found = { all: [...this.matching(selector)], given: 0, byPost: new Map() };
      this.#found.set(selector, found);
    }
    this.#distribute(found, post);
    return found.byPost.get(post) ?? [];
  }

  /** The elements of a post that the first of several selectors to match anything in it matches. */
  chosen(post: Element, choice: Choice): readonly Element[] {
    for (const selector of typeof choice === 'string' ? [choice] : choice) {
      const found = this.within(post, selector);
      if (found.length > 0) return found;
    }
    return [];
  }

  /** Gives matches to their posts until one stands below this post, and all after it do. */
  #distribute(found: Matches, post: Element): void {
    const { all, byPost } = found;
    const place = this.#places.get(post) ?? Number.POSITIVE_INFINITY;
    for (; found.given < all.length; found.given += 1) {
      const match = all[found.given] as Element;
      const owner = this.around(match);
      if (!owner) continue;
      // An answer nested in this post has a later place, and may be followed by more of this one's own.
      if ((this.#places.get(owner) ?? 0) > place && !post.contains(owner)) return;
      const before = byPost.get(owner);
      if (before) before.push(match);
      else byPost.set(owner, [match]);
    }
  }

  /** A field's value in a post, trimmed; `null` where the page does not say. */
  value(post: Element, field: Field | undefined): string | null {
    return lookUp(post, field, (selector) => this.within(post, selector)[0]);
  }
}

/** `Node.DOCUMENT_POSITION_FOLLOWING`, for the commands as well. */
const FOLLOWING = 4;

/** `NodeFilter.SHOW_ELEMENT`, for the commands, which have no window of their own. */
const ELEMENTS = 1;

function elementsBefore(root: ParentNode, end: Element): Element[] {
  const found: Element[] = [];
  const walker = end.ownerDocument.createTreeWalker(root, ELEMENTS);
  for (let node = walker.nextNode(); node && node !== end; node = walker.nextNode()) found.push(node as Element);
  return found;
}

/** A field's value in any element, such as the page's root or a quote; `null` where the page does not say. */
export function valueIn(element: Element, field: Field | undefined): string | null {
  return lookUp(element, field, (selector) => element.querySelector(selector) ?? undefined);
}

function lookUp(element: Element, field: Field | undefined, find: (selector: string) => Element | undefined): string | null {
  if (field === undefined) return null;
  for (const lookup of typeof field === 'string' || typeof field === 'function' ? [field] : field) {
    const value = typeof lookup === 'function' ? lookup(element) : bySelector(element, lookup, find);
    const trimmed = value?.replace(UNSEEN, '').replace(/\s+/g, ' ').trim();
    if (trimmed) return trimmed;
  }
  return null;
}

function bySelector(element: Element, lookup: string, find: (selector: string) => Element | undefined): string | null | undefined {
  // `@` may stand in an attribute selector too; only a name after the last one, outside of brackets, is an attribute to read.
  const [, selector = lookup, attribute] = /^(.*)@([\w:-]+)$/.exec(lookup) ?? [];
  const holder = selector ? find(selector) : element;
  return attribute ? holder?.getAttribute(attribute) : holder?.textContent;
}

/** The first element on a page that the first of several selectors to match anything matches. */
export function firstOf(root: ParentNode, choice: Choice): Element | null {
  for (const selector of typeof choice === 'string' ? [choice] : choice) {
    const found = root.querySelector(selector);
    if (found) return found;
  }
  return null;
}
