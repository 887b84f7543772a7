/** `node part.ts NAME ENGINE…`: one part of the browser tests in a process of its own, started by `run.ts`, which is told what came of it. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowsers, type Installed } from '../demo/browsers.ts';
import { testedExtension } from '../demo/build.ts';
import { openForum } from '../demo/forum.ts';
import { launch } from '../demo/launch.ts';
import { type Checks, startChecks } from './checks.ts';
import { PICTURES } from './looks.ts';
import { FLAGS, modelOf, PARTS, START } from './parts.ts';
import { wasSilent } from './silence.ts';
import { checkStart } from './start.ts';

/** What `run.ts` is told at the end. */
export interface Outcome {
  passed: number;
  failures: string[];
}

const [name = '', ...paths] = process.argv.slice(2);
const installed = findBrowsers().filter(({ path }) => paths.includes(path));
if (installed.length === 0) throw new Error(`None of these is a browser: ${paths.join(', ')}.`);
const checks = startChecks();
mkdirSync(PICTURES, { recursive: true });

for (const browser of installed) {
  await checks.check(`${name} in ${browser.name}: all was checked`, () =>
    name === START ? checkStart(checks, browser, installed) : inBrowser(browser, checks),
  );
}
const outcome: Outcome = { passed: checks.passed, failures: checks.failures };
process.send?.(outcome, () => process.exit());

/** Each part has a browser of its own, so that none depends on what another left in it. Chromium notes every request that it makes. */
async function inBrowser(browser: Installed, { check }: Checks): Promise<void> {
  const part = PARTS[name];
  if (!part) throw new Error(`There is no part ${name}.`);
  const extension = testedExtension(browser.engine, modelOf(name));
  const forum = await openForum();
  const log = mkdtempSync(join(tmpdir(), 'standpoint-log-'));
  try {
    const running = await launch(browser, extension, true, log, FLAGS[name]);
    try {
      await part({ installed: browser, extension, running, forum, check });
    } finally {
      await running.close();
    }
    if (browser.engine === 'chromium') {
      await check(`${name}: no request was made for the extension, but for what the reader asked for`, () => wasSilent(name, log));
    }
  } finally {
    forum.close();
    rmSync(log, { recursive: true, force: true });
  }
}
