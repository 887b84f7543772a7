import { fold, pad } from './fold.ts';
import { AFTER, AROUND, BEFORE, COUNTS, JOINED, NOW, ONE, SINGLE, type Unit } from './moreWords.ts';
import type { Vocabulary } from './vocabulary.ts';

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

const folded = (words: Iterable<string>) => new Set([...words].map(fold));
const before = folded(BEFORE);
const around = folded(AROUND);
const after = folded(AFTER);
const ones = folded(ONE);
const now = folded(NOW);
const counts = new Map(
  Object.entries(COUNTS).flatMap(([names, count]) => names.split(' ').map((word) => [fold(word), Number(count)] as const)),
);
const single = new Map(Object.entries(SINGLE).map(([phrase, value]) => [fold(phrase), value]));

/**
 * "6 hours ago", "vor 2 Tagen", "1 year, 3 months ago", "3h", "just now", in a folded text. A number and a unit alone are a time only if
 * nothing else stands there: "3 min read" is none. `own`: whether the words are those of the page's language.
 */
export function fromAgo(text: string, vocabulary: Vocabulary, moment: Date, own: boolean): string | null {
  const plain = text.replace(/^(?:posted|edited|updated|commented) /, '').replace(/[.!]$/, '');
  if (now.has(plain)) return ago(moment, [[0, 'minute']]);
  const one = single.get(plain.replace(/^منذ /, 'قبل '));
  if (one) return ago(moment, [one]);
  return joined(plain, moment) ?? spaced(text, vocabulary, moment, own);
}

/** "3 小时前", "3년 전", "3 ปีที่แล้ว". */
function joined(text: string, moment: Date): string | null {
  const [, count, rest = ''] = /(?:^|[^\d.,/:-])(\d{1,3}) ?([\p{L}\p{M}. ]+)/u.exec(text) ?? [];
  const [, unit] = JOINED.find(([pattern]) => pattern.test(rest)) ?? [];
  return count && unit && /^[^\s\d]{1,12}? ?(?:以?前|전|ที่แล้ว|ที่ผ่านมา|ก่อน)(?!\p{L})/u.test(rest)
    ? ago(moment, [[Number(count), unit]])
    : null;
}

function spaced(text: string, vocabulary: Vocabulary, moment: Date, own: boolean): string | null {
  const tokens =
    text
      .replace(/\bil y a\b|\bin urma cu\b/, 'ilya')
      .replace(/ in urma$/, ' ago')
      .match(/\d+|un'|[\p{L}\p{M}]+|[^\s\p{L}\p{M}\d]/gu) ?? [];
  let next = 0;
  let marked = false;
  for (; before.has(tokens[next] ?? '') || around.has(tokens[next] ?? ''); next++) marked ||= before.has(tokens[next] ?? '');
  const spans: [number, Unit][] = [];
  for (;;) {
    const count = countOf(tokens[next] ?? '');
    // "20 de minute"
    if (count !== null && tokens[next + 1] === 'de') next += 1;
    const unit = vocabulary.units.get(tokens[next + 1] ?? '') ?? SHORT_UNITS[tokens[next + 1] ?? ''];
    if (count === null || !unit) break;
    spans.push([count, unit]);
    next += tokens[next + 2] === '.' ? 3 : 2;
    if (/^(?:,|and|und|et|y|e|en|och|og|i|и|ו|و)$/.test(tokens[next] ?? '') && /^\d/.test(tokens[next + 1] ?? '')) next += 1;
  }
  if (spans.length === 0) return null;
  // Months in the short forms of some languages, minutes in what their forums print.
  if (vocabulary.units.get('m') === 'month' && tokens.slice(0, next).includes('m')) return null;
  const rest = tokens[next];
  const alone = rest === undefined || /^[·•|(,]$/.test(rest);
  return marked || after.has(rest ?? '') || (own && alone) ? ago(moment, spans) : null;
}

function countOf(token: string): number | null {
  if (/^\d{1,5}$/.test(token)) return Number(token);
  return ones.has(token) ? 1 : (counts.get(token) ?? null);
}

/** A moment so many units before another, as exact as the smallest unit is. */
function ago(moment: Date, spans: readonly (readonly [number, Unit])[]): string {
  const date = new Date(moment);
  for (const [count, unit] of spans) {
    // The day is not told, and the 31st of a shorter month would be another month's.
    if (unit === 'month' || unit === 'year') date.setUTCDate(Math.min(28, date.getUTCDate()));
    if (unit === 'year') date.setUTCFullYear(date.getUTCFullYear() - count);
    else if (unit === 'month') date.setUTCMonth(date.getUTCMonth() - count);
    else date.setTime(date.getTime() - count * { week: 604800e3, day: 86400e3, hour: 3600e3, minute: 60e3, second: 1e3 }[unit]);
  }
  if (!(date.getTime() > 0)) return '';
  const unit = spans.at(-1)?.[1];
  const iso = date.toISOString();
  if (unit === 'year') return String(date.getUTCFullYear());
  if (unit === 'month') return `${date.getUTCFullYear()}-${pad(date.getUTCMonth() + 1)}`;
  if (unit === 'week' || unit === 'day') return iso.slice(0, 10);
  return unit === 'hour' ? `${iso.slice(0, 13)}:00Z` : `${iso.slice(0, 16)}Z`;
}
