import type { FoundDate } from './calendarDate.ts';
import { clockIn, type FoundClock } from './clock.ts';
import { pad } from './fold.ts';
import type { Vocabulary } from './vocabulary.ts';

const DAY = 86_400e3;
/** What may stand between a day and its time: "Today at 10:12", "heute um 10:12", "σήμερα στις 10:12". */
const BETWEEN =
  /^(?:[\s,،.:@|·–—-]|(?:at|um|a|as|las|les|alle|pl|plkst|val|den|dne|ore|o|ob|om|ב|kl|klo|в|во|о|у|στις|saat|la|u|v|kello|lúc|luc|pukul|เวลา)(?=[\s.\d-]|$))*$/;
/** What may stand before a day that has no time of day. */
const LEADS = /(?:^|[:»«·•|,(—–-] ?|\b(?:on|posted|edited|am|le|el) )$/;

const alternatives = new WeakMap<ReadonlyMap<string, unknown>, RegExp>();

/** Any of the words as a word of its own; the longest first, so that the day before yesterday is not yesterday. */
function anyOf(words: ReadonlyMap<string, unknown>): RegExp {
  const known = alternatives.get(words);
  if (known) return known;
  // One sign alone, such as the Chinese for "day", is part of too many words.
  const all = [...words.keys()]
    .filter((word) => word.length > 1)
    .sort((one, other) => other.length - one.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  const unspaced = all.filter((word) => /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}\p{Script=Thai}\p{M}]+$/u.test(word));
  const spaced = all.filter((word) => !unspaced.includes(word));
  const pattern = new RegExp(
    `${unspaced.length ? `(?:${unspaced.join('|')})|` : ''}(?<![\\p{L}\\p{M}\\p{N}'-])(?:${spaced.join('|') || '(?!)'})(?![\\p{L}\\p{M}\\p{N}])`,
    'u',
  );
  alternatives.set(words, pattern);
  return pattern;
}

/** In Latin letters, a short word of another language than the page's is too likely a word of that: "Ma 10:12", "Per 10:12", "to 10:12". */
function says(word: string, least: number): boolean {
  return word.length >= least || !/[a-z]/.test(word);
}

/** "Today at 14:02", "gestern, 09:10", "avant-hier": the word must stand before a time of day, or for itself. */
export function relativeDay(text: string, vocabulary: Vocabulary, now: Date, own: boolean): FoundDate | null {
  const match = anyOf(vocabulary.days).exec(text);
  const back = vocabulary.days.get(match?.[0] ?? '');
  if (!match || back === undefined || !(own || says(match[0], 3)) || !stands(text, match)) return null;
  return { iso: new Date(now.getTime() - back * DAY).toISOString().slice(0, 10), source: match[0] };
}

function stands(text: string, match: RegExpExecArray): boolean {
  const rest = text.slice(match.index + match[0].length);
  const clock = clockIn(rest);
  if (clock && BETWEEN.test(before(rest, clock))) return true;
  return LEADS.test(text.slice(0, match.index)) && /^ ?(?:$|[·•|(,،»)])/.test(rest);
}

function before(rest: string, { index }: FoundClock): string {
  // The character before the figures, where there is one, was matched with them.
  return rest.slice(0, index + 1).replace(/\d$/, '');
}

/** "Wednesday at 9:05 AM": the last day of that name before today. */
export function weekday(text: string, vocabulary: Vocabulary, now: Date, own: boolean): FoundDate | null {
  const match = anyOf(vocabulary.weekdays).exec(text);
  const wanted = vocabulary.weekdays.get(match?.[0] ?? '');
  if (!match || wanted === undefined || !(own || says(match[0], 4)) || !LEADS.test(text.slice(0, match.index))) return null;
  const rest = text.slice(match.index + match[0].length);
  const clock = clockIn(rest);
  if (!(clock ? BETWEEN.test(before(rest, clock)) : rest === '' && match[0].length > 4)) return null;
  const back = (now.getUTCDay() - wanted + 7) % 7 || 7;
  return { iso: new Date(now.getTime() - back * DAY).toISOString().slice(0, 10), source: match[0] };
}

