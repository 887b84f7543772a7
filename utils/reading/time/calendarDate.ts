import type { Words } from './vocabulary.ts';

/** Which of day and month comes first where both are figures. */
export type Order = 'day' | 'month';

/** A date in the forms that forums print dates of the calendar in. */
export interface FoundDate {
  iso: string;
  /** The part of the text that was the date, so that the time of day is looked for in the rest. */
  source: string;
  /** The time of day where it stands inside the date. */
  clock?: string;
}

export const NUMERIC_DATE = /(\d{1,2})([-/.])(\d{1,2})(?:\2|\.?,? )(\d{4}|\d\d)(?![\d:])/;

/** "3 February 2024", "Feb 3, 2024", "Feb 3 '24", "Sat Feb 03, 2024", "Mon Feb 27 01:58:11 PST 2012". */
export function namedDate(text: string, words: Words): FoundDate | null {
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

/** "03/02/2024", "3.2.24", "2024/2/3", "2024年2月3日": a leading year decides; a dot means day first, else `order` does. */
export function numericDate(text: string, order: Order): FoundDate | null {
  const leading = /(\d{4})[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})日?/.exec(text);
  if (leading) return found(leading[0], Number(leading[1]), Number(leading[2]), Number(leading[3]));
  const match = NUMERIC_DATE.exec(text);
  if (!match) return null;
  const [first, second] = [Number(match[1]), Number(match[3])];
  const monthFirst = second > 12 || (first <= 12 && match[2] !== '.' && order === 'month');
  return found(match[0], Number(match[4]), monthFirst ? first : second, monthFirst ? second : first);
}

const orderByLanguage = new Map<string, Order>();

export function orderOf(language: string): Order {
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

export function pad(value: number): string {
  return String(value).padStart(2, '0');
}
