import { readTime } from '../../time/parseTime.ts';
import { BY, JOINS_START, LABELLED, nameBefore, nameIn, SAID_FIRST, type Stretch, verbAt, withoutJoins } from './nameInLine.ts';

/** What a line says of who wrote and when, in words alone. */
export interface Byline {
  name: Stretch | null;
  time: Stretch | null;
  /** Where it begins, if words stand before it in the same line. */
  start?: number;
  /** Where the words begin that follow it in the same line. */
  end: number;
  /** Whether it says so ("posted by", "wrote"), and does not only put a name beside a time. */
  said: boolean;
}

/** As much of a line as may tell who wrote and when; words follow. */
const HEAD = 140;
/** What stands alone in a line: a name beside a time may be any two things in a longer one. */
const SHORT = 90;
const DATED =
  /\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\b(?:19|20)\d\d\b|\d\s?(?:sec|min|hour|hr|day|week|month|year|stunde|tag|woche|monat|jahr|heure|jour|mois|hora|d[ií]a|mes)|\d:\d\d|\byesterday\b|\btoday\b|\bgestern\b|\bheute\b|\bhier\b|\bayer\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d|\d\.? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d\s?[年月日天时分]/i;

/** Reads a line of a page, `null` where it names nobody and no time. Looks at no more than its head. */
export function bylineOf(line: string, language: string, now: Date): Byline | null {
  const head = line.slice(0, HEAD);
  if (!/\p{L}/u.test(head)) return null;
  return (DATED.test(head) ? withTime(line, head, language, now) : null) ?? nameAlone(line);
}

const SIGNS = /--+|[—–~([]|(?<=[.!?…]) - /g;
/** As long as a signature may be, and as short as what is signed. */
const [LONGEST_SIGNATURE, SIGNED] = [90, 20];

/** A signature at the end of what is said: "… and that is all. — amber, 3 May 2024", "… (amber, 3 May 2024)". */
export function signatureOf(line: string, language: string, now: Date): Byline | null {
  const from = Math.max(SIGNED, line.length - LONGEST_SIGNATURE);
  const tail = line.slice(from);
  if (line.length <= SIGNED || !DATED.test(tail)) return null;
  for (const { 0: sign, index } of tail.matchAll(SIGNS)) {
    const begin = from + index + sign.length;
    const text = line.slice(begin);
    const byline = withTime(text, text, language, now);
    if (!byline?.name || !byline.time || byline.end < text.length) continue;
    const moved = ([start, end]: Stretch): Stretch => [start + begin, end + begin];
    return { name: moved(byline.name), time: moved(byline.time), start: from + index, end: line.length, said: false };
  }
  return null;
}

function withTime(line: string, head: string, language: string, now: Date): Byline | null {
  const time = timeIn(head, language, now);
  if (!time) return null;
  const [before, after] = [line.slice(0, time[0]), line.slice(time[1])];
  const name = nameBefore(before, time[0]);
  if (name) {
    const { rest, closes } = restAfter(line, time[1]);
    // A name beside a time in the middle of a sentence is none.
    if (rest < line.length && !closes) return null;
    return name.said || isSet(before, after, line.length - rest) ? { name: name.stretch, time, end: rest, said: name.said } : null;
  }
  if (
    /[\p{L}\d]/u.test(withoutJoins(before.replace(/^\s*#?\d{1,5}[.):]/, '')).replace(/^(?:posted|written|on|am|le|el|op|den|w dniu)$/i, ''))
  )
    return null;
  return nameAfter(line, time);
}

/** "amber (3 May 2024) …", "amber, 3 May 2024" alone in its line, but not "Since amber came on 3 May 2024 …". */
function isSet(before: string, after: string, rest: number): boolean {
  if (rest === 0) return before.length < SHORT;
  return /[([]\s*$/.test(before) && /^\s*[)\]]/.test(after) ? true : /^\s*[:：–—]\s/.test(after) || /^\s*\n/.test(after);
}

/** Where the words begin: behind what closes the line's head; a few words more, such as "Reply", are of the head. */
function restAfter(line: string, offset: number): { rest: number; closes: boolean } {
  const after = line.slice(offset);
  const joint = /^[\s)\]>]*(?:uhr|ago|her|h)?[\s)\]>]*(?:(?:wrote|said|schrieb)\s*)?[:：,;.–—|-]*\s*/i.exec(after)?.[0] ?? '';
  const rest = after.slice(joint.length).trim();
  const closes = /[:：)\]\n–—]/.test(joint);
  return { rest: rest === '' || (!closes && rest.length < 40) ? line.length : offset + joint.length, closes };
}

