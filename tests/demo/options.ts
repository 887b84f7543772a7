import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findBrowsers, type Installed } from './browsers.ts';

/** Something the reader can put right: told in one sentence, without a stack. */
export class Complaint extends Error {}

export interface Options {
  headless: boolean;
  /** `null` where none of those that were asked for is on this machine. */
  browser: Installed | null;
  wanted: Installed['engine'] | null;
  /** A saved page to show in place of the demo thread, and the address to show it under. */
  page: string | null;
  url: string | null;
}

export const HELP = `npm start                                      builds the extension and opens the demo thread in a browser
npm start -- --headless                        the same without a window; pictures and the export go to .output/demo/
npm start -- --page FILE.html [--url URL]      shows a saved page instead, as if it stood at that address
npm start -- --browser firefox                 in Firefox (or chromium)

Without a browser the thread is read all the same: the summary is printed, thread.json and thread.html go to .output/demo/`;

/** What was asked for, or `null` for help. Throws a complaint about what cannot be done. */
export function optionsFrom(argv: string[]): Options | null {
  const { headless, page, url, browser, help } = parsed(argv);
  if (help) return null;
  if (page !== undefined && !statSync(page, { throwIfNoEntry: false })?.isFile()) throw new Complaint(`There is no file ${page}.`);
  if (url !== undefined && page === undefined) throw new Complaint('--url says where a saved page came from: name the page with --page.');
  if (url !== undefined && !/^https?:\/\/[^/]/.test(url)) throw new Complaint(`${url} is not the address of a web page (http or https).`);
  if (browser !== undefined && browser !== 'firefox' && browser !== 'chromium') {
    throw new Complaint(`Standpoint runs in firefox and chromium, not in ${browser}.`);
  }
  const installed = findBrowsers().find(({ engine }) => browser === undefined || engine === browser);
  return { headless, browser: installed ?? null, wanted: browser ?? null, page: page ?? null, url: url ?? null };
}

function parsed(argv: string[]) {
  const options = {
    headless: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
    page: { type: 'string' },
    url: { type: 'string' },
    browser: { type: 'string' },
  } as const;
  try {
    return parseArgs({ args: argv, options }).values;
  } catch (error) {
    throw new Complaint(`${error instanceof Error ? error.message.split('. ')[0] : error}. See npm start -- --help.`);
  }
}
