import { pad } from './fold.ts';
import type { Vocabulary } from './vocabulary.ts';

/** In which order the parts of a date stand where all are figures. */
export type Order = 'day' | 'month';

/** A date in the forms that forums print dates of the calendar in. */
export interface FoundDate {
  iso: string;
  /** The part of the text that was the date, so that the time of day is looked for in the rest. */
  source: string;
}

/** A date all in figures that does not begin with its year: "3.2.24", "03/02/2024". */
export const NUMERIC_DATE = /(?<![\d./]|\d-)(\d{1,2})([-/.]) ?(\d{1,2})(?:\2 ?|\.?,? )(\d{4}|\d\d)(?![\d:]|[-/.]\d)/;

const WORD = '([\\p{L}\\p{M}]{2,}(?:\\.[\\p{L}\\p{M}]+)*)';
/** Two figures before a whole year are the day of that: "#5 Mar 12, 2014". */
const YEAR = "'?(\\d{4}|\\d\\d(?!(?:st|nd|rd|th)?[.,]? (?:19|20)\\d\\d))(?![\\d:])";
/** Where the month is a word: which group is the year, the month, the day. */
const NAMED: readonly [RegExp, number, number, number][] = [
  // Mon Feb 27 01:58:11 PST 2012
  [/(\p{L}{3}) (\d{1,2}) \d\d:\d\d:\d\d(?: [a-z]{3,4}| [+-]\d{4})? (\d{4})\b/gu, 3, 1, 2],
  // 2014 m. kovo 12 d., 2014. gada 12. marts
  [new RegExp(`(?<!\\d)(\\d{4}) m\\. ${WORD} (\\d{1,2})(?![\\d:])`, 'gu'), 1, 2, 3],
  [new RegExp(`(?<!\\d)(\\d{4})\\. gada (\\d{1,2})\\. ${WORD}`, 'gu'), 1, 3, 2],
  // 2014. ápr. 5., 2014-Mar-12
  [new RegExp(`(?<!\\d)(\\d{4})\\.?[ /-]+${WORD}\\.?[ /-]+(\\d{1,2})(?![\\d:])`, 'gu'), 1, 2, 3],
  [
    new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|\\.|º|er)?[ ,/-]+(?:de |of |d')?${WORD}\\.?[,،]?[ /-]+(?:de |del )?${YEAR}`, 'gu'),
    3,
    2,
    1,
  ],
  [new RegExp(`${WORD}\\.?[ -]+(\\d{1,2})(?:st|nd|rd|th)?[,،]?[ -]+${YEAR}`, 'gu'), 3, 1, 2],
];
/** 12 tháng 3, 2014 */
const VIETNAMESE = /(\d{1,2}) (?:thang|thg|th)\.? ?(\d{1,2}),? (?:nam )?(\d{4})/;

const HUNGARIAN = new RegExp(`(?<![\\d.])(\\d\\d)\\. ${WORD}\\. (\\d{1,2})\\.`, 'u');

/** "3 February 2024", "Feb 3, 2024", "Feb 3 '24", "Sat Feb 03, 2024", "Mon Feb 27 01:58:11 PST 2012", "2014. ápr. 5.". */
export function namedDate(text: string, vocabulary: Vocabulary, yearFirst: boolean): FoundDate | null {
  // "14. márc. 12.": with a dot after it the last is the day.
  const [hungarian, ...parts] = (yearFirst && HUNGARIAN.exec(text)) || [];
  if (hungarian) return dateOf(hungarian, Number(parts[0]), vocabulary.months.get(parts[1] ?? '') ?? 0, Number(parts[2]));
  const vietnamese = VIETNAMESE.exec(text);
  if (vietnamese) return dateOf(vietnamese[0], Number(vietnamese[3]), Number(vietnamese[2]), Number(vietnamese[1]));
  for (const [pattern, year, month, day] of NAMED) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const number = vocabulary.months.get(match[month] ?? '');
      const date = number && dateOf(match[0], Number(match[year]), number, Number(match[day]));
      if (date) return { ...date, source: match[0].replace(/\d\d:\d\d:\d\d.*/, '') };
      // "by 12 monkeys 14 Mar 2014": what was no date may hold the beginning of one.
      pattern.lastIndex = match.index + 1;
    }
  }
  return null;
}

