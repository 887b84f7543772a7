import { parseArgs } from 'node:util';
import { linesOf } from '../stance/training/lines.ts';
import { readModelFile } from './readModel.ts';
import { answer } from './stanceLine.ts';

/** `npm run --silent stance < in.jsonl > out.jsonl`: answers every line in order; a line that cannot be answered says why. */

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

const fail = (error: unknown): never => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
};

const options = () => {
  try {
    return parseArgs({ options: { model: { type: 'string', default: 'fast' } } }).values;
  } catch (error) {
    return fail(error);
  }
};

const model = await readModelFile(options().model).catch(fail);
for await (const line of linesOf(process.stdin)) {
  if (line.trim() === '') continue;
  const text = JSON.stringify(reply(line));
  if (!process.stdout.write(`${text}\n`)) await new Promise((resume) => process.stdout.once('drain', resume));
}

function reply(line: string): Record<string, unknown> {
  let read: unknown;
  try {
    read = JSON.parse(line);
  } catch {
    return { id: null, error: 'The line is not JSON.' };
  }
  try {
    return answer(model, read);
  } catch (error) {
    return { id: (read as { id?: unknown } | null)?.id ?? null, error: (error as Error).message };
  }
}
