import { inertDocument } from '../dom.ts';

/** A thing in JSON-LD, as far as discussions are concerned. Anything may stand anywhere in it. */
interface Thing {
  '@id'?: unknown;
  '@type'?: unknown;
  '@graph'?: unknown;
  mainEntity?: unknown;
  author?: unknown;
  headline?: unknown;
  name?: unknown;
  text?: unknown;
  articleBody?: unknown;
  dateCreated?: unknown;
  datePublished?: unknown;
  upvoteCount?: unknown;
  url?: unknown;
  comment?: unknown;
  acceptedAnswer?: unknown;
  suggestedAnswer?: unknown;
}

const POSTING = /(?:DiscussionForumPosting|SocialMediaPosting|Question|Article|BlogPosting)$/;
const ANSWERS = ['comment', 'acceptedAnswer', 'suggestedAnswer'] as const;
/** More than any page holds; what nests deeper or counts more is not read. */
const MAX_THINGS = 20_000;

/**
 * The discussion that a page declares in JSON-LD, written as microdata, so that both are read alike; `null` where it declares none with
 * comments in it. Its elements are apart from the page's.
 */
export function linkedData(document: Document): Document | null {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const posting = postingIn(dataIn(script.textContent ?? ''));
    if (posting) return asMicrodata(document, posting);
  }
  return null;
}

function dataIn(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null; // a page may write anything there
  }
}

function postingIn(data: unknown): Thing | null {
  const open: unknown[] = [data];
  for (let looked = 0; open.length > 0 && looked < MAX_THINGS; looked++) {
    const thing = open.pop();
    if (Array.isArray(thing)) open.push(...thing.slice(0, MAX_THINGS));
    if (!isThing(thing)) continue;
    if (POSTING.test(String(thing['@type'])) && answersOf(thing).length > 1) return thing;
    open.push(thing['@graph'], thing.mainEntity);
  }
  return null;
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function answersOf(thing: Thing): Thing[] {
  return ANSWERS.flatMap((name) => thing[name]).filter(isThing);
}

function asMicrodata(document: Document, posting: Thing): Document {
  const page = document.implementation.createHTMLDocument(textOfValue(posting.headline) || textOfValue(posting.name));
  const open: { thing: Thing; into: Element; type: string }[] = [{ thing: posting, into: page.body, type: 'DiscussionForumPosting' }];
  for (let written = 0; open.length > 0 && written < MAX_THINGS; written++) {
    const { thing, into, type } = open.pop() as (typeof open)[number];
    const post = into.appendChild(page.createElement('article'));
    post.setAttribute('itemtype', `https://schema.org/${type}`);
    const url = textOfValue(thing.url) || textOfValue(thing['@id']);
    post.id = url.split('#')[1] || url || `post-${written + 1}`;
    const add = (name: string, value: string) => {
      if (!value) return;
      const element = post.appendChild(page.createElement('div'));
      element.setAttribute('itemprop', name);
      element.append(value);
    };
    add('author', isThing(thing.author) ? textOfValue(thing.author.name) : textOfValue(thing.author));
    add('dateCreated', textOfValue(thing.dateCreated) || textOfValue(thing.datePublished));
    add('upvoteCount', textOfValue(thing.upvoteCount));
    add('text', wordsOf(document, textOfValue(thing.text) || textOfValue(thing.articleBody)));
    // The last pushed is written first.
    for (const answer of answersOf(thing).reverse()) open.push({ thing: answer, into: post, type: 'Comment' });
  }
  return page;
}

function textOfValue(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** Some write the words with their markup. */
function wordsOf(document: Document, text: string): string {
  return /<[a-z/!]/i.test(text) ? (inertDocument(document, text).body.textContent ?? '') : text;
}
