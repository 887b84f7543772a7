import { fromAgo } from './ago.ts';
import { NUMERIC_DATE, namedDate, numericDate, type Order, orderOf } from './calendarDate.ts';
import { clockIn, zoneIn } from './clock.ts';
import { fold } from './fold.ts';
import { relativeDay, weekday, yearless } from './nearDate.ts';
import { type Vocabulary, vocabularies } from './vocabulary.ts';

/**
 * Times in the forms forums print them, as ISO 8601.
 *
 * What names a zone becomes UTC; what names none stays without one; what is relative ("6 years ago") is only as exact as it says
 * ("2020"), so that reading a page again a moment later gives the same. What is not understood for sure is `null`.
 */

/**
 * A time a page prints, in the page's language (`en` where unknown), as ISO 8601; `null` if it cannot be understood. `now` is when the page
 * was read. `order` is known where other times of the page have shown it; else the language decides.
 */
export function readTime(text: string | null | undefined, language: string, now: Date, order?: Order | undefined): string | null {
  const short = (text ?? '').slice(0, 1000).replace(/\s+/g, ' ').trim().slice(0, 300);
  if (!short) return null;
  const time = fromEpoch(short) ?? fromIso(short) ?? fromWords(fold(short), language, now, order);
  // The beginning of the count of seconds is what programs print of a post whose time they do not know.
  return time && /^(?:1969-12-31|1970-01-01)/.test(time) ? null : time;
}

/** The times of one page: a day after the twelfth in one of them tells how to read them all. */
export function readTimes(texts: readonly (string | null)[], language: string, now: Date): (string | null)[] {
  const order = orderIn(texts);
  return texts.map((text) => readTime(text, language, now, order));
}

/** Whether the times of a page put the day or the month first; nothing where none of them shows it, or not all the same. */
export function orderIn(texts: readonly (string | null)[]): Order | undefined {
  const orders = new Set(texts.map(orderShown).filter((order) => order !== null));
  const [order] = orders.size === 1 ? orders : [];
  return order;
}

function orderShown(text: string | null): Order | null {
  const [, first, , second] = NUMERIC_DATE.exec((text ?? '').slice(0, 120)) ?? [];
  if (Number(first) > 12) return 'day';
  return Number(second) > 12 ? 'month' : null;
}

/** Seconds or milliseconds since 1970, as attributes hold them. */
function fromEpoch(text: string): string | null {
  if (!/^\d{9,13}(\.\d+)?$/.test(text)) return null;
  const value = Number(text);
  return new Date(value < 1e11 ? value * 1000 : value).toISOString();
}

/** ISO 8601 and its near relations: a space for the T, no seconds, `+0200` without colon, `Z` after a space. What follows is ignored. */
function fromIso(text: string): string | null {
  const match =
    /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?\s?(Z|UTC|GMT|[+-]\d\d:?\d\d)?(?!\s?[ap]\.?m)|$)/i.exec(text) ??
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(?:(\d\d)(?:[.,](\d+))?)?(Z|[+-]\d\d:?\d\d)?$/.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second = '00', fraction, zone] = match;
  if (!hour) return valid(`${year}-${month}-${day}`);
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction ? `.${fraction.slice(0, 3)}` : ''}`;
  if (!zone) return valid(local);
  if (!valid(local)) return null;
  return instant(`${local}${/^[+-]/.test(zone) ? zone.replace(/(\d\d):?(\d\d)$/, '$1:$2') : 'Z'}`);
}

function instant(text: string): string | null {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** `null` for what no calendar and no clock shows, such as the 31st of February. */
function valid(text: string): string | null {
  return instant(text.length > 10 ? `${text}Z` : text)?.startsWith(text.slice(0, 10)) ? text : null;
}

/** Forums often declare no language, or not the one they are written in: first comes the declared one. */
function fromWords(text: string, language: string, now: Date, order?: Order): string | null {
  let own = true;
  for (const vocabulary of vocabularies(language, text)) {
    const read = fromAgo(text, vocabulary, now, own) || fromDate(text, vocabulary, language, now, own, order);
    if (read) return read;
    own = false;
  }
  return null;
}

/** A date in words or figures, with or without a time of day. */
function fromDate(text: string, vocabulary: Vocabulary, language: string, now: Date, own: boolean, order?: Order): string | null {
  const usual = orderOf(language);
  const date =
    namedDate(text, vocabulary, usual.yearFirst) ??
    numericDate(text, vocabulary, order ?? usual.order, usual.yearFirst, now) ??
    relativeDay(text, vocabulary, now, own) ??
    weekday(text, vocabulary, now, own) ??
    yearless(text, vocabulary, language, now);
  if (!date) return null;
  const clock = clockIn(text.replace(date.source, ' '));
  if (!clock) return date.iso;
  const local = `${date.iso}T${clock.iso}`;
  const zone = zoneIn(clock.rest) ?? zoneIn(/ \((?:utc|gmt|[a-z]{3,4})\)$/.exec(text)?.[0] ?? '');
  return zone ? instant(local + zone) : valid(local);
}
