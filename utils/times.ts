/**
 * Times in the forms forums print them, as ISO 8601.
 *
 * What names a zone becomes UTC; what names none stays without one; what is relative ("6 years ago") is only as exact as it says
 * ("2020"), so that reading a page again a moment later gives the same.
 */

type Unit = 'year' | 'month' | 'week' | 'day' | 'hour' | 'minute' | 'second';
const UNITS: Unit[] = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'];
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

/** Which of day and month comes first where both are figures. */
type Order = 'day' | 'month';

/**
 * A time a page prints, in the page's language (`en` where unknown), as ISO 8601; `null` if it cannot be understood. `now` is when the page
 * was read. `order` is known where other times of the page have shown it; else the language decides.
 */
export function readTime(text: string | null | undefined, language: string, now: Date, order?: Order): string | null {
  const trimmed = westernDigits((text ?? '').slice(0, 1000).replace(/\s+/g, ' ').trim().slice(0, 300));
  if (!trimmed) return null;
  return fromEpoch(trimmed) ?? fromIso(trimmed) ?? fromWords(trimmed.toLowerCase(), language, now, order);
}

/** The times of one page: a day after the twelfth in one of them tells how to read them all. */
export function readTimes(texts: readonly (string | null)[], language: string, now: Date): (string | null)[] {
  const orders = new Set(texts.map(orderShown).filter((order) => order !== null));
  const [order] = orders.size === 1 ? orders : [];
  return texts.map((text) => readTime(text, language, now, order));
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
  for (const words of [wordsOf(language, [language, 'en']), wordsOf('*', TONGUES)]) {
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
  const clock = /(?:^|\D)(\d{1,2})[:.h](\d\d)(?:[:.](\d\d))?\s?(a\.?m|p\.?m|上午|下午)?(?![\d.])/.exec(date.clock ?? rest);
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

interface FoundDate {
  iso: string;
  /** The part of the text that was the date, so that the time of day is looked for in the rest. */
  source: string;
  /** The time of day where it stands inside the date. */
  clock?: string;
}

const NUMERIC_DATE = /(\d{1,2})([-/.])(\d{1,2})(?:\2|\.?,? )(\d{4}|\d\d)(?![\d:])/;

/** "3 February 2024", "Feb 3, 2024", "Feb 3 '24", "Sat Feb 03, 2024", "Mon Feb 27 01:58:11 PST 2012". */
function namedDate(text: string, words: Words): FoundDate | null {
  const unix = /(\p{L}{3})\s(\d{1,2})\s(\d\d:\d\d:\d\d)(?:\s[a-z]{3,4}|\s[+-]\d{4})?\s(\d{4})\b/u.exec(text);
  const unixMonth = unix && words.months.get(unix[1] ?? '');
  if (unix && unixMonth) {
    const date = found(unix[4] ?? '', Number(unix[4]), unixMonth, Number(unix[2]));
    return date && { ...date, clock: unix[3] ?? '' };
  }
  const match =
    /(\d{1,2})(?:st|nd|rd|th|\.|º|er)?[\s,/-]+(?:de |of )?(\p{L}{3,})\.?,?[\s/-]+(?:de )?['’]?(\d{4}|\d\d)(?![\d:])/u.exec(text) ??
    swapped(/(\p{L}{3,})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s-]+['’]?(\d{4}|\d\d)(?![\d:])/u.exec(text));
  const month = match && words.months.get(match[2] ?? '');
  if (!match || !month) return null;
  return found(match[0], Number(match[3]), month, Number(match[1]));
}

function swapped(match: RegExpExecArray | null): RegExpExecArray | null {
  if (match) [match[1], match[2]] = [match[2] ?? '', match[1] ?? ''];
  return match;
}

/** "Today at 14:02", "gestern, 09:10". */
function relativeDay(text: string, words: Words, now: Date): FoundDate | null {
  for (const [word, days] of words.days) {
    if (text.includes(word)) return { iso: shifted(now, days, 'day'), source: word };
  }
  return null;
}

/** "03/02/2024", "3.2.24", "2024/2/3", "2024年2月3日": a leading year decides; a dot means day first, else `order` does. */
function numericDate(text: string, order: Order): FoundDate | null {
  const leading = /(\d{4})[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})日?/.exec(text);
  if (leading) return found(leading[0], Number(leading[1]), Number(leading[2]), Number(leading[3]));
  const match = NUMERIC_DATE.exec(text);
  if (!match) return null;
  const [first, second] = [Number(match[1]), Number(match[3])];
  const monthFirst = second > 12 || (first <= 12 && match[2] !== '.' && order === 'month');
  return found(match[0], Number(match[4]), monthFirst ? first : second, monthFirst ? second : first);
}

const orderByLanguage = new Map<string, Order>();

function orderOf(language: string): Order {
  const known = orderByLanguage.get(language);
  if (known) return known;
  const parts = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'numeric', day: 'numeric' }).formatToParts(0);
  const order = parts.findIndex(({ type }) => type === 'month') < parts.findIndex(({ type }) => type === 'day') ? 'month' : 'day';
  orderByLanguage.set(language, order);
  return order;
}

function found(source: string, year: number, month: number, day: number): FoundDate | null {
  const full = year < 100 ? year + (year < 70 ? 2000 : 1900) : year;
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  if (full >= 1300 && full < 1500) return fromPersian(source, full, month, day);
  return { iso: `${full}-${pad(month)}-${pad(day)}`, source };
}

const persian = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' });

/** A day of the Persian calendar, in which Iran's forums date: its year begins in March of the year 621 years later. */
function fromPersian(source: string, year: number, month: number, day: number): FoundDate | null {
  const wanted = `${month}/${day}/${year}`;
  const about = Date.UTC(year + 621, 2, 20) + ((month - 1) * 30.4 + day - 1) * 86_400e3;
  for (let off = -4; off <= 4; off++) {
    const date = new Date(about + off * 86_400e3);
    if (persian.format(date).startsWith(wanted)) return { iso: date.toISOString().slice(0, 10), source };
  }
  return null;
}

/** Persian and Arabic figures as the ones that numbers are read from. */
function westernDigits(text: string): string {
  return text.replace(/[۰-۹٠-٩]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

interface Words {
  months: Map<string, number>;
  units: Map<string, Unit>;
  days: [string, number][];
}
const known = new Map<string, Words>();

/** The languages tried where the page's own does not explain a time; where two of them share a word, the first counts. */
const TONGUES = 'en de fr es it nl pt pl ru sv da nb fi cs hu ro tr uk el zh ja ko'.split(' ');

/** The names of months, units and days in some languages, as the platform's own `Intl` writes them. */
function wordsOf(key: string, languages: readonly string[]): Words {
  const before = known.get(key);
  if (before) return before;
  const words: Words = { months: new Map(), units: new Map(), days: [] };
  for (const language of new Set(languages)) addWords(words, language);
  known.set(key, words);
  return words;
}

function addWords({ months, units, days }: Words, language: string): void {
  for (const month of ['long', 'short'] as const) {
    for (const day of [undefined, 'numeric'] as const) {
      const format = new Intl.DateTimeFormat(language, { month, day, timeZone: 'UTC' });
      for (let index = 0; index < 12; index++) {
        const parts = format.formatToParts(Date.UTC(2024, index, 15));
        const name =
          parts
            .find(({ type }) => type === 'month')
            ?.value.toLowerCase()
            .replace(/\.$/, '') ?? '';
        for (const form of [name, name.slice(0, 3)]) if (!months.has(form)) months.set(form, index + 1);
      }
    }
  }
  const relative = new Intl.RelativeTimeFormat(language);
  for (const unit of UNITS) {
    for (const count of [1, 2, 5]) {
      const name = /\p{L}{2,}(?=\P{L}*$)|\p{L}{2,}/gu;
      const text = relative.format(-count, unit).toLowerCase();
      for (const word of text.match(name) ?? []) if (!FILLERS.has(word) && !units.has(word)) units.set(word, unit);
    }
  }
  const named = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  for (const back of [0, 1]) days.push([named.format(-back, 'day').toLowerCase(), back]);
}

/** Words of "… ago" that are no unit. */
const FILLERS = new Set([
  'ago',
  'vor',
  'hace',
  'il',
  'fa',
  'geleden',
  'há',
  'atrás',
  'siden',
  'sedan',
  'för',
  'for',
  'temu',
  'назад',
  'önce',
]);
