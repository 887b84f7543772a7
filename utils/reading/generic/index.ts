import type { Comment, Reading } from '../../thread/thread.ts';
import { withoutFragment, withoutVisit } from '../../webUrl.ts';
import { bodyOf, titleOf } from '../dom.ts';
import { readWords } from '../engine/visibleText.ts';
import { pageAddress } from '../pageAddress.ts';
import { lineOf } from '../platformHelpers.ts';
import { languageOf, read } from '../read.ts';
import { readTimes } from '../time/parseTime.ts';
import { type Block, findBlocks } from './blocks.ts';
import { linkParents } from './depth.ts';
import { linkedData } from './jsonLd.ts';
import { MICRODATA } from './microdata.ts';
import { areReviews, isDiscussion, isList } from './notDiscussion.ts';

/**
 * Reads a discussion on a page that no platform knows: what the page declares in schema.org's words, else its own repetition, blocks that
 * look alike and each hold a name, a time and somebody's words. `null` where it finds none: indexes, lists of news, reviews, forms.
 * Takes time in proportion to the page and never throws. Only used where the reader asked for the page.
 */
export function readGeneric(document: Document, url: string, now: Date): Reading | null {
  if (!bodyOf(document)) return null;
  const repeated = readBlocks(document, url, now);
  const declared = document.querySelector(MICRODATA.marker) ? read(MICRODATA, document, url, now) : null;
  const shown = declared && wordsIn(declared) >= 0.7 * wordsIn(repeated) ? declared : repeated;
  // What stands in the page can carry a badge, what is only declared cannot: that comes last.
  const data = linkedData(document);
  const linked = data && read({ ...MICRODATA, title: () => data.title || titleOf(document), source: () => data }, document, url, now);
  return linked && wordsIn(linked) > 2 * wordsIn(shown) ? placed(linked, document) : shown;
}

/** The comments of data, each at the element of the page that has its name, if there is one. */
function placed(reading: Reading, document: Document): Reading {
  const elements = new Map([...reading.elements].map(([id, element]) => [id, document.getElementById(id) ?? element]));
  return { ...reading, elements };
}

function wordsIn(reading: Reading | null): number {
  return (reading?.thread.comments ?? []).reduce((sum, { text }) => sum + text.length, 0);
}

const NOT_WORDS = 'blockquote, .quote, [class*="quote" i], [class*="signature" i], [class*="postedby" i], nav, form, menu, [hidden]';

function readBlocks(document: Document, url: string, now: Date): Reading | null {
  const { sets, names } = findBlocks(document, languageOf(document), now);
  for (const blocks of sets) {
    // What says most tells what the page is: beside a list of threads there is no thread.
    if (isList(blocks, names) || areReviews(blocks)) return null;
    const reading = threadOf(document, blocks, url, now);
    if (reading) return reading;
  }
  return null;
}

function threadOf(document: Document, blocks: readonly Block[], url: string, now: Date): Reading | null {
  const skipped = new Set(document.querySelectorAll(NOT_WORDS));
  for (const { element, author } of blocks) for (const one of author ? [element, author] : [element]) skipped.add(one);
  const times = readTimes(
    blocks.map(({ time }) => time),
    languageOf(document),
    now,
  );
  const elements = new Map<string, Element>();
  const comments = blocks.map((block, at): Comment => {
    const own = idOf(block.element);
    const id = own && !elements.has(own) ? own : `block-${at + 1}`;
    elements.set(id, block.author?.parentElement ?? block.element);
    return {
      id,
      parent: null,
      author: nameIn(block.author),
      // Where words and time stand in the same element, the time is not the words'.
      text: block.body
        ? readWords(block.body, skipped)
            .replace(block.time ?? '', '')
            .trim()
        : '',
      quotes: quotesIn(block.body),
      time: times[at] ?? null,
      score: null,
      permalink: null,
      deleted: false,
    };
  });
  if (!isDiscussion(comments)) return null;
  const opening = isLaterPage(url) ? null : (comments[0] ?? null);
  linkParents(blocks, comments, opening);
  const heading = document.querySelector('h1')?.textContent?.replace(/\s+/g, ' ').trim();
  const thread = {
    platform: MICRODATA.name,
    url: withoutVisit(withoutFragment(pageAddress(document, url))),
    title: titleOf(document) || heading || '',
    opening,
    comments: comments.filter((comment) => comment !== opening),
    total: null,
    unreadable: 0,
  };
  return { thread, elements };
}

const IDS = ['data-post-id', 'data-comment-id', 'data-pid', 'data-node-id', 'data-message-id', 'data-id', 'thingid'];

/** The id of a block, or what inside it is named like one: `<a name="p123">`, `data-id="123"`. */
function idOf(element: Element): string | null {
  for (const name of IDS) if (element.getAttribute(name)) return element.getAttribute(name);
  if (/\d/.test(element.id)) return element.id;
  const inner = element.querySelector('a[name], [id]');
  const name = inner?.getAttribute('name') ?? inner?.id ?? '';
  return /\d/.test(name) ? name : null;
}

/** "by amber", "amber says:" */
function nameIn(element: Element | null): string | null {
  const text = lineOf(element).replace(/\s+/g, ' ').trim();
  return (
    text
      .replace(/^(?:(?:posted |written |comment )?by|von|par|por)\s+/i, '')
      .replace(/(?:\s+(?:says|said|wrote|writes|sagt|schreibt|schrieb|dit|dice))?\s*[:,|»•·]*$/i, '') || null
  );
}

function quotesIn(body: Element | null): Comment['quotes'] {
  const outer = [...(body?.querySelectorAll('blockquote') ?? [])].filter((quote) => !quote.parentElement?.closest('blockquote'));
  return outer.map((quote) => ({ of: null, text: readWords(quote, new Set()) }));
}

/** The pages after the first do not hold the post the thread began with. */
function isLaterPage(url: string): boolean {
  return /[?&;](?:page|p|pg)=(?:[2-9]|[1-9]\d{1,3})(?!\d)|[?&;](?:start|st|offset)=[1-9]|\/(?:page|p)[-/]?(?:[2-9]|[1-9]\d{1,3})(?!\d)/i.test(
    url,
  );
}
