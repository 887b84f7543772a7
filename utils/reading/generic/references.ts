import type { Comment } from '../../thread/index.ts';
import { lineOf, speaker } from '../platformHelpers.ts';
import type { Block } from './block.ts';

/** Whom a post answers, as far as it says so itself: by a number, by a link to the other post, by the name of whom it quotes or speaks to. */

/** Selects what forums call a quote. */
export const QUOTE = 'blockquote, .quote, [class*="quote" i]:not(a):not(button), [class*="zitat" i]';
const PARENTS = /^(?:data-)?(?:[a-z]+-)*(?:parent|reply-?to|in-?reply-?to)(?:-?(?:p?id|comment|post|message|value|pk))*$/i;
const ANSWERS =
  /in[-_ ]?reply|reply[-_ ]?to|replied|replying|parent|response[-_ ]to|antwort auf|en réponse|en respuesta|in risposta|em resposta|w odpowiedzi|в ответ|回复|返信/i;

const ANSWERS_FIRST = /^\W{0,3}(?:in reply to|replying to|reply to|antwort auf|en réponse à|в ответ на)(?!\p{L})/iu;

/** What stands in each post and not in one nested in it. */
export interface Own {
  links: Element[];
  quotes: Element[];
  /** Ids and names of its elements, outside of its words. */
  names: string[];
  /** What its attributes outside of its words say of the post that it answers: `data-parent-id="12"`. */
  parents: string[];
}

/** What each block holds that points at another one; `holder` says which block an element stands in. Linear in the elements. */
export function ownOf(blocks: readonly Block[], holder: ReadonlyMap<Element, Element>): Map<Element, Own> {
  const own = new Map(blocks.map(({ element }): [Element, Own] => [element, { links: [], quotes: [], names: [], parents: [] }]));
  const bodies = new Map(blocks.map(({ element, body }) => [element, body]));
  for (const [element, block] of holder) {
    const contents = own.get(block);
    if (!contents) continue;
    const isLink = element.tagName === 'A' && element.hasAttribute('href');
    if (isLink) contents.links.push(element);
    if (element.matches(QUOTE)) contents.quotes.push(element);
    const body = bodies.get(block);
    if (body && body !== block && body !== element && body.contains(element)) continue;
    for (const { name, value } of element.attributes) {
      if (!value) continue;
      // What a link bears is about another post.
      if (name === 'id' || (name === 'name' && element.tagName === 'A') || (!isLink && IDS.includes(name))) contents.names.push(value);
      if (PARENTS.test(name)) contents.parents.push(value);
    }
  }
  return own;
}

/** Finds posts by what links and attributes call them. */
export class Addresses {
  readonly #byName = new Map<string, string>();
  readonly #byDigits = new Map<string, string | null>();

