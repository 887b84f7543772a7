import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, it } from 'vitest';

const FOLDER = join(import.meta.dirname, '../../../utils/texts/locales');
const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** The texts of a language by name: `sides.may.support.one`. */
async function textsOf(language: string): Promise<Map<string, string>> {
  const messages = await parseMessagesFile(join(FOLDER, `${language}.yml`));
  const own = messages.filter(({ key }) => !key[0]?.startsWith('@@'));
  return new Map(own.map((message) => [message.key.join('.'), 'message' in message ? message.message : '']));
}

const english = await textsOf('en');
/** The name of a text that depends on a number, without its form; `null` for others. */
function stemOf(name: string): string | null {
  const [, stem, category] = /^(.*)\.(\w+)$/.exec(name) ?? [];
  return stem && category && CATEGORIES.includes(category) && english.has(`${stem}.other`) && english.has(`${stem}.one`) ? stem : null;
}
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

/** The sentences of a text and their clauses; names of things, which have no verb, may be alike. */
const sentencesOf = (text: string) =>
  text
    .split(/[.;؛]/)
    .map((part) => part.trim().toLowerCase())
    .filter((part) => /\p{L} \p{L}+ \p{L}/u.test(part));

const languages = readdirSync(FOLDER).map((file) => file.replace('.yml', ''));

it('there are texts in five languages', () => {
  expect(languages.sort()).toEqual(['ar', 'de', 'en', 'es', 'fr']);
});

describe.each(languages)('the texts in %s', async (language) => {
  const texts = await textsOf(language);
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;

  it('say what language they are in, and which way it runs', () => {
    expect(texts.get('language')).toBe(language);
    expect(texts.get('direction')).toBe(language === 'ar' ? 'rtl' : 'ltr');
  });

  it('are all there, each with a form for every number, and no others', () => {
    const expected = new Set<string>();
    for (const name of english.keys()) {
      const stem = stemOf(name);
      if (stem) for (const form of forms) expected.add(`${stem}.${form}`);
      else expected.add(name);
    }
    const missing = [...expected].filter((name) => !texts.get(name));
    const surplus = [...texts.keys()].filter((name) => !expected.has(name));
    expect({ missing, surplus }).toEqual({ missing: [], surplus: [] });
  });

  it('fill in the same names as the English ones', () => {
    const wrong: string[] = [];
    for (const [name, text] of texts) {
      const stem = stemOf(name);
      const wanted = placeholders(stem ? `${english.get(`${stem}.one`)} ${english.get(`${stem}.other`)}` : (english.get(name) ?? ''));
      const has = placeholders(text);
      // A form for one or two may leave out the number; nothing else may be left out, and nothing added.
      const mayLack = stem ? ['{count}'] : [];
      if (has.some((one) => !wanted.includes(one)) || wanted.some((one) => !has.includes(one) && !mayLack.includes(one))) wrong.push(name);
    }
    expect(wrong).toEqual([]);
  });

  it('say each sentence about a side, and of an export, once: no other text holds it', () => {
    const own = [...texts].filter(([name]) => /^(export|sides)\./.test(name));
    const said = new Map<string, Set<string>>();
    for (const [name, text] of texts) {
      for (const sentence of sentencesOf(text)) said.set(sentence, (said.get(sentence) ?? new Set()).add(stemOf(name) ?? name));
    }
    const twice = own.flatMap(([, text]) => sentencesOf(text)).filter((sentence) => (said.get(sentence)?.size ?? 0) > 1);
    expect([...new Set(twice)]).toEqual([]);
  });

  it('are translated', () => {
    const alike = [...texts].filter(([name, text]) => english.get(name) === text && /\p{L}+ \p{L}+ \p{L}+/u.test(text));
    expect(language === 'en' ? [] : alike.map(([name]) => name)).toEqual([]);
  });
});
