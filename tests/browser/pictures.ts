/** `npm run pictures`: takes the README's pictures anew. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowsers } from '../demo/browsers.ts';
import { buildExtension, ROOT } from '../demo/build.ts';
import { openForum } from '../demo/forum.ts';
import { launch } from '../demo/launch.ts';
import { startChecks } from './checks.ts';
import { checkLooks, PICTURES } from './looks.ts';

const FOLDER = join(ROOT, '.pictures');

const installed = findBrowsers()[0];
if (!installed) throw new Error('No browser was found to take pictures with.');
const forum = await openForum();
const running = await launch(installed, buildExtension(installed.engine), true);
const checks = startChecks();
try {
  await checkLooks({ installed, running, forum, check: checks.check });
} finally {
  await running.close();
  forum.close();
}
mkdirSync(FOLDER, { recursive: true });
for (const name of ['light', 'dark', 'popup']) copyFileSync(join(PICTURES, `${installed.engine}-${name}.png`), join(FOLDER, `${name}.png`));
if (checks.failed > 0) process.exitCode = 1;
