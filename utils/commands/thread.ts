/** `npm run --silent thread -- FILE [--url URL]`: reads a saved page and prints its export; `--batch` does so for every line of standard input. */
import { parseArgs } from 'node:util';
import { answerLines } from './answerLines.ts';
import { exportSavedPage } from './exportPage.ts';

const USAGE = 'Usage: npm run --silent thread -- FILE [--url URL], or: npm run --silent thread -- --batch < LINES';

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { url: { type: 'string' }, batch: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
  });
  const [file] = positionals;
  if (values.help) console.log(USAGE);
  else if (values.batch && positionals.length === 0 && !values.url) await answerLines(process.stdin, print);
  else if (!values.batch && file && positionals.length === 1)
    await print(`${JSON.stringify(await exportSavedPage(file, values.url), null, 2)}\n`);
  else throw new Error(`One saved page is read at a time. ${USAGE}`);
}

/** Writes as fast as the reader of our output takes it. */
async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve));
}

// Whoever reads our output may have had enough of it.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
main().catch((error) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
