import type { Export } from '../export/record.ts';
import { exportPage, exportSavedPage } from './exportPage.ts';

/** What a line may ask for: a saved page by its file, or the page itself. `key` is handed back as it came. */
interface Request {
  key?: unknown;
  file?: unknown;
  html?: unknown;
  url?: unknown;
}

/**
 * Answers every line of `input`, in order, one page in memory at a time, until the input ends: with what was read of its page, or with an
 * `error`. Whatever one page does costs its own line alone. An answer is written before the next line is looked at.
 */
export async function answerLines(input: AsyncIterable<Uint8Array>, write: (text: string) => Promise<void>): Promise<void> {
  for await (const line of linesOf(input)) {
    if (line.trim()) await write(`${JSON.stringify(await answer(line))}\n`);
  }
}

async function answer(line: string): Promise<object> {
  let request: Request;
  try {
    request = JSON.parse(line) ?? {};
  } catch {
    return { file: null, error: 'This line is not JSON; each line must be like {"file": "page.html", "url": "https://…"}.' };
  }
  const { key, file, html, url } = request;
  const identity = { ...(key !== undefined && { key }), ...((file !== undefined || html === undefined) && { file: file ?? null }) };
  if ((typeof file === 'string') === (typeof html === 'string') || (url !== undefined && typeof url !== 'string')) {
    return {
      ...identity,
      error: 'This line names no file; each line must be like {"file": "page.html", "url": "https://…"}, or {"html": "<!doctype…"}.',
    };
  }
  try {
    return { ...identity, export: await exported(file, html, url) };
  } catch (error) {
    return { ...identity, error: error instanceof Error ? error.message : String(error) };
  }
}

function exported(file: unknown, html: unknown, url?: string): Promise<Export> {
  return typeof file === 'string' ? exportSavedPage(file, url) : exportPage(String(html), 'This page', url);
}

/** Lines as they come, without reading ahead of who takes them: a line may hold a whole page. */
async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let begun: string[] = [];
  for await (const bytes of input) {
    const [first = '', ...others] = decoder.decode(bytes, { stream: true }).split('\n');
    begun.push(first);
    for (const next of others) {
      yield begun.join('');
      begun = [next];
    }
  }
  yield begun.join('') + decoder.decode();
}
