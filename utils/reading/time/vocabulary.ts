/** The names of months, days and units of time, as the platform's own `Intl` writes them and as forums do besides. */

import { fold } from './fold.ts';
import { AFTER, AROUND, BEFORE, DAYS, MONTHS, UNITS, type Unit } from './moreWords.ts';

const ALL_UNITS: Unit[] = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'];

/** What a language says times with, folded as by `fold`. */
export interface Vocabulary {
  months: ReadonlyMap<string, number>;
  units: ReadonlyMap<string, Unit>;
  /** How many days before today. */
  days: ReadonlyMap<string, number>;
  /** Sunday is 0. */
  weekdays: ReadonlyMap<string, number>;
}

/** The languages tried where the page's own does not explain a time. */
const TONGUES = 'en de fr es it nl pt pl ru sv da nb fi cs sk hu ro tr uk el bg hr sr sl lt lv et ca ar he fa hi th vi id zh ja ko'.split(
  ' ',
);
/** Of them those whose words are not in Latin letters. */
const OTHER_LETTERS = new Set('ru uk el bg sr ar he fa hi th zh ja ko'.split(' '));

const known = new Map<string, Vocabulary>();

/** What explains a text in a language, in the order in which it is to be asked: the language with English, then all that are written with such letters. */
export function* vocabularies(language: string, text: string): Generator<Vocabulary> {
  yield cached(language, () => firstOf([language, 'en'].map(wordsOf)));
  const isLatin = /[a-z]/.test(text.replace(/[ap]m\b/g, ''));
  const isOther = /[^\p{Script=Latin}\P{L}]/u.test(text);
  if (isLatin) yield cached('*latin', () => agreeing(TONGUES.filter((one) => !OTHER_LETTERS.has(one)).map(wordsOf)));
  if (isOther) yield cached('*other', () => agreeing([...OTHER_LETTERS].map(wordsOf)));
}

function cached(key: string, make: () => Vocabulary): Vocabulary {
  const before = known.get(key);
  if (before) return before;
  const vocabulary = make();
  known.set(key, vocabulary);
  return vocabulary;
}

const KINDS = ['months', 'units', 'days', 'weekdays'] as const;
type Built = { [Kind in keyof Vocabulary]: Map<string, Vocabulary[Kind] extends ReadonlyMap<string, infer Value> ? Value : never> };
const empty = (): Built => ({ months: new Map(), units: new Map(), days: new Map(), weekdays: new Map() });

/** Where languages differ about a word, the first counts. */
function firstOf(all: readonly Vocabulary[]): Vocabulary {
  const merged = empty();
  for (const kind of KINDS)
    for (const vocabulary of all)
      for (const [word, value] of vocabulary[kind]) {
        const into = merged[kind] as Map<string, unknown>;
        if (!into.has(word)) into.set(word, value);
      }
  return merged;
}

/** Where languages differ about a word, it says nothing. */
function agreeing(all: readonly Vocabulary[]): Vocabulary {
  const merged = empty();
  for (const kind of KINDS) {
    const into = merged[kind] as Map<string, unknown>;
    const disputed = new Set<string>();
    for (const vocabulary of all)
      for (const [word, value] of vocabulary[kind]) {
        if (into.has(word) && into.get(word) !== value) disputed.add(word);
        into.set(word, value);
      }
    for (const word of disputed) into.delete(word);
  }
  return merged;
}

function wordsOf(language: string): Vocabulary {
  const base = language.split('-')[0] ?? language;
  return cached(`=${language}`, () => {
    const vocabulary = empty();
    addMonths(vocabulary.months, language, base);
    addUnits(vocabulary.units, language, base);
    const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
    for (const back of [0, 1, 2, 3]) {
      const name = fold(relative.format(-back, 'day'));
      const more = DAYS[base]?.[back]?.split('|').map(fold) ?? [];
      for (const word of /\d/.test(name) ? more : [name, ...more]) vocabulary.days.set(word, back);
    }
    for (const weekday of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' });
      // The 7th of January 2024 was a Sunday.
      for (let day = 0; day < 7; day++) vocabulary.weekdays.set(fold(format.format(Date.UTC(2024, 0, 7 + day))).replace(/\.$/, ''), day);
    }
    return vocabulary;
  });
}

function addMonths(months: Map<string, number>, language: string, base: string): void {
  for (const month of ['long', 'short'] as const) {
    for (const day of [undefined, 'numeric'] as const) {
      const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, { month, day, timeZone: 'UTC' });
      for (let index = 0; index < 12; index++) {
        const name = format.formatToParts(Date.UTC(2024, index, 15)).find(({ type }) => type === 'month')?.value;
        const word = fold(name ?? '').replace(/\.$/, '');
        if (word && !/\d/.test(word) && !months.has(word)) months.set(word, index + 1);
      }
    }
  }
  for (const list of [MONTHS['*'], MONTHS[base]])
    for (const entry of list?.split(' ') ?? []) {
      const [word = '', number] = entry.split(':');
      months.set(fold(word), Number(number));
    }
  // Many shorten to three letters, where that is one month's alone.
  const short = new Map<string, Set<number>>();
  for (const [word, number] of months) short.set(word.slice(0, 3), (short.get(word.slice(0, 3)) ?? new Set()).add(number));
  for (const [word, [number, ...others]] of short) if (number && others.length === 0 && !months.has(word)) months.set(word, number);
}

const MARKERS = new Set([...BEFORE, ...AROUND, ...AFTER, 'il', 'y', 'a'].map(fold));

function addUnits(units: Map<string, Unit>, language: string, base: string): void {
  for (const style of ['long', 'short'] as const) {
    const relative = new Intl.RelativeTimeFormat(language, { style });
    for (const unit of ALL_UNITS)
      for (const count of [1, 2, 5, 11])
        for (const { type, value } of relative.formatToParts(-count, unit))
          if (type === 'literal')
            for (const word of fold(value).match(/[\p{L}\p{M}]+/gu) ?? [])
              if (!MARKERS.has(word) && !units.has(word)) units.set(word, unit);
  }
  for (const unit of ALL_UNITS) for (const word of fold(UNITS[base]?.[unit] ?? '').split(' ')) if (word) units.set(word, unit);
}
