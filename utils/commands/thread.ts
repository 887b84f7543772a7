/** `npm run --silent thread -- FILE [--url URL]`: reads a saved page and prints its export; `--batch` does so for every line of standard input. */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { exportSavedPage } from './exportPage.ts';

const USAGE = 'Usage: npm run --silent thread -- FILE [--url URL], or: npm run --silent thread -- --batch < LINES';

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { url: { type: 'string' }, batch: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
  });
  const [file] = positionals;
  if (values.help) console.log(USAGE);
  else if (values.batch && positionals.length === 0 && !values.url) await batch();
  else if (!values.batch && file && positionals.length === 1)
    await print(`${JSON.stringify(await exportSavedPage(file, values.url), null, 2)}\n`);
  else throw new Error(`One saved page is read at a time. ${USAGE}`);
}

/** Line in, line out, in order, one page in memory at a time. */
async function batch(): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim()) await print(`${JSON.stringify(await answer(line))}\n`);
  }
}

async function answer(line: string): Promise<object> {
  let request: { file?: unknown; url?: unknown };
  try {
    request = JSON.parse(line);
  } catch {
    return { file: null, error: 'This line is not JSON; each line must be like {"file": "page.html", "url": "https://…"}.' };
  }
  const { file, url } = request ?? {};
  if (typeof file !== 'string' || (url !== undefined && typeof url !== 'string')) {
    return { file: file ?? null, error: 'This line names no file; each line must be like {"file": "page.html", "url": "https://…"}.' };
  }
  try {
    return { file, export: await exportSavedPage(file, url) };
  } catch (error) {
    return { file, error: sentence(error) };
  }
}

/** Writes as fast as the reader of our output takes it. */
async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve));
}

// Whoever reads our output may have had enough of it.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
main().catch((error) => {
  console.error(sentence(error));
  process.exitCode = 1;
});
