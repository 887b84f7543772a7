import { type GeneratedI18nStructure, i18n } from '#i18n';

type Key = keyof GeneratedI18nStructure;
/** The names of texts that depend on a number: those that have a form for "other". */
type Counted = { [Name in Key]: Name extends `${infer Stem}.other` ? Stem : never }[Key];

/** A text in the browser's language, or in English where there is none. Names in braces are filled in: `t('sidebar.by', { author })`. */
export const t = ((key: Key, ...values: unknown[]) => {
  if (values.length > 0) return (i18n.t as (...all: unknown[]) => string)(key, ...values);
  // Asked for again for every one of thousands of badges.
  let text = plain.get(key);
  if (text === undefined) {
    text = i18n.t(key as 'language');
    plain.set(key, text);
  }
  return text;
}) as typeof i18n.t;

const plain = new Map<Key, string>();

// Made where they are first needed: a page waits for all that is made before.
let counts: Intl.NumberFormat | undefined;
let forms: Intl.PluralRules | undefined;

/**
 * A text in the form that goes with a number; `{count}` in it becomes the number as the language writes it.
 * The forms stand below the text's name, one for each plural category that `Intl.PluralRules` knows for the language.
 */
export function tCount(name: Counted, count: number, values: Record<string, string> = {}): string {
  forms ??= new Intl.PluralRules(language());
  return t(`${name}.${forms.select(count)}` as 'language', { count: formatCount(count), ...values } as never);
}

/** The language that the texts are in, which numbers and dates follow. */
export const language = () => t('language');
/** Whether its lines run from left to right or from right to left. */
export const direction = () => t('direction') as 'ltr' | 'rtl';

/** A whole number as the reader's language groups its digits. */
export function formatCount(count: number): string {
  counts ??= new Intl.NumberFormat(language());
  return counts.format(count);
}

/** Says in a page of ours what language its texts are in, for voices, line breaks and the side that lines begin at. */
export function markLanguage(): void {
  document.documentElement.lang = language();
  document.documentElement.dir = direction();
}
