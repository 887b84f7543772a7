import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowsers, type Installed } from '../demo/browsers.ts';
import { buildExtension, SMALL_MODEL } from '../demo/build.ts';
import { openForum } from '../demo/forum.ts';
import { launch } from '../demo/launch.ts';
import { checkAccess } from './access.ts';
import { checkArguments } from './arguments.ts';
import { type Checks, type Reader, startChecks } from './checks.ts';
import { checkCorrections } from './corrections.ts';
import { checkDemo } from './demo.ts';
import { checkExports } from './exports.ts';
import { checkFolded } from './folded.ts';
import { checkGeneric } from './generic.ts';
import { checkGrowth } from './growth.ts';
import { checkLanguages } from './languages.ts';
import { checkLooks, PICTURES } from './looks.ts';
import { checkOptions } from './options.ts';
import { checkOverview } from './overview.ts';
import { checkPages } from './pages.ts';
import { checkReach } from './reach.ts';
import { checkSafety } from './safety.ts';
import { checkSettings } from './settings.ts';
import { wasSilent } from './silence.ts';
import { checkStart } from './start.ts';
import { checkSurvival } from './survival.ts';
import { checkUpdate } from './update.ts';
import { checkViewer } from './viewer.ts';
import { checkWalk } from './walk.ts';
import { checkWhole } from './whole.ts';

const PARTS = {
  pages: checkPages,
  demo: checkDemo,
  folded: checkFolded,
  overview: checkOverview,
  growth: checkGrowth,
  whole: checkWhole,
  generic: checkGeneric,
  exports: checkExports,
  viewer: checkViewer,
  safety: checkSafety,
  arguments: checkArguments,
  corrections: checkCorrections,
  options: checkOptions,
  settings: checkSettings,
  reach: checkReach,
  looks: checkLooks,
  access: checkAccess,
  languages: checkLanguages,
  walk: checkWalk,
  survival: checkSurvival,
  update: checkUpdate,
};
/** What is said of a whole thread is looked at with the model that ships; all else with the small one, which answers at once. */
const WITH_SHIPPED_MODEL = ['demo', 'overview', 'looks', 'walk'];
const START = 'start';

/** `npm run browsers -- growth update --browser firefox`: parts by name, and one engine; everything where none is named. */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { browser: { type: 'string' } } });
const unknown = positionals.filter((name) => !(name in PARTS) && name !== START);
if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(', ')}; there are ${[...Object.keys(PARTS), START].join(', ')}.`);
const wanted = (name: string) => positionals.length === 0 || positionals.includes(name);

const browsers = findBrowsers().filter(({ engine }) => (values.browser ?? engine) === engine);
const total = { passed: 0, failed: 0 };
mkdirSync(PICTURES, { recursive: true });

for (const installed of browsers) {
  console.log(`\n${installed.name} (${installed.path})`);
  const small = buildExtension(installed.engine, { model: SMALL_MODEL });
  const shipped = WITH_SHIPPED_MODEL.some(wanted) ? buildExtension(installed.engine) : small;
  for (const [name, checkPart] of Object.entries(PARTS)) {
    const extension = WITH_SHIPPED_MODEL.includes(name) ? shipped : small;
    if (wanted(name)) await checkTwice(name, (checks) => inBrowser(name, installed, extension, checks, checkPart));
  }
  if (wanted(START)) await checkTwice(START, (checks) => checkStart(checks, installed));
}

/**
 * Runs a part, and once more where something in it did not hold: a busy machine makes even a patient test wait in vain now and then.
 * What counts is the last run; the first one's failure stays to be read.
 */
async function checkTwice(name: string, part: (checks: Checks) => Promise<void>): Promise<void> {
  for (const last of [false, true]) {
    const checks = startChecks();
    await checks.check(`${name}: all was checked`, () => part(checks));
    if (checks.failed > 0 && !last) {
      console.log(`  ${name}: ${checks.failed} failed; once more, in a fresh browser`);
      continue;
    }
    total.passed += checks.passed;
    total.failed += checks.failed;
    return;
  }
}

/** Each part has a browser of its own, so that none depends on what another left in it. Chromium notes every request that it makes. */
async function inBrowser(
  name: string,
  installed: Installed,
  extension: string,
  checks: Checks,
  part: (reader: Reader) => Promise<void>,
): Promise<void> {
  const forum = await openForum();
  const log = mkdtempSync(join(tmpdir(), 'standpoint-log-'));
  try {
    const running = await launch(installed, extension, true, log);
    try {
      await part({ installed, running, forum, check: checks.check });
    } finally {
      await running.close();
    }
    if (installed.engine === 'chromium') {
      await checks.check(`${name}: no request was made for the extension, but for what the reader asked for`, () => wasSilent(name, log));
    }
  } finally {
    forum.close();
    rmSync(log, { recursive: true, force: true });
  }
}

if (browsers.length === 0) {
  console.log('');
  console.log('THE BROWSER TESTS WERE SKIPPED: no browser was found.');
  console.log('Install Chromium, Chrome, Edge or Firefox, or name one in CHROME_PATH or FIREFOX_PATH.');
  if (process.env.CI === 'true') total.failed += 1;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
if (total.failed > 0) process.exitCode = 1;
