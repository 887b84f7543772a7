/** `npm run pictures`: takes the pictures of the README and those for the stores anew. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowsers } from '../demo/browsers.ts';
import { buildExtension, ROOT } from '../demo/build.ts';
import { openForum } from '../demo/forum.ts';
import { launch } from '../demo/launch.ts';
import { startChecks } from './checks.ts';
import { checkLooks, PICTURES } from './looks.ts';
import { STORE_PICTURES, takeStorePictures } from './store.ts';

const FOLDER = join(ROOT, '.pictures');

const installed = findBrowsers()[0];
if (!installed) throw new Error('No browser was found to take pictures with.');
const forum = await openForum();
const extension = buildExtension(installed.engine);
const running = await launch(installed, extension, true);
const checks = startChecks();
try {
  const reader = { installed, extension, running, forum, check: checks.check };
  await checkLooks(reader);
  await takeStorePictures(reader);
} finally {
  await running.close();
  forum.close();
}
mkdirSync(FOLDER, { recursive: true });
for (const name of ['light', 'dark', 'popup']) copyFileSync(join(PICTURES, `${installed.engine}-${name}.png`), join(FOLDER, `${name}.png`));
for (const name of STORE_PICTURES) copyFileSync(join(PICTURES, `${name}.png`), join(FOLDER, `${name}.png`));
if (checks.failures.length > 0) process.exitCode = 1;
