import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { exportSavedPage } from '../../utils/commands/exportPage.ts';
import { buildPackages, ROOT } from './build.ts';
import { describe } from './describe.ts';
import { drawPage } from './drawn/drawPage.ts';
import { Complaint, type Options } from './options.ts';

const DEMO = join(ROOT, 'utils/reading/platforms/discourse.demo.html');

/** Reads the demo thread, or a saved page, in this process: prints the summary, saves the export and a picture of the page that any browser opens later. */
export async function readWithoutBrowser(folder: string, { page, url, wanted }: Options): Promise<void> {
  const file = page ?? DEMO;
  const exported = await exportSavedPage(file, url ?? undefined).catch((error: Error) => {
    throw new Complaint(error.message);
  });
  // Last but the writing, since it takes longest: what cannot be read has been refused.
  buildPackages();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'thread.json'), `${JSON.stringify(exported, null, 2)}\n`);
  writeFileSync(join(folder, 'thread.html'), await drawPage(file, url, exported));
  console.log(describe(exported));
  for (const name of ['thread.json', 'thread.html']) console.log(relative(process.cwd(), join(folder, name)));
  console.log(`\n${byHand(wanted)}`);
}

/** What the reader can do to see it live. */
function byHand(wanted: Options['wanted']): string {
  const none = wanted ? { firefox: 'Firefox', chromium: 'Chromium, Chrome or Edge' }[wanted] : 'Chromium, Chrome, Edge or Firefox';
  return `No ${none} was found (CHROME_PATH or FIREFOX_PATH may name one): the thread was read without, and thread.html shows it as its readers see it.
To see it live:
  Chrome, Edge, Brave, Chromium   chrome://extensions, Developer mode, Load unpacked: .output/chrome-mv3
  Firefox                         about:debugging#/runtime/this-firefox, Load Temporary Add-on…: .output/firefox-mv3/manifest.json`;
}