/** "03/02/2024", "3.2.24", "2024/2/3", "2024年2月3日", "2014년 3월 12일", "10/02/27(土)": a leading year decides, then a weekday beside it; a dot means day first, else `order` does. */
export function numericDate(text: string, vocabulary: Vocabulary, order: Order, yearFirst: boolean, now: Date): FoundDate | null {
  const leading = /(?<!\d)(\d{4}) ?(?:[-/.]|年|년) ?(\d{1,2}) ?(?:[-/.]|月|월) ?(\d{1,2})(?!\d)(?:日|일|\.)?/.exec(text);
  if (leading) return dateOf(leading[0], Number(leading[1]), Number(leading[2]), Number(leading[3]));
  const match = NUMERIC_DATE.exec(text);
  if (!match) return null;
  const [source, first = '', separator, second = '', third = ''] = match;
  const isShort = third.length === 2;
  const dayFirst = dateOf(source, Number(third), Number(second), Number(first));
  const monthFirst = dateOf(source, Number(third), Number(first), Number(second));
  const year = isShort && first.length === 2 ? dateOf(source, Number(first), Number(second), Number(third)) : null;
  const usual = separator !== '.' && order === 'month' ? [monthFirst, dayFirst] : [dayFirst, monthFirst];
  const all = (yearFirst ? [year, ...usual] : [...usual, year]).filter((date) => date !== null);
  const past = all.filter(({ iso }) => Date.parse(iso) < now.getTime() + DAY);
  const weekday = weekdayBeside(text, match.index + source.length, vocabulary);
  if (weekday !== null) return past.find(({ iso }) => new Date(iso).getUTCDay() === weekday) ?? null;
  // Two figures that would be a year to come are none: a version, a score.
  return past[0] ?? (isShort ? null : (all[0] ?? null));
}

const DAY = 86_400e3;

function weekdayBeside(text: string, end: number, vocabulary: Vocabulary): number | null {
  const [, name = ''] = /^ ?\(([\p{L}\p{M}]{1,12})\.?\)/u.exec(text.slice(end, end + 20)) ?? [];
  return vocabulary.weekdays.get(name) ?? SHORTEST.get(name) ?? null;
}

const SHORTEST = new Map([...'日月火水木金土'].map((name, day) => [name, day]));

const orders = new Map<string, { order: Order; yearFirst: boolean }>();

/** How a language writes dates in figures. */
export function orderOf(language: string): { order: Order; yearFirst: boolean } {
  const known = orders.get(language);
  if (known) return known;
  const parts = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'numeric', day: 'numeric' }).formatToParts(0);
  const indexOf = (wanted: string) => parts.findIndex(({ type }) => type === wanted);
  const yearFirst = indexOf('year') < indexOf('month') && indexOf('month') < indexOf('day');
  const found = { order: !yearFirst && indexOf('month') < indexOf('day') ? ('month' as const) : ('day' as const), yearFirst };
  orders.set(language, found);
  return found;
}

/** Thailand counts years from the Buddha's death, 543 before ours. */
const BUDDHIST = 543;

function dateOf(source: string, year: number, month: number, day: number): FoundDate | null {
  let full = year < 100 ? year + (year < 70 ? 2000 : 1900) : year;
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  if (full >= 1300 && full < 1500) return fromPersian(source, full, month, day);
  if (full >= 2480 && full < 2700) full -= BUDDHIST;
  if (full < 1970 || full > 2100) return null;
  // No month has days that it has not.
  if (day > new Date(Date.UTC(full, month, 0)).getUTCDate()) return null;
  return { iso: `${full}-${pad(month)}-${pad(day)}`, source };
}

const PERSIAN: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' };
/** Made where it is needed, since to make it takes longer than to read a page. */
let persian: Intl.DateTimeFormat | undefined;

/** A day of the Persian calendar, in which Iran's forums date: its year begins in March of the year 621 years later. */
function fromPersian(source: string, year: number, month: number, day: number): FoundDate | null {
  persian ??= new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', PERSIAN);
  const wanted = `${month}/${day}/${year}`;
  const about = Date.UTC(year + 621, 2, 20) + ((month - 1) * 30.4 + day - 1) * DAY;
  for (let off = -4; off <= 4; off++) {
    const date = new Date(about + off * DAY);
    if (persian.format(date).startsWith(wanted)) return { iso: date.toISOString().slice(0, 10), source };
  }
  return null;
}
