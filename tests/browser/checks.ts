import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import type { Installed } from '../demo/browsers.ts';
import type { Forum } from '../demo/forum.ts';
import type { Running } from '../demo/launch.ts';
import { waitUntilDone } from '../demo/reader.ts';
import { until } from './until.ts';

/** How many sentences hold, and which do not. */
export interface Checks {
  passed: number;
  failures: string[];
  /** Notes whether something is as a reader expects it; a sentence, and what throws where it is not. */
  check(sentence: string, act: () => Promise<void> | void): Promise<void>;
}

/** One reader: a browser with the extension, the demo forum, and what they find. */
export interface Reader {
  installed: Installed;
  /** The folder of the extension that runs in it. */
  extension: string;
  running: Running;
  forum: Forum;
  check: Checks['check'];
}

export function startChecks(): Checks {
  const checks: Checks = {
    passed: 0,
    failures: [],
    async check(sentence, act) {
      try {
        await act();
        checks.passed += 1;
        console.log(`  ✓ ${sentence}`);
      } catch (error) {
        checks.failures.push(sentence);
        console.log(`  ✗ ${sentence}\n${indented(error)}`);
      }
    },
  };
  return checks;
}

function indented(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return text.slice(0, 2000).replace(/^/gm, '      ');
}

/** A tab that remembers how the page was before us, and what went wrong in it. */
export interface Tab {
  page: Page;
  errors: string[];
}

/** A new tab for the pages of one site, which `open` shows one after the other. */
export async function newTab(reader: Reader, host: string): Promise<Tab & { open(url: string): Promise<void> }> {
  const page = await reader.running.browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => isOurs(String(error)) && errors.push(String(error)));
  page.on('console', (message) => {
    const text = `${message.text()} (${message.location().url})`;
    if (message.type() === 'error' && isOurs(text)) errors.push(text);
  });
  // Nothing but the page, and what it loads of its own site, comes in.
  page.on('response', (response) => {
    if (/^https?:/.test(response.url()) && new URL(response.url()).host !== host) errors.push(`${response.url()} was loaded`);
  });
  await page.evaluateOnNewDocument(() => {
    addEventListener('DOMContentLoaded', () => {
      Object.assign(window, { asServed: document.documentElement.outerHTML });
    });
  });
  const open = async (url: string) => {
    // A page of 100 MB takes its time on a machine that does something else.
    await page.goto(url, { waitUntil: 'domcontentloaded', timeout: 120_000 });
  };
  return { page, errors, open };
}

/** Opens an address in a new tab for as long as `act` takes. */
export async function inTab<Result>(reader: Reader, url: string, act: (tab: Tab) => Promise<Result>): Promise<Result> {
  const { page, errors, open } = await newTab(reader, new URL(url).host);
  try {
    await open(url);
    return await act({ page, errors });
  } finally {
    await page.close();
  }
}

/** The same with a thread that is read to the end before `act` begins. */
export function inThread<Result>(reader: Reader, url: string, act: (tab: Tab) => Promise<Result>): Promise<Result> {
  return inTab(reader, url, async (tab) => {
    await waitUntilDone(tab.page);
    return act(tab);
  });
}

/** Not the pictures, styles and scripts of elsewhere that our saved pages name, and that the demo forum lets nobody load. */
function isOurs(text: string): boolean {
  if (/Content.Security.Policy/i.test(text)) return /inline style|-extension:/i.test(text);
  return !/Failed to load resource/.test(text);
}

/** The popup as the toolbar button opens it, which lets the extension run in the tab. */
export async function openActionPopup({ running }: Reader, page: Page): Promise<Page> {
  const [extension] = [...(await running.browser.extensions()).values()];
  assert.ok(extension, 'the extension is there');
  await page.bringToFront();
  await extension.triggerAction(page);
  let popup: Page | undefined;
  await until(async () => {
    // Among the pages of the extension is the one that holds the model's worker.
    popup = (await extension.pages()).find((one) => new URL(one.url()).pathname === '/popup.html');
    return popup !== undefined;
  }, 'the popup is open');
  assert.ok(popup);
  return popup;
}
