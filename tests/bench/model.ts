import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { findBrowsers, type Installed } from '../demo/browsers.ts';
import { buildExtension } from '../demo/build.ts';
import { launch } from '../demo/launch.ts';
import { BADGE } from '../demo/reader.ts';
import { type Memory, memoryOf, widen } from './model/memory.ts';
import { generatePage } from './page/generate.ts';

/**
 * `npm run bench -- model`: how fast the model that ships reads, how long it takes to load, and what memory the process has that runs it: under
 * Node on one WebAssembly thread, and in each browser as a reader meets it (on as many threads as it has processors, less one), cold, which is
 * the first thread after the browser started, and warm.
 */
const COUNT = 300;

interface Row {
  loaded?: number;
  firstWord?: number;
  perSecond: number;
  memory: Memory;
}

const number = (value: number | undefined, digits: number) => (value === undefined ? '–' : value.toFixed(digits)).padStart(10);
const print = (where: string, { loaded, firstWord, perSecond, memory }: Row) =>
  console.log(
    `${where.padEnd(31)} ${number(loaded, 2)} ${number(firstWord, 2)} ${number(perSecond, 1)} ${number(memory.resident, 0)} ${number(memory.own, 0)}`,
  );

function inNode(): Row & { pieces: number } {
  const file = join(import.meta.dirname, 'model/inNode.ts');
  return JSON.parse(execFileSync(process.execPath, [file, String(COUNT)], { encoding: 'utf8' }));
}

/** Memory of the process in which a browser runs what belongs to its extensions; none where the system does not tell. */
function extensionMemory(): Memory {
  const most = { resident: 0, own: 0 };
  if (process.platform !== 'linux') return most;
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const isOurs =
        readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('--extension-process') ||
        readFileSync(`/proc/${id}/comm`, 'utf8').startsWith('WebExtensions');
      if (isOurs) widen(most, memoryOf(id));
    } catch {
      // It ended while we looked.
    }
  }
  return most;
}

/** Opens a thread and waits until the model has read all of it. */
async function read(page: Page, url: string): Promise<Row> {
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  const start = performance.now();
  let first = 0;
  const memory = { resident: 0, own: 0 };
  for (let badges = 0; badges < COUNT; ) {
    badges = await page.evaluate((badge) => document.querySelectorAll(badge).length, BADGE);
    if (badges > 0) first ||= performance.now();
    widen(memory, extensionMemory());
    if (performance.now() - start > 300_000) throw new Error(`Of ${COUNT} comments ${badges} are read after five minutes.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const end = performance.now();
  return { firstWord: (first - start) / 1000, perSecond: COUNT / ((end - first) / 1000), memory };
}

async function inBrowser(installed: Installed): Promise<void> {
  const running = await launch(installed, buildExtension(installed.engine), true);
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    // Other words the second time, or all would be remembered.
    const warm = request.url?.includes('warm');
    const page = generatePage('hackernews', COUNT);
    response.end(request.url?.startsWith('/hackernews/') ? (warm ? page.replaceAll('. ', '! ') : page) : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  try {
    const page = await running.browser.newPage();
    for (const visit of ['cold', 'warm'])
      print(`${installed.name}, ${visit}`, await read(page, `http://127.0.0.1:${port}/hackernews/${visit}`));
  } finally {
    await running.close();
    server.close();
    server.closeAllConnections();
  }
}

const node = inNode();
console.log(`a thread of ${COUNT} comments, read as ${node.pieces.toFixed(0)} pieces each under Node; seconds after the page was parsed\n`);
console.log(`${''.padEnd(31)}   loaded s 1st word s comments/s resident MB  own MB`);
print(`Node ${process.version}`, node);
for (const engine of ['chromium', 'firefox'] as const) {
  const installed = findBrowsers().find((found) => found.engine === engine);
  if (installed) await inBrowser(installed);
  else console.log(`There is no ${engine} here.`);
}
