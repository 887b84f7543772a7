import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Browser, detectBrowserPlatform, install, resolveBuildId } from '@puppeteer/browsers';
import { FETCHED, type Installed } from './browsers.ts';

/** How long it may take until the place that browsers are fetched from has said which is the newest. */
const PATIENCE_MS = 20_000;

/** Where somebody sits at a terminal, asks whether to fetch a browser, and does so on their yes. `null` where nobody does, or it cannot be had. */
export async function offerBrowser(wanted: Installed['engine'] | null): Promise<Installed | null> {
  const platform = detectBrowserPlatform();
  if (!process.stdin.isTTY || !process.stdout.isTTY || wanted === 'firefox' || !platform) return null;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question('No browser was found. Fetch Chrome for Testing (some 150 MB) into .output/browsers? [y/N] ');
  terminal.close();
  if (!/^y(es)?$/i.test(answer.trim())) return null;
  try {
    const buildId = await inTime(resolveBuildId(Browser.CHROME, platform, 'stable'));
    const { executablePath } = await install({
      browser: Browser.CHROME,
      buildId,
      platform,
      cacheDir: FETCHED,
      downloadProgressCallback: 'default',
    });
    mkdirSync(FETCHED, { recursive: true });
    writeFileSync(join(FETCHED, 'program.txt'), `${executablePath}\n`);
    return { name: 'Chrome for Testing', engine: 'chromium', path: executablePath };
  } catch (error) {
    console.log(`Chrome could not be fetched (${String(error instanceof Error ? error.message : error).split('\n')[0]}).\n`);
    return null;
  }
}

/** Waits for an answer, but not for one that never comes. */
function inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(reject, PATIENCE_MS, new Error('no answer')).unref();
  });
  return Promise.race([answer, late]);
}
