import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { PLATFORMS } from '../../utils/reading/platforms/index.ts';
import { ROOT } from './build.ts';
import { type Answer, openPaged } from './paged.ts';

const PAGES = join(ROOT, 'utils/reading/platforms');
const SERVED = join(import.meta.dirname, 'served');
const DEMO = 'discourse.demo.html';
const OTHER = 'discourse.html';
/** The query that names one of our pages. */
const PAGE = 'standpoint-page';
const TYPES: Record<string, string> = { css: 'text/css', js: 'text/javascript', html: 'text/html' };

export interface Forum {
  origin: string;
  /** Address of the demo thread. */
  demo: string;
  /** Address of a thread of twelve pages, of which one is not given until it has been asked for often enough. */
  paged: string;
  /** How often a page of that thread was asked for. */
  asked: { count: number };
  /** Address of a page that stands beside the demo forum's scripts. */
  served(name: string): string;
  /** Address of one of our saved pages. */
  page(file: string): string;
  close(): void;
}

export const testPages = () => readdirSync(PAGES).filter((file) => file.endsWith('.html'));

/**
 * Serves our saved pages on this machine: `/page/<file>`, and each under the path that it has at its forum.
 * `?live` lets the page grow and change as the real forum's does, `?dark` shows it in dark colours.
 */
export async function openForum(): Promise<Forum> {
  const paged = openPaged();
  /** Another origin, for what stands in frames. */
  const elsewhere = await serve(answer);
  const server = await serve((url) => paged.answer(url) ?? withFrames(answer(url), originOf(elsewhere)));
  const origin = originOf(server);
  return {
    origin,
    demo: origin + pathOf(DEMO),
    paged: origin + paged.path,
    asked: paged.asked,
    served: (name) => `${origin}/served/${name}`,
    page: (file) => origin + (isKnownByAddress(file) ? addressOf(file) : `/page/${file}`),
    close: () => {
      for (const one of [server, elsewhere]) {
        one.close();
        one.closeAllConnections();
      }
    },
  };
}

async function serve(answerTo: (url: URL) => Answer): Promise<Server> {
  const server = createServer((request, response) => send(response, answerTo(new URL(request.url ?? '/', 'http://127.0.0.1'))));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function originOf(server: Server): string {
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

/** Frames of our pages name another site; which port that has is only known now. */
function withFrames(page: Answer, elsewhere: string): Answer {
  const text = page.body.toString('latin1');
  return { ...page, body: Buffer.from(text.replace('src="http://127.0.0.1/', `src="${elsewhere}/`), 'latin1') };
}

function answer({ pathname, searchParams }: URL): Answer {
  const [, folder, name = ''] = /^\/(page|served)\/([\w.-]+)$/.exec(pathname) ?? [];
  if (pathname === '/') return { type: 'html', body: index() };
  if (folder === 'served' && readdirSync(SERVED).includes(name)) {
    return { type: name.split('.').pop() ?? '', body: readFileSync(join(SERVED, name)) };
  }
  const file = searchParams.get(PAGE) ?? (folder === 'page' ? name : topicAt(pathname));
  if (!file || !testPages().includes(file)) return { type: 'html', body: Buffer.from('No such page.'), status: 404 };
  return { type: 'html', body: dressed(file, searchParams) };
}

function send(response: ServerResponse, { type, body, status = 200 }: Answer): void {
  response.writeHead(status, {
    'content-type': TYPES[type] + charsetOf(body),
    'content-security-policy': policyFor(body),
    'cache-control': 'no-store',
  });
  response.end(body);
}

/** Left to pages that declare their own. */
function charsetOf(body: Buffer): string {
  return /charset\s*=/i.test(body.toString('latin1', 0, 4096)) ? '' : '; charset=utf-8';
}

/** As strict as the strictest forum: nothing from elsewhere, and of styles and scripts only those that the forum itself wrote. */
function policyFor(page: Buffer): string {
  const styles = [...page.toString('latin1').matchAll(/<style[^>]*>([\s\S]*?)<\/style>/gi)].map(([, style = '']) => {
    const hash = createHash('sha256').update(Buffer.from(style, 'latin1')).digest('base64');
    return `'sha256-${hash}'`;
  });
  return `default-src 'none'; frame-src http://127.0.0.1:*; style-src-attr 'unsafe-inline'; style-src 'self' ${styles.join(' ')}; script-src 'self'; connect-src 'self'; img-src data:`;
}

/** A page with the demo forum's behaviours in its head. Bytes are kept: the page may be in any charset. */
function dressed(file: string, query: URLSearchParams): Buffer {
  const head = [
    query.has('dark') ? '<link rel="stylesheet" href="/served/dark.css">' : '',
    query.has('live') ? `<script src="/served/${file.split('.')[0]}.js" type="module"></script>` : '',
  ].join('');
  const page = readFileSync(join(PAGES, file), 'latin1');
  return Buffer.from(page.replace(/<\/head>/i, `${head}$&`), 'latin1');
}

/** The path of a saved page at the forum it imitates, as its first lines name it. */
function pathOf(file: string): string {
  const address = /<!--\s*url:\s*(\S+)/.exec(readFileSync(join(PAGES, file), 'latin1'))?.[1];
  return address ? new URL(address).pathname : `/page/${file}`;
}

/** The address of a page at its forum, with its query, and the page's file named in that: several pages may be of one thread. */
function addressOf(file: string): string {
  const { url } = JSON.parse(readFileSync(join(PAGES, file.replace(/html$/, 'json')), 'utf8'));
  const { pathname, searchParams } = new URL(url);
  searchParams.set(PAGE, file);
  return `${pathname}?${searchParams}`;
}

/** Whether its platform takes a page for a thread by its address, too. */
function isKnownByAddress(file: string): boolean {
  const { platform } = JSON.parse(readFileSync(join(PAGES, file.replace(/html$/, 'json')), 'utf8'));
  return PLATFORMS.find(({ name }) => name === platform)?.address !== undefined;
}

/** The page of a topic or of a post in it. Every topic that the demo forum only names is the same other thread. */
function topicAt(path: string): string | undefined {
  const known = testPages().find((file) => `${path}/`.startsWith(`${pathOf(file)}/`));
  return known ?? (path.startsWith('/t/') ? OTHER : undefined);
}

function index(): Buffer {
  const items = testPages().map((file) => `<li><a href="/page/${file}">${file}</a> (<a href="/page/${file}?dark">dark</a>)</li>`);
  return Buffer.from(
    `<!doctype html><meta charset="utf-8"><title>Demo forum</title><h1>Demo forum</h1><p><a href="${pathOf(DEMO)}?live">The demo thread</a>, growing as a real one does</p><ul>${items.join('')}</ul>`,
  );
}
