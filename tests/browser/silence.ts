import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One request as the browser itself noted it, whoever in it made it. */
interface Noted {
  url: string;
  /** Who made it: an origin, or empty where the browser itself did or does not say. */
  by: string;
  accept: string;
}

/** What only the extension asks for in these words (`utils/reading/rest/fetch.ts`). */
const OURS = 'text/html, application/json';
/** Parts in which the reader has further pages of a thread read. */
const ASKED_FOR = ['whole'];

/**
 * Fails where a whole run of a browser holds a request that the extension made: of its own contexts none at all, of its scripts in pages
 * none but same-site ones, and those only in parts where the reader asks for them; and none to anybody outside of this machine.
 */
export function wasSilent(part: string, log: string): void {
  const noted = notedIn(log);
  assert.ok(noted.length > 0, 'the browser noted what it asked for');
  const wrong = noted.filter(({ url, by, accept }) => {
    if (by.includes('-extension:')) return true;
    if (accept === OURS) return !ASKED_FOR.includes(part) || (by !== '' && new URL(by).origin !== new URL(url).origin);
    return by !== '' && !isHere(url);
  });
  assert.deepEqual(wrong, []);
}

function isHere(url: string): boolean {
  return ['127.0.0.1', 'localhost', 'forum.test'].includes(new URL(url).hostname);
}

interface Event {
  type: number;
  source: { id: number };
  params?: { url?: string; initiator?: string; headers?: string[] };
}

/** Chromium's net log: an event a line, their kinds as numbers that its head explains. */
function notedIn(log: string): Noted[] {
  const lines = readFileSync(join(log, 'net.json'), 'utf8').split('\n');
  const kind = (name: string) => Number(new RegExp(`"${name}":(\\d+)`).exec(lines[0] ?? '')?.[1]);
  const [started, sent] = [kind('URL_REQUEST_START_JOB'), kind('HTTP_TRANSACTION_SEND_REQUEST_HEADERS')];
  const noted = new Map<number, Noted>();
  for (const line of lines) {
    if (!line.startsWith('{"') || !line.includes('"source"')) continue;
    const { type, source, params = {} }: Event = JSON.parse(line.replace(/(\],?\s*)?,?\s*$/, ''));
    if (type === started && /^https?:/.test(params.url ?? '')) {
      const by = /^[\w-]+:\/\//.test(params.initiator ?? '') ? (params.initiator ?? '') : '';
      noted.set(source.id, { url: params.url ?? '', by, accept: '' });
    }
    const request = type === sent ? noted.get(source.id) : undefined;
    if (request) request.accept = headerIn(params.headers ?? [], 'accept');
  }
  return [...noted.values()];
}

function headerIn(lines: readonly string[], name: string): string {
  const line = lines.find((one) => one.toLowerCase().startsWith(`${name}: `));
  return line?.slice(name.length + 2).trim() ?? '';
}
