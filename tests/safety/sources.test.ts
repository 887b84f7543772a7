// @vitest-environment node
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from 'scslre';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const sources = ['utils', 'components', 'entrypoints']
  .flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root }))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
/** What runs in the browser, on words that a page chose. */
const shipped = sources.filter(({ file }) => !/^utils\/(?:commands|stance\/training)\//.test(file));

describe('the sources', () => {
  test.each([
    [
      'make markup out of text',
      /\b(?:innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe|dangerouslySetInnerHTML)\b|\bdocument\.write/,
    ],
    ['make code out of text', /\beval\(|new Function\(|\bsetTimeout\(\s*['"`]|\bsetInterval\(\s*['"`]|javascript:(?!\|)/],
    ['let pages load what is in the package', /web_accessible_resources/],
    ['hear messages of others', /onMessageExternal|onConnectExternal|externally_connectable/],
    ['hear what pages post to themselves', /addEventListener\(\s*['"]message['"]|\bonmessage\b|@webext-core\/messaging\/page/],
  ])('never %s', (_what, forbidden) => {
    const config = { file: 'wxt.config.ts', text: readFileSync(join(root, 'wxt.config.ts'), 'utf8') };
    const found = [...shipped, config].filter(({ text }) => forbidden.test(withoutComments(text))).map(({ file }) => file);
    // Where such words are looked for in somebody else's, and where a worker of ours is heard, which no page can speak to.
    const allowed = ['utils/export/formats/markdown.ts', 'utils/stance/encoder/wire.ts'];
    expect(found.filter((file) => !allowed.includes(file))).toEqual([]);
  });

  test('turn markup of a page into markup of ours in one place alone', () => {
    const users = shipped.filter(({ text }) => /from 'dompurify'/.test(text)).map(({ file }) => file);
    expect(users).toEqual(['utils/page/sanitize.ts']);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

/** Expressions whose time grows faster than their text, on texts that were cut before: which, and how they are cut. */
const CUT: Record<string, string> = {
  "((?:\\p{Lu}[\\p{L}.'’-]*\\s?){1,4}|[\\w.-]+)\\s*$": 'the line that names who is quoted: 200 characters',
  '^\\s*(\\S{4,})\\s?(?:…|\\.\\.\\.)\\s?(\\S*)\\s*$': 'the words of a link: 200 characters',
  ':\\s*(\\S.*?)\\s*\\([^()]*\\d[^()]*\\)\\s*$': 'the line above a topic: 300 characters',
};

describe('no regular expression', () => {
  const expressions = shipped.flatMap(({ file, text }) => expressionsIn(file, text).map((expression) => ({ file, ...expression })));

  test('is overlooked', () => expect(expressions.length).toBeGreaterThan(150));

  test('takes more time than its text is long, by backtracking', () => {
    const slow = expressions.flatMap(({ file, source, flags }) => {
      // What merely may begin anywhere ("Move") is told by the tests with long texts, since it depends on how long these can be.
      const { reports } = analyse({ source, flags }, { reportTypes: { Move: false } });
      return reports.length > 0 && !(source in CUT) ? [`${file}: /${source}/${flags}`] : [];
    });
    expect(slow).toEqual([]);
  });

  test('is catastrophic, however short its text', () => {
    const catastrophic = expressions.filter(({ source, flags }) =>
      analyse({ source, flags }).reports.some(({ exponential }) => exponential),
    );
    expect(catastrophic).toEqual([]);
  });
});

interface Expression {
  source: string;
  flags: string;
}

/** The regular expressions that stand in a file, as its syntax tree has them. */
function expressionsIn(file: string, text: string): Expression[] {
  const found: Expression[] = [];
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { regex } = node as { regex?: { pattern: string; flags: string } };
    if (regex) found.push({ source: regex.pattern, flags: regex.flags });
    else for (const inner of Object.values(node)) look(inner);
  };
  look(parseSync(file, text).program);
  return found;
}
