/** The names of months, units of time and days, as the platform's own `Intl` writes them. */

export type Unit = 'year' | 'month' | 'week' | 'day' | 'hour' | 'minute' | 'second';
const UNITS: Unit[] = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'];

export interface Words {
  months: Map<string, number>;
  units: Map<string, Unit>;
  days: [string, number][];
}
const known = new Map<string, Words>();

/** The languages tried where the page's own does not explain a time; where two of them share a word, the first counts. */
export const TONGUES = 'en de fr es it nl pt pl ru sv da nb fi cs hu ro tr uk el zh ja ko'.split(' ');

/** The words of some languages, kept under a key. */
export function timeWords(key: string, languages: readonly string[]): Words {
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
