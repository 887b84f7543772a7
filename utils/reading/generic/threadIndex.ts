import type { Comment, Reading } from '../../thread/index.ts';
import { webAddress, withoutFragment, withoutVisit } from '../../webUrl.ts';
import { titleOf } from '../dom.ts';
import { pageAddress } from '../pageAddress.ts';
import { digits, lineOf } from '../platformHelpers.ts';
import { languageOf } from '../read.ts';
import { readTime } from '../time/parseTime.ts';

/** As few answers as tell that a list shows who answered whom. */
const FEW = 3;
const NAME = 'i, em, cite, [class*="author" i], [class*="name" i]';
const TIME = 'time, tt, small, [class*="date" i], [class*="time" i]';

interface Entry {
  element: Element;
  link: Element;
  subject: string;
}

/**
 * An archive's list of messages by thread, as list programs for mail write it: who answered whom, the words on a page each. What tells it
 * from any other list in a list is that those below an entry bear its subject; `null` where they do not.
 */
export function readIndex(document: Document, url: string, now: Date): Reading | null {
  const entries = entriesOn(document);
  const below = [...entries.values()].filter((entry) => above(entry, entries));
  const answers = below.filter((entry) => above(entry, entries)?.subject === entry.subject);
  if (answers.length < FEW || answers.length < 0.7 * below.length) return null;
  const own = ownOf(document, entries);
  const ids = new Map<Element, string>();
  const elements = new Map<string, Element>();
  const comments: Comment[] = [];
  for (const entry of entries.values()) {
    const { element, link } = entry;
    const author = lineOf(own.names.get(element)).replace(/\s+/g, ' ').trim();
    const href = link.getAttribute('href') ?? '';
    const id = digits(href.split('#')[0]) ?? href;
    if (!author || elements.has(id)) continue;
    const around = above(entry, entries)?.element;
    ids.set(element, id);
    elements.set(id, own.names.get(element) ?? element);
    const time = own.times.get(element);
    comments.push({
      id,
      parent: (around && ids.get(around)) ?? null,
      author,
      text: '',
      quotes: [],
      time: time ? readTime(time.getAttribute('datetime') ?? lineOf(time), languageOf(document), now) : null,
      score: null,
      permalink: webAddress(href, url),
      deleted: false,
    });
  }
  if (comments.length < FEW + 1) return null;
  const address = withoutVisit(withoutFragment(pageAddress(document, url)));
  const title = lineOf(document.querySelector('h1')).trim() || titleOf(document);
  return { thread: { platform: 'generic', url: address, title, opening: null, comments, total: null, unreadable: 0 }, elements };
}

/** The items of lists by their elements, each with its first link; what a nested item holds is that one's. */
function entriesOn(document: Document): Map<Element, Entry> {
  const entries = new Map<Element, Entry>();
  for (const link of document.querySelectorAll('li a[href]:not([href^="#"])')) {
    const element = link.closest('li');
    const subject = lineOf(link)
      .replace(/\s+/g, ' ')
      .replace(/^(?:\s*(?:re|aw|sv|antw|fwd?|res)\s?(?:\[\d+\])?:)+/i, '')
      .trim()
      .toLowerCase();
    if (element && !entries.has(element) && subject.length > 2) entries.set(element, { element, link, subject });
  }
  return entries;
}

function above({ element }: Entry, entries: ReadonlyMap<Element, Entry>): Entry | undefined {
  const around = element.parentElement?.closest('li');
  return around ? entries.get(around) : undefined;
}

/** The first name and time after each entry's link. */
function ownOf(document: Document, entries: ReadonlyMap<Element, Entry>) {
  const first = (selector: string) => {
    const found = new Map<Element, Element>();
    for (const one of document.querySelectorAll(selector)) {
      const element = one.closest('li');
      const link = element && entries.get(element)?.link;
      if (element && link && !found.has(element) && !one.contains(link) && !link.contains(one)) found.set(element, one);
    }
    return found;
  };
  return { names: first(NAME), times: first(TIME) };
}