function nameAfter(line: string, time: Stretch): Byline | null {
  const after = line.slice(time[1], time[1] + SHORT);
  const joint = JOINS_START.exec(after)?.[0].length ?? 0;
  const text = after.slice(joint);
  const first = SAID_FIRST.exec(text)?.[0].length ?? 0;
  // "…, amber wrote: the words"
  const colon = /[:：](?=\s|$)/.exec(text)?.index ?? -1;
  const head = (colon > 0 ? text.slice(0, colon) : text).split(/[|·•([\n]/)[0] ?? '';
  const verb = verbAt(head);
  const said = first > 0 || verb !== undefined || /\bby\s*$/i.test(after.slice(0, joint));
  const whole = time[1] + after.length >= line.length;
  if (colon < 0 && !whole) return null;
  const name = nameIn(head.slice(first, verb ? -verb : undefined), time[1] + joint + first, said);
  // "[3 May 2024 10:04] amber: the words"
  if (!name || (!said && colon > 0 && !/^\s*[)\]]/.test(after))) return null;
  return { name: name.stretch, time, end: colon > 0 ? time[1] + joint + colon + 1 : line.length, said };
}

/** "amber wrote:", "Posted by amber", "Name: amber", alone in a line. */
function nameAlone(line: string): Byline | null {
  const text = line.trimEnd();
  if (text.length > 60) return null;
  const start = /^\s*(?:#?\d{1,5}[.):]?\s+|[–—-]+\s*)?/.exec(text)?.[0].length ?? 0;
  const own = text.slice(start);
  const by = (LABELLED.exec(own) ?? BY.exec(own))?.[0].length ?? 0;
  const verb = by ? undefined : verbAt(own);
  if (!by && !(verb && /[:：…,]$|\.\.\.$/.test(own))) return null;
  const name = nameIn(own.slice(by, verb ? -verb : undefined), start + by, true);
  return name && { name: name.stretch, time: null, end: line.length, said: true };
}

/** The part of a line that says a time: no word of it can go without the time becoming another one. */
function timeIn(head: string, language: string, now: Date): Stretch | null {
  const words = [...head.matchAll(/\S+/g)].slice(0, 26);
  const read = (from: number, to: number) =>
    readTime(
      words
        .slice(from, to + 1)
        .map(([word]) => word.replace(/^[([<]+|[)\]>,:]+$/g, ''))
        .join(' '),
      language,
      now,
    );
  // The first words that say a time, and as many as make it more exact.
  const starts = words.findIndex(([word]) => DATED.test(word) || /^\W*\d/.test(word));
  if (starts < 0) return null;
  let best: { from: number; to: number; time: string } | null = null;
  for (let from = Math.max(0, starts - 3); from <= Math.min(words.length - 1, starts + 3) && !best; from++) {
    for (let to = from; to < Math.min(words.length, from + 8); to++) {
      const time = read(from, to);
      if (time && (!best || time.length > best.time.length || (time.length === best.time.length && time !== best.time)))
        best = { from, to, time };
    }
  }
  if (!best) return null;
  while (best.from < best.to && read(best.from + 1, best.to) === best.time) best.from += 1;
  // "10:04 am" is the same time as "10:04", and all of it is the time.
  if (/^(?:[ap]\.?m|ago|uhr|utc|gmt)(?![\p{L}\d])/iu.test(words[best.to + 1]?.[0] ?? '')) best.to += 1;
  const [first, last] = [words[best.from], words[best.to]];
  if (!first || !last) return null;
  const open = /^[([<]+/.exec(first[0])?.[0].length ?? 0;
  const close = /[)\]>,:]+$/.exec(last[0])?.[0].length ?? 0;
  return [first.index + open, last.index + last[0].length - close];
}

/** The time in a line that holds nothing else. */
export function timeAlone(line: string, language: string, now: Date): Stretch | null {
  if (line.length > 60 || !DATED.test(line)) return null;
  const time = timeIn(line, language, now);
  if (!time) return null;
  const left = `${withoutJoins(line.slice(0, time[0]))} ${line.slice(time[1]).replace(JOINS_START, '')}`;
  const others = left.replace(/\b(?:posted|written|date|time|datum|fecha|on|at|am|le|el|edited|[ap]m|utc|gmt|ago|uhr)\b/gi, '');
  return /[\p{L}\d]/u.test(others) ? null : time;
}
