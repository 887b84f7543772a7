import type { Platform } from '../platform.ts';
import { authorReference, digits } from '../platformHelpers.ts';

const POST = 'article[data-testid="tweet"]';
const CELL = '[data-testid="cellInnerDiv"]';

/**
 * X, formerly Twitter. It takes out of the page what is scrolled out of sight, the opening post too. Its `data-testid`s are those that public
 * userscripts and scrapers go by; that a line below a picture leads on is our own reading of its boxes.
 */
export const x: Platform = {
  name: 'x',
  example: 'https://x.com/name/status/1',
  hosts: ['x.com', 'twitter.com'],
  optional: true,
  marker: POST,
  address: /\/status\/\d+/,
  thread: /\/status\/\d+/,
  title: ({ ownerDocument }) =>
    /[:：]\s?["“„«](.+?)["”“»](?: \/ X)?$/su.exec(ownerDocument.title)?.[1]?.replace(/ https:\/\/t\.co\/\w+$/, ''),
  // Advertisements, and what is recommended below the conversation, are no answers. A post that is gone leaves a note with a link to the rules.
  comment: `:is(${POST}, article:has(a[href*="/notices-on-"])):not([data-testid="placementTracking"] *, ${CELL}:has(h2[role="heading"]) ~ * *)`,
  opening: { post: openingOn },
  id: idOf,
  author: ['[data-testid="User-Name"] a', handleOf, '[data-testid="User-Name"] span'],
  body: '[data-testid="tweetText"]:not([role="link"] *)',
  time: ['a[href*="/status/"] time@datetime', 'time@datetime'],
  score: ['[data-testid="like"]', '[data-testid="unlike"]'],
  permalink: 'a[href*="/status/"]:has(time)@href',
  badge: '[data-testid="User-Name"]',
  answers,
  quote: `${POST} [role="link"] [data-testid="tweetText"]`,
  quoted: (quote) => authorReference(quote.closest('[role="link"]')?.querySelector('[data-testid="User-Name"] span')?.textContent),
  total: ({ ownerDocument }) => openingOn(ownerDocument)?.querySelector('[data-testid="reply"]')?.textContent,
  more: POST,
};

function idOf(post: Element): string | null {
  return digits(/\/status\/\d+/.exec(post.querySelector('a[href*="/status/"]:has(time)')?.getAttribute('href') ?? '')?.[0]);
}

/** The name in the address of a person, where the name shown is all pictures. */
function handleOf(post: Element): string | null {
  const address = post.querySelector('[data-testid="User-Name"] a')?.getAttribute('href');
  return address ? address.replace('/', '@') : null;
}

/** The first post of the conversation, where that is in the page: what the address names, or what that answers in turn. */
function openingOn(root: ParentNode): Element | null {
  const first = root.querySelector(POST);
  const style = first?.closest(CELL)?.getAttribute('style');
  const isAtTop = !style?.includes('translateY') || /translateY\(0(?:px)?\)/.test(style);
  if (first && isAtTop) return first;
  return null;
}

/** A line below a picture leads to the answer that follows; what no line leads to answers the post that the address names. */
function answers(posts: readonly Element[]): ReadonlyMap<Element, Element> {
  const [{ ownerDocument } = { ownerDocument: null }] = posts;
  const wanted = digits(/\/status\/\d+/.exec(ownerDocument?.URL ?? '')?.[0]);
  const opening = ownerDocument && openingOn(ownerDocument);
  const found = new Map<Element, Element>();
  let above: Element | null = null;
  let focal = opening;
  for (const post of posts) {
    if (post !== opening) {
      const answered: Element | null = above && leadsOn(above) ? above : focal;
      if (answered) found.set(post, answered);
    }
    if (idOf(post) === wanted) focal = post;
    above = post;
  }
  return found;
}

/** Around a picture stand boxes of nothing else; beside one of them the line, an empty box. */
function leadsOn(post: Element): boolean {
  let box = post.querySelector('[data-testid="Tweet-User-Avatar"]');
  for (let level = 0; box && level < 3; level += 1) {
    if (box.nextElementSibling) return !box.nextElementSibling.hasChildNodes();
    box = box.parentElement;
  }
  return false;
}
