import { parseArgs } from 'node:util';
import { linesOf } from '../stance/training/index.ts';
import { commandEncoder } from './packagedEncoder.ts';
import { answer } from './stanceLine.ts';

/** `npm run --silent stance < in.jsonl > out.jsonl`: answers every line in order, with `--explain` also why; a line that cannot be answered says why. */

const USAGE =
  'Usage: npm run --silent stance [-- --explain] < LINES, each {"id","target","text"} or {"thread": {"title","op","comments"}}; prints a line for each.';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

const fail = (error: unknown): never => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
};

const options = () => {
  try {
    return parseArgs({ options: { explain: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h' } } }).values;
  } catch (error) {
    return fail(`${(error as Error).message}. ${USAGE}`);
  }
};

const { explain, help } = options();
if (help) {
  console.log(USAGE);
  process.exit(0);
}
const parts = await commandEncoder().catch(fail);
for await (const line of linesOf(process.stdin)) {
  if (line.trim() === '') continue;
  const text = JSON.stringify(await reply(line));
  if (!process.stdout.write(`${text}\n`)) await new Promise((resume) => process.stdout.once('drain', resume));
}

async function reply(line: string): Promise<Record<string, unknown>> {
  let read: unknown;
  try {
    read = JSON.parse(line);
  } catch {
    return { id: null, error: 'The line is not JSON.' };
  }
  try {
    return await answer(parts, read, explain);
  } catch (error) {
    return { id: (read as { id?: unknown } | null)?.id ?? null, error: (error as Error).message };
  }
}