const WORD = '([\\p{L}\\p{M}]{3,}(?:\\.[\\p{L}\\p{M}]+)*)';
const LABELS = '(?:(?:posted|edited|on|am|le|el) |[\\p{L}\\p{M}]{2,12}[.,]+ ?)*';
const YEARLESS: readonly [RegExp, number, number][] = [
  [new RegExp(`^${LABELS}(\\d{1,2})(?:st|nd|rd|th|\\.|º|er)?[ -]+(?:de |of |d')?${WORD}\\.?(?=$|[ ,·@|-])`, 'u'), 2, 1],
  [new RegExp(`^${LABELS}${WORD}\\.?[ -]+(\\d{1,2})(?:st|nd|rd|th)?(?=$|[ ,·@|-])`, 'u'), 1, 2],
  [/^(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일](?: ?[(（](\p{L})[)）]|,? ?(\p{L})(?:曜日|요일)|,? ?(?:星期|周|週|礼拜|禮拜)(\p{L}))?/u, 1, 2],
];
/** "11-28 14:05", "11.28. 14:05", as it is written where the month comes first in all dates: without a time of day it may be any other figure. */
const FIGURES = /^(\d{1,2})[-./] ?(\d{1,2})\.?(?= )/;
const MONTH_FIRST = /^(?:zh|ja|ko)\b/;
/** The days of the week in Japanese, Korean and Chinese, from Sunday on. */
const EAST_ASIAN_DAYS = ['日일天', '月월一', '火화二', '水수三', '木목四', '金금五', '土토六'];

/** "Mar 12", "12. März um 10:11", "3月12日(木) 10:11": nothing else may stand there. The last such day before now. */
export function yearless(whole: string, vocabulary: Vocabulary, language: string, now: Date): FoundDate | null {
  const [, first = '', others = ''] = /^([\p{L}\p{M}]+) (.*)$/u.exec(whole) ?? [];
  // A day of the week may stand there without a comma: "Thu 3 Mar".
  const text = vocabulary.weekdays.has(first) ? `${first}, ${others}` : whole;
  const forms = MONTH_FIRST.test(language) ? [...YEARLESS, [FIGURES, 1, 2] as const] : YEARLESS;
  for (const [pattern, month, day] of forms) {
    const match = pattern.exec(text);
    if (!match) continue;
    const number = /^\d+$/.test(match[month] ?? '') ? Number(match[month]) : vocabulary.months.get(match[month] ?? '');
    const rest = text.slice(match[0].length);
    const clock = clockIn(rest);
    if (
      !number ||
      number > 12 ||
      (pattern === FIGURES && clock?.rest !== '') ||
      !(clock ? BETWEEN.test(before(rest, clock)) && clock.rest.length < 8 : rest === '')
    )
      continue;
    const weekdaySaid = dayNamed(match[0], vocabulary) ?? eastAsianDay(match[3] ?? match[4] ?? match[5]);
    for (let year = now.getUTCFullYear(); year > now.getUTCFullYear() - 9; year--) {
      const date = new Date(Date.UTC(year, number - 1, Number(match[day])));
      if (weekdaySaid !== null && date.getUTCDay() !== weekdaySaid) continue;
      const isReal = date.getUTCMonth() === number - 1 && Number(match[day]) > 0;
      if (isReal && date.getTime() <= now.getTime() + DAY)
        return { iso: `${year}-${pad(number)}-${pad(Number(match[day]))}`, source: whole.slice(0, whole.length - rest.length) };
    }
  }
  return null;
}

/** The day of the week that one sign stands for after a date: "11월 28일 (토)", "3月12日星期四". */
function eastAsianDay(sign: string | undefined): number | null {
  const day = EAST_ASIAN_DAYS.findIndex((signs) => sign !== undefined && signs.includes(sign));
  return day < 0 ? null : day;
}

/** The day of the week that stands before a date: "Wed, Mar 12", "Thu 3 Mar". */
function dayNamed(text: string, vocabulary: Vocabulary): number | null {
  const [, name = ''] = /^([\p{L}\p{M}]+)[.,]/u.exec(text) ?? [];
  return vocabulary.weekdays.get(name) ?? null;
}
