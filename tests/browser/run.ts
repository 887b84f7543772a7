/**
 * `npm run browsers -- growth update --browser firefox`: parts by name, and one engine; everything where none is named. Parts run side by
 * side, as many as there are processors (`--at-once 1`: so many), each in a process and a browser of its own.
 */
import { fork } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowsers, type Installed } from '../demo/browsers.ts';
import { buildExtension, MODEL_FILES, ROOT, SMALL_MODEL, testedExtension } from '../demo/build.ts';
import type { Outcome } from './part.ts';
import { IN_CHROMIUM, LONGEST_FIRST, modelOf, ONCE, PARTS, START } from './parts.ts';
import { SWEEPS } from './sweeps.ts';

/** A part that takes longer hangs. */
const PATIENCE = 15 * 60_000;

interface Job {
  part: string;
  title: string;
  /** Paths of the browsers that it runs in. */
  paths: string[];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { browser: { type: 'string' }, 'at-once': { type: 'string', default: String(availableParallelism()) } },
});
const names = [...Object.keys(PARTS), START];
const unknown = positionals.filter((name) => !names.includes(name));
if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(', ')}; there are ${names.join(', ')}.`);
// Pages of real forums are looked at where a folder of them is given.
const usual = names.filter((name) => name !== 'saved' || process.env.STANDPOINT_PAGES);
const wanted = positionals.length === 0 ? usual : names.filter((name) => positionals.includes(name));

const browsers = findBrowsers().filter(({ engine }) => (values.browser ?? engine) === engine);
const jobs: Job[] = wanted
  .flatMap((part) =>
    part === START
      ? [{ part, title: part, paths: browsers.map(({ path }) => path) }]
      : enginesFor(part).map(({ name, path }) => ({ part, title: `${part} in ${name}`, paths: [path] })),
  )
  .filter(({ paths }) => paths.length > 0)
  .sort((one, other) => rank(one) - rank(other));
const total = { passed: 0, failures: [] as string[] };

function enginesFor(part: string): Installed[] {
  if (IN_CHROMIUM.includes(part)) return browsers.filter(({ engine }) => engine === 'chromium');
  return SWEEPS || positionals.length > 0 || !ONCE.includes(part) ? browsers : browsers.slice(0, 1);
}

/** What takes longest comes first, so that nothing long is left for the end. */
function rank({ part }: Job): number {
  const index = LONGEST_FIRST.indexOf(part);
  return index < 0 ? LONGEST_FIRST.length : index;
}

for (const { name, path, engine } of browsers) {
  console.log(`${name} (${path})`);
  const models = (['small', 'shipped'] as const).filter((model) => wanted.some((part) => part !== START && model === modelOf(part)));
  if (models.length === 0) continue;
  const built = buildExtension(engine, { model: SMALL_MODEL });
  for (const model of models) {
    const folder = testedExtension(engine, model);
    rmSync(folder, { recursive: true, force: true });
    cpSync(built, folder, { recursive: true });
    // The builds differ in these files alone.
    if (model === 'shipped') for (const file of MODEL_FILES) cpSync(join(ROOT, 'public', file), join(folder, file));
  }
}

/** Parts that measure what a page holds: a neighbour that keeps the machine busy is measured with it. */
const ALONE = ['endurance'];
const isAlone = ({ part }: Job) => ALONE.includes(part);
let done = 0;
const sideBySide = jobs.filter((job) => !isAlone(job));
await Promise.all(Array.from({ length: Number(values['at-once']) }, () => work(sideBySide)));
await work(jobs.filter(isAlone));

async function work(waiting: Job[]): Promise<void> {
  for (let job = waiting.shift(); job; job = waiting.shift()) {
    const start = performance.now();
    const { outcome, text } = await runPart(job);
    done += 1;
    const seconds = Math.round((performance.now() - start) / 1000);
    const failed = outcome.failures.length > 0 ? `, ${outcome.failures.length} FAILED` : '';
    console.log(`\n[${done} of ${jobs.length}] ${job.title}: ${outcome.passed} hold${failed} (${seconds} s)\n${text.trimEnd()}`);
    total.passed += outcome.passed;
    total.failures.push(...outcome.failures.map((sentence) => `${job.title}: ${sentence}`));
  }
}

function runPart({ part, paths }: Job): Promise<{ outcome: Outcome; text: string }> {
  const child = fork(join(import.meta.dirname, 'part.ts'), [part, ...paths], { silent: true, execArgv: [] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8');
    stream?.on('data', (words: string) => {
      text += words;
    });
  }
  let outcome: Outcome = { passed: 0, failures: ['it did not come to its end'] };
  child.on('message', (message) => {
    outcome = message as Outcome;
  });
  const impatience = setTimeout(() => child.kill(), PATIENCE);
  return new Promise((resolve) => {
    child.on('close', () => {
      clearTimeout(impatience);
      resolve({ outcome, text });
    });
  });
}

if (browsers.length === 0) {
  console.log('');
  console.log('THE BROWSER TESTS WERE SKIPPED: no browser was found.');
  console.log('Install Chromium, Chrome, Edge or Firefox, or name one in CHROME_PATH or FIREFOX_PATH.');
  if (process.env.CI === 'true') total.failures.push('no browser was found');
}
if (total.failures.length > 0) console.log(`\nWhat failed:\n${total.failures.map((sentence) => `  ✗ ${sentence}`).join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failures.length} failed`);
if (total.failures.length > 0) process.exitCode = 1;
