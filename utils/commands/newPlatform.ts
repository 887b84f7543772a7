/**
 * `npm run new-platform -- PAGE.html NAME [--url URL]`: begins a platform from a saved page: the selectors as far as the generic reader can
 * tell them, the page with all its words replaced, and their place in the list. What it got wrong is then seen in the thread beside them.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readGeneric } from '../reading/index.ts';
import type { Comment, Reading } from '../thread/index.ts';
import { withoutWords } from './anonymize.ts';
import { openPage } from './openPage.ts';

const FOLDER = join(import.meta.dirname, '../reading/platforms');
const USAGE = 'Usage: npm run new-platform -- PAGE.html NAME [--url URL]; NAME is one lower-case word.';

interface Begun {
  platform: string;
  page: string;
}

/** The platform and its page, as texts of files. Throws a sentence where the page holds no discussion that can be made out. */
export function beginPlatform(file: string, name: string, url?: string): Begun {
  const { document, location } = openPage(file, url).window;
  if (!/^https?:/.test(location.href)) throw new Error('The page does not say where it came from: name its address with --url.');
  const reading = readGeneric(document, location.href, new Date());
  if (!reading || reading.thread.comments.length < 2) throw new Error(`No discussion could be made out in ${file}.`);
  const platform = platformOf(name, location.href, document, reading);
  return { platform, page: `<!doctype html>\n<!-- url: ${location.href} -->\n${withoutWords(document.documentElement)}\n` };
}

function platformOf(name: string, url: string, document: Document, reading: Reading): string {
  const posts = postsOf(document, reading);
  const comment = selectorOf(posts.map(([, post]) => post));
  if (!comment)
    throw new Error('A discussion was made out, but its comments have nothing in common that could select them: begin by hand.');
  const fields = {
    name,
    example: url,
    marker: comment,
    title: 'h1',
    comment,
    id: idOf(posts.map(([, post]) => post)),
    author: fieldOf(posts, ({ author }) => author),
    body: fieldOf(posts, ({ text }) => text),
    time: posts.some(([, post]) => post.querySelector('time[datetime]')) ? 'time@datetime' : null,
  };
  const nested = posts.some(([, one]) => posts.some(([, other]) => one !== other && one.contains(other)));
  const quoted = (value: string) => `'${value.replaceAll("'", "\\'")}'`;
  const lines = Object.entries(fields).map(([field, value]) =>
    value === null ? `  ${field}: '', // could not be told from the page` : `  ${field}: ${quoted(value)},`,
  );
  const opening =
    '  // The post that the thread began with, where the page holds it apart from the comments; `null` where it is the first of them.\n  opening: null,';
  return `import type { Platform } from '../platform.ts';\n\nexport const ${name}: Platform = {\n${lines.join('\n')}\n${opening}\n${nested ? '  nested: true,\n' : ''}};\n`;
}

/** The elements of comments: where an id says it, else as far up from the place of the badge as it holds no other comment. */
function postsOf(document: Document, { thread, elements }: Reading): [Comment, Element][] {
  const holders = new Set(thread.comments.flatMap(({ id }) => elements.get(id) ?? []));
  return thread.comments.flatMap((comment): [Comment, Element][] => {
    const holder = elements.get(comment.id);
    if (!holder) return [];
    let post = document.getElementById(comment.id) ?? holder;
    const alone = (element: Element) => [...holders].every((other) => other === holder || !element.contains(other));
    while (post.parentElement && alone(post.parentElement)) post = post.parentElement;
    return [[comment, post]];
  });
}

/** A tag and classes, or else attributes, that all of the elements have in common. */
function selectorOf(all: readonly Element[]): string | null {
  const [first] = all;
  if (!first) return null;
  const tag = all.every(({ tagName }) => tagName === first.tagName) ? first.tagName.toLowerCase() : '';
  const classes = [...first.classList].filter(
    (name) => /^[a-zA-Z][\w-]*$/.test(name) && all.every(({ classList }) => classList.contains(name)),
  );
  if (classes.length > 0)
    return (
      tag +
      classes
        .slice(0, 2)
        .map((name) => `.${name}`)
        .join('')
    );
  const attribute = first
    .getAttributeNames()
    .find((name) => name.startsWith('data-') && all.every((element) => element.hasAttribute(name)));
  return attribute ? `${tag}[${attribute}]` : tag || null;
}

/** The attribute of which every element has a value of its own. */
function idOf(all: readonly Element[]): string {
  const names = ['id', ...(all[0]?.getAttributeNames() ?? []).filter((name) => name.startsWith('data-'))];
  const own = names.find((name) => new Set(all.map((element) => element.getAttribute(name) || null)).size === all.length);
  return `@${own ?? 'id'}`;
}

/** The selector of the element in each post that says something of its comment: just that, or else as little besides as can be. */
function fieldOf(posts: readonly [Comment, Element][], says: (comment: Comment) => string | null): string | null {
  const flat = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, '');
  const found = posts.flatMap(([comment, post]) => {
    const wanted = flat(says(comment));
    const all = wanted ? [...post.querySelectorAll('*')] : [];
    const withClasses = (elements: Element[]) => elements.filter(({ classList }) => classList.length > 0);
    const exact = all.filter((element) => flat(element.textContent) === wanted);
    const around = all.filter((element) => flat(element.textContent).includes(wanted));
    return withClasses(exact)[0] ?? exact[0] ?? withClasses(around).at(-1) ?? around.at(-1) ?? [];
  });
  return selectorOf(found);
}

/** Puts a platform into the list of all, in the order of their names. */
function listed(index: string, name: string): string {
  const line = `import { ${name} } from './${name}.ts';`;
  const imports = index.match(/^import \{.*$/gm) ?? [];
  const after = imports.findLast((other) => other < line) ?? index.match(/^import .*$/m)?.[0] ?? '';
  const entries = index.match(/^ {2}\w+,$/gm) ?? [];
  const before = entries.find((entry) => entry > `  ${name},`);
  const imported = index.replace(after, () => `${after}\n${line}`);
  return before
    ? imported.replace(`\n${before}`, () => `\n  ${name},\n${before}`)
    : imported.replace(/(PLATFORMS[\s\S]*?)\n\]/, `$1\n  ${name},\n]`);
}

function main(): void {
  const { values, positionals } = parseArgs({ options: { url: { type: 'string' } }, allowPositionals: true });
  const [file, name] = positionals;
  if (!file || !name || !/^[a-z][a-z0-9]*$/.test(name)) throw new Error(USAGE);
  if (existsSync(join(FOLDER, `${name}.ts`))) throw new Error(`There is a platform ${name} already.`);
  const { platform, page } = beginPlatform(file, name, values.url);
  const index = join(FOLDER, 'index.ts');
  writeFileSync(join(FOLDER, `${name}.ts`), platform);
  writeFileSync(join(FOLDER, `${name}.html`), page);
  writeFileSync(index, listed(readFileSync(index, 'utf8'), name));
  console.log(`utils/reading/platforms/${name}.ts    the selectors, as far as they could be told
utils/reading/platforms/${name}.html  the page, its words replaced; shorten it to what is needed
Next: npm run unit -- tests/unit/reading/platforms/index.test.ts, and look at the thread it writes, utils/reading/platforms/${name}.json. Wrong? Correct the selectors, delete it, again.`);
}

if (import.meta.main) {
  try {
    main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
