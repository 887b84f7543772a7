import { type FoundDate, NUMERIC_DATE, namedDate, numericDate, type Order, orderOf, pad } from './calendarDate.ts';
import { TONGUES, timeWords, type Unit, type Words } from './vocabulary.ts';

/**
 * Times in the forms forums print them, as ISO 8601.
 *
 * What names a zone becomes UTC; what names none stays without one; what is relative ("6 years ago") is only as exact as it says
 * ("2020"), so that reading a page again a moment later gives the same.
 */

const SHORT_UNITS: Record<string, Unit> = {
  y: 'year',
  yr: 'year',
  mo: 'month',
  mon: 'month',
  w: 'week',
  wk: 'week',
  d: 'day',
  h: 'hour',
  hr: 'hour',
  m: 'minute',
  min: 'minute',
  s: 'second',
  sec: 'second',
};

/**
 * A time a page prints, in the page's language (`en` where unknown), as ISO 8601; `null` if it cannot be understood. `now` is when the page
 * was read. `order` is known where other times of the page have shown it; else the language decides.
 */
export function readTime(text: string | null | undefined, language: string, now: Date, order?: Order | undefined): string | null {
  const trimmed = westernDigits((text ?? '').slice(0, 1000).replace(/\s+/g, ' ').trim().slice(0, 300));
  if (!trimmed) return null;
  return fromEpoch(trimmed) ?? fromIso(trimmed) ?? fromWords(trimmed.toLowerCase(), language, now, order);
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
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(\.\d+)?)?\s?(Z|UTC|[+-]\d\d:?\d\d)?)?(?!\d)/.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second = '00', fraction = '', zone] = match;
  if (!hour) return `${year}-${month}-${day}`;
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction.slice(0, 4)}`;
  if (!zone) return valid(local);
  return instant(`${local}${/^[+-]/.test(zone) ? zone.replace(/(\d\d):?(\d\d)$/, '$1:$2') : 'Z'}`);
}

function instant(text: string): string | null {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

function valid(text: string): string | null {
  return Number.isNaN(new Date(text).getTime()) ? null : text;
}

function fromWords(text: string, language: string, now: Date, order?: Order): string | null {
  // Forums often declare no language, or not the one they are written in.
  for (const words of [timeWords(language, [language, 'en']), timeWords('*', TONGUES)]) {
    const read = fromAgo(text, words, now) ?? fromDate(text, words, order ?? orderOf(language), now);
    if (read) return read;
  }
  return null;
}

/** "6 hours ago", "vor 2 Tagen", "3h", "just now". */
function fromAgo(text: string, words: Words, now: Date): string | null {
  if (/^(?:just now|moments? ago|gerade eben|à l’instant)/.test(text)) return shifted(now, 0, 'minute');
  const match =
    /^(?:(?:vor|hace|il y a|há|circa|about|over|almost|edited|posted|för|for|ca|πριν από|prije|przed|před) )*(\d+|an?|one|einem|einer|un|une|una)\s?(\p{L}+)/u.exec(
      text,
    );
  if (!match) return null;
  const unit = words.units.get(match[2] ?? '') ?? SHORT_UNITS[match[2] ?? ''];
  if (!unit) return null;
  return shifted(now, Number.parseInt(match[1] ?? '', 10) || 1, unit);
}

/** A moment so many units before `now`, as exact as the unit is. */
function shifted(now: Date, count: number, unit: Unit): string {
  const date = new Date(now);
  if (unit === 'year') date.setUTCFullYear(date.getUTCFullYear() - count);
  else if (unit === 'month') date.setUTCMonth(date.getUTCMonth() - count);
  else date.setTime(date.getTime() - count * { week: 604800e3, day: 86400e3, hour: 3600e3, minute: 60e3, second: 1e3 }[unit]);
  const iso = date.toISOString();
  if (unit === 'year') return iso.slice(0, 4);
  if (unit === 'month') return iso.slice(0, 7);
  if (unit === 'week' || unit === 'day') return iso.slice(0, 10);
  return unit === 'hour' ? `${iso.slice(0, 13)}:00Z` : `${iso.slice(0, 16)}Z`;
}

/** A date in words or figures, with or without a time of day. */
function fromDate(text: string, words: Words, order: Order, now: Date): string | null {
  const date = namedDate(text, words) ?? numericDate(text, order) ?? relativeDay(text, words, now);
  if (!date) return null;
  const rest = text.replace(date.source, ' ');
  const clock = /(?:^|\D)(\d{1,2})[:.h](\d\d)(?:[:.](\d\d))?\s?(a\.?m\.?|p\.?m\.?|上午|下午)?(?!\.?\d)/.exec(date.clock ?? rest);
  if (!clock) return date.iso;
  let hour = Number(clock[1]) % 24;
  if (/^(?:p|下)/.test(clock[4] ?? '') && hour < 12) hour += 12;
  if (/^(?:a|上)/.test(clock[4] ?? '') && hour === 12) hour = 0;
  const local = `${date.iso}T${pad(hour)}:${clock[2]}:${clock[3] ?? '00'}`;
  const zone = zoneIn(rest);
  return zone ? instant(local + zone) : valid(local);
}

const ZONES: Record<string, string> = {
  gmt: 'Z',
  utc: 'Z',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
  cet: '+01:00',
  cest: '+02:00',
};

/** "… 06:58:35 -0500", "… 01:58:11 pst 2012": a zone after a time of day. */
function zoneIn(text: string): string | null {
  const [, offset, name = ''] = /\d:\d\d(?::\d\d)?\s*(?:[ap]m\s*)?(?:(?:gmt|utc)?([+-]\d\d:?\d\d)\b|\(?([a-z]{3,4})\b)/.exec(text) ?? [];
  return offset ? offset.replace(/(\d\d):?(\d\d)$/, '$1:$2') : (ZONES[name] ?? null);
}

/** "Today at 14:02", "gestern, 09:10". */
function relativeDay(text: string, words: Words, now: Date): FoundDate | null {
  for (const [word, days] of words.days) {
    if (text.includes(word)) return { iso: shifted(now, days, 'day'), source: word };
  }
  return null;
}

/** Persian and Arabic figures as the ones that numbers are read from. */
function westernDigits(text: string): string {
  return text.replace(/[۰-۹٠-٩]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}
