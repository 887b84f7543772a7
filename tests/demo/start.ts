import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Installed } from './browsers.ts';
import { buildExtension, ROOT } from './build.ts';
import { describe } from './describe.ts';
import { offerBrowser } from './fetchBrowser.ts';
import { openForum } from './forum.ts';
import { launch, type Running, VIEW } from './launch.ts';
import { Complaint, HELP, type Options, optionsFrom } from './options.ts';
import { downloaded, openPopup, press, SIDEBAR, showBadge, waitUntilDone } from './reader.ts';
import { holdsThread, openSaved, showSaved, siteOf } from './saved.ts';
import { readWithoutBrowser } from './withoutBrowser.ts';

const FOLDER = join(ROOT, '.output/demo');

try {
  const options = optionsFrom(process.argv.slice(2));
  if (options) await show(options);
  else console.log(HELP);
} catch (error) {
  if (!(error instanceof Complaint)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function show(options: Options): Promise<void> {
  const browser = options.browser ?? (options.headless ? null : await offerBrowser(options.wanted));
  if (browser) await start(browser, options);
  else await readWithoutBrowser(FOLDER, options);
}

async function start(browser: Installed, { headless, page: file, url }: Options): Promise<void> {
  const noThread = () => new Complaint(`${file ?? 'The demo page'} holds no thread that Standpoint can read.`);
  if (file !== null && !holdsThread(file, url)) throw noThread();
  const saved = file === null ? null : openSaved(file, url);
  const extension = buildExtension(browser.engine, saved ? { site: siteOf(saved.url) } : {});
  const forum = await openForum();
  const running = await launch(browser, extension, headless).catch((error: Error) => {
    forum.close();
    throw new Complaint(`${browser.name} (${browser.path}) did not start${reasonOf(error)}`);
  });
  try {
    const [page = await running.browser.newPage()] = await running.browser.pages();
    if (headless) await page.setViewport(VIEW);
    if (saved) await showSaved(page, saved);
    else await page.goto(forum.demo, { waitUntil: 'domcontentloaded' });
    if (saved && saved.platform === null) await readStrange(running, page);
    await page.waitForSelector(SIDEBAR, { timeout: 8000 }).catch(() => {
      throw noThread();
    });
    if (headless) {
      await record(running, page);
    } else {
      console.log(invitation(page.url()));
      await closed(running);
    }
  } finally {
    forum.close();
    await running.close();
  }
}

/** Asks for a page that no platform knows, as a reader does in the popup. */
async function readStrange(running: Running, page: Page): Promise<void> {
  const popup = await openPopup(running, page);
  await press(popup, /^Read this page$/).catch(() => {
    throw new Complaint(`The popup does not offer to read ${page.url()}.`);
  });
  await popup.close();
}

function reasonOf({ message }: Error): string {
  if (/X server|display/i.test(message)) return ': there is no screen for its window. npm start -- --headless saves pictures instead.';
  return `: ${message.split('\n')[0]}`;
}

/** Saves what a reader sees and what they may export. */
async function record(running: Running, page: Page): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  // The model that ships takes its time on a slow machine.
  await waitUntilDone(page, 120_000);
  await showBadge(page);
  await page.screenshot({ path: join(FOLDER, 'screenshot.png') });
  const text = await downloaded(running, () => press(page, /^Export JSON$/));
  writeFileSync(join(FOLDER, 'thread.json'), text);
  const popup = await openPopup(running, page);
  await popup.bringToFront();
  await (await popup.$('body'))?.screenshot({ path: join(FOLDER, 'popup.png') });
  console.log(describe(JSON.parse(text)));
  for (const name of ['screenshot.png', 'popup.png', 'thread.json']) console.log(relative(process.cwd(), join(FOLDER, name)));
}

function invitation(url: string): string {
  return `A browser with Standpoint in it shows the thread at ${url}

- Beside each comment's author stands a badge: where that comment stands towards the opening post. Hover over it, or go to it with Tab, to see why.
- The sidebar sums the thread up: what is claimed, how the comments divide, the clearest comments of each side, the lone dissent.
  Click on a comment in it to go there. It can be moved to the other side, made wider, folded and closed.
- The toolbar button (maybe behind the puzzle piece) opens the popup: switches, how sure a badge must be, Export JSON.

Close the browser, or press Ctrl-C here, to stop.`;
}

/** Resolves when the reader closes the browser or asks to stop. */
function closed({ browser }: Running): Promise<void> {
  return new Promise((resolve) => {
    browser.once('disconnected', () => resolve());
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