  constructor(blocks: readonly Block[], comments: readonly Comment[], own: ReadonlyMap<Element, Own>) {
    blocks.forEach(({ element }, index) => {
      const id = comments[index]?.id ?? '';
      // A place in the page is no name that anybody refers to.
      for (const name of [...(id.startsWith('block-') ? [] : [id]), ...(own.get(element)?.names ?? [])]) {
        if (!this.#byName.has(name)) this.#byName.set(name, id);
        const number = digitsOf(name);
        if (number) this.#byDigits.set(number, (this.#byDigits.get(number) ?? id) === id ? id : null);
      }
    });
  }

  of(name: string | null | undefined): string | null {
    if (!name) return null;
    return this.#byName.get(name) ?? this.#byDigits.get(digitsOf(name) ?? '') ?? null;
  }

  /** The post that an address points at: `#post123`, `?postid=123`, `/post/123`. */
  linkedBy(link: Element): string | null {
    const data = link.getAttribute('data-post-id') ?? link.getAttribute('data-id') ?? link.getAttribute('data-post');
    return this.of(data) ?? this.within(link.getAttribute('href'));
  }

  within(address: string | null): string | null {
    const href = address ?? '';
    const fragment = /#([^#]+)$/.exec(href)?.[1];
    const parameter = /[?&;](?:p|pid|post|postid|post_id|comment|comment_id|cid|msg|message)=(\w+)/i.exec(href)?.[1];
    const path = /\/(?:post|comment|message|msg|reply|p|c)s?\/(\d+)\/?(?:$|[?#])/i.exec(href)?.[1];
    return this.of(fragment) ?? this.of(parameter) ?? this.of(path);
  }
}

const IDS = ['data-post-id', 'data-comment-id', 'data-pid', 'data-node-id', 'data-message-id', 'data-id', 'thingid', 'data-number'];

function digitsOf(name: string): string | null {
  return /(\d+)\D*$/.exec(name.slice(-40))?.[1] ?? null;
}

/** The post that attributes of a post name as the one it answers. */
export function declaredParent({ parents }: Own, own: string, addresses: Addresses): string | null {
  for (const value of parents) {
    const parent = addresses.of(value);
    if (parent && parent !== own) return parent;
  }
  return null;
}

/** The post that a quote, a link or a mention in a post points at; `latest` holds each author's latest post before it. */
export function referredTo(
  block: Block,
  own: string,
  addresses: Addresses,
  latest: ReadonlyMap<string, string>,
  spokenTo: (name: string) => string | null,
  { links, quotes }: Own,
): string | null {
  const { element, body } = block;
  const isInReply = ANSWERS_FIRST.test(body?.textContent?.trimStart().slice(0, 40) ?? '');
  const first = isInReply ? links.find((link) => body?.contains(link)) : null;
  for (const link of links) {
    const inBody = body !== element && body?.contains(link);
    const text = lineOf(link).trim();
    const says = [
      text,
      link.getAttribute('class'),
      link.getAttribute('title'),
      link.getAttribute('aria-label'),
      link.getAttribute('component'),
      link.getAttribute('rel'),
    ].join(' ');
    const quoting = link.closest(QUOTE) !== null || isAboveQuote(link);
    const pointing = /^(?:>>|»|#|@|↑|\^)/.test(text) || /quote|mention/i.test(says);
    if (
      !(
        quoting ||
        link === first ||
        (inBody && pointing) ||
        (!inBody && (ANSWERS.test(says) || ANSWERS.test(lineOf(link.parentElement).slice(0, 80))))
      )
    )
      continue;
    const target =
      addresses.linkedBy(link) ??
      (/^>>\d+(?: \(\w{1,6}\))?$/.test(text) ? addresses.of(text) : null) ??
      (text.startsWith('@') || (quoting && pointing) ? spokenTo(comparableName(text)) : null);
    if (target && target !== own) return target;
  }
  for (const quote of quotes) {
    const line = quote.querySelector('cite, header, [class*="author" i], [class*="title" i], [class*="cite" i]') ?? lineAbove(quote);
    const name = quote.getAttribute('data-username') ?? quote.getAttribute('data-author') ?? speaker(line)?.slice(1);
    const target =
      addresses.of(quote.getAttribute('data-post')) ??
      addresses.within(quote.getAttribute('cite')) ??
      latest.get(comparableName(name ?? ''));
    if (target && target !== own) return target;
  }
  const spoken = /^@([\p{L}\p{N}_.-]{2,30})/u.exec(body?.textContent?.trim() ?? '')?.[1];
  const target = spoken ? spokenTo(comparableName(spoken.replace(/[.-]+$/, ''))) : null;
  return target !== own ? target : null;
}

/** A user's name as it is compared: without `@`, without the server it lives on, in lower case. */
export function comparableName(name: string): string {
  return name.trim().replace(/^@/, '').replace(/@.*$/, '').toLowerCase();
}

const SAID = /\b(?:wrote|said|writes|says|schrieb|schreibt|écrit|escribió|scritto)\b/i;

/** The line that stands right above a quote and says whose it is. */
export function lineAbove(quote: Element): Element | null {
  const line = quote.previousElementSibling;
  const text = lineOf(line).trim();
  return line &&
    !line.matches(QUOTE) &&
    text.length > 1 &&
    text.length < 100 &&
    ((/[:：]$/.test(text) && (text.length < 40 || SAID.test(text))) || line.querySelector('a[href*="#"], a[href*="post"]'))
    ? line
    : null;
}

function isAboveQuote(link: Element): boolean {
  for (let current: Element | null = link, up = 0; current && up < 3; current = current.parentElement, up++)
    if (current.nextElementSibling?.matches(QUOTE) && lineAbove(current.nextElementSibling) === current) return true;
  return false;
}
