/**
 * `npm run engine`: the README's two ways to read pages on many processors, run as they stand there over 5,000 pages (`-- 500`: so many),
 * and compared with one process. `--shipped` does so with the model that ships, to see how fast that is; else a small one answers.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startChecks } from '../browser/checks.ts';
import { ROOT, SMALL_MODEL } from '../demo/build.ts';
import { inOneProcess } from './oneProcess.ts';
import { pythonWithSpark } from './python.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { shipped: { type: 'boolean', default: false } } });
const COUNT = Number(positionals[0] ?? (values.shipped ? 100 : 5000));
if (!values.shipped) process.env.STANDPOINT_MODEL = SMALL_MODEL;

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const place = mkdtempSync(join(tmpdir(), 'standpoint-engine-'));
const checks = startChecks();
const { check } = checks;

/** Some pages are no thread, and some files are not there: what cannot be read costs its own line only. */
const isNoThread = (index: number) => index % 50 === 17;
const isMissing = (index: number) => index % 50 === 33;

/** A piece of the README by its language, with our sources where it names a place for them. */
function snippet(language: string, words: string): string {
  const found = [...readme.matchAll(/```(\w+)\n(.*?)```/gs)].find(([, name, text]) => name === language && text?.includes(words));
  assert.ok(found?.[2], `the README has an example of ${words}`);
  return found[2].replaceAll('/opt/standpoint', ROOT);
}

function run(command: string, args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: place, encoding: 'utf8', maxBuffer: 2 ** 30 });
  assert.equal(status, 0, `${command}: ${stderr.slice(-1500)}${stdout.slice(-1500)}`);
  return stdout;
}

/** Lines by the file that they are about, without what depends on the moment of reading and the key. */
function byFile(text: string): Map<string, string> {
  const lines = text.trim().split('\n');
  const found = new Map(
    lines.map((line) => [JSON.parse(line).file as string, line.replace(/"key":\d+,|"(exportedAt|time)":"[^"]*",?/g, '')]),
  );
  assert.equal(found.size, lines.length, 'no page is answered twice');
  return found;
}

function isSame(text: string, expected: ReadonlyMap<string, string>): void {
  const found = byFile(text);
  assert.equal(found.size, expected.size, 'no page is lost');
  for (const [file, line] of expected) assert.equal(found.get(file), line);
}

function rate(how: string, seconds: number): void {
  console.log(`    ${how}: ${(COUNT / seconds).toFixed(1)} pages a second (${COUNT} in ${seconds.toFixed(0)} s)`);
}

function inSpark(python: string, how: 'whole' | 'interrupt'): { told: string; text: string } {
  rmSync(join(place, 'threads'), { recursive: true, force: true });
  const told = run(python, ['-W', 'ignore', join(ROOT, 'tests/engine/spark.py'), 'snippet.py', how]);
  const parts = readdirSync(join(place, 'threads')).filter((name) => name.startsWith('part-'));
  assert.ok(parts.length > 1, 'the work was divided');
  return { told, text: parts.map((name) => readFileSync(join(place, 'threads', name), 'utf8')).join('') };
}

const secondsIn = (told: string) => Number(/seconds: ([\d.]+)/.exec(told)?.[1]);

async function compare(python: string): Promise<void> {
  let expected: ReadonlyMap<string, string> = new Map();
  await check(`one process reads ${COUNT} pages with flat memory, and what cannot be read costs its own line`, async () => {
    const { text, seconds } = await inOneProcess(readFileSync(join(place, 'pages.jsonl'), 'utf8'));
    rate('one process', seconds);
    expected = byFile(text);
    assert.equal(expected.size, COUNT);
    const errors = [...expected.values()].filter((line) => JSON.parse(line).error !== undefined);
    assert.equal(
      errors.length,
      Array.from({ length: COUNT }, (_, index) => index).filter((index) => isNoThread(index) || isMissing(index)).length,
    );
  });
  await check('GNU parallel, as the README has it, gives the same lines in the same order', () => {
    // So few pages as the model that ships is tried with would all go to one process.
    const text = snippet('sh', 'parallel --pipe').replace('-N 200', `-N ${Math.min(200, Math.ceil(COUNT / 4))}`);
    writeFileSync(join(place, 'snippet.sh'), `set -euo pipefail\n${text}`);
    const start = performance.now();
    run('bash', ['snippet.sh']);
    rate('GNU parallel, a process a processor', (performance.now() - start) / 1000);
    const answers = readFileSync(join(place, 'threads.jsonl'), 'utf8');
    isSame(answers, expected);
    assert.deepEqual([...byFile(answers).keys()], [...expected.keys()]);
  });
  await check('Spark on two workers, as the README has it, gives the same lines, each with its key', () => {
    const { told, text } = inSpark(python, 'whole');
    rate('Spark, two workers', secondsIn(told));
    isSame(text, expected);
    const keys = text
      .trim()
      .split('\n')
      .map((line) => Number(JSON.parse(line).key));
    assert.deepEqual(
      keys.sort((one, other) => one - other),
      Array.from({ length: COUNT }, (_, index) => index),
    );
    const peaks = (/peaks of commands in MB: (.*)/.exec(told)?.[1] ?? '').split(' ').map(Number);
    const [usual, most] = [peaks.sort((one, other) => one - other)[Math.floor(peaks.length / 2)] ?? 0, Math.max(...peaks)];
    console.log(`    memory of a command: usually ${usual} MB, at most ${most} MB`);
    assert.ok(peaks.length > 4, 'commands were seen');
    assert.ok(most <= 1.5 * usual, 'no command holds much more than the others');
  });
  if (values.shipped) return;
  await check('with the command killed in one worker, and then a whole worker, nothing is lost and nothing doubled', () => {
    const { told, text } = inSpark(python, 'interrupt');
    rate('Spark, interrupted', secondsIn(told));
    assert.equal(told.match(/^ended: /gm)?.length, 2, told);
    isSame(text, expected);
  });
}

function layPages(): void {
  const ours = join(ROOT, 'utils/reading/platforms');
  const pages = readdirSync(ours).filter((file) => file.endsWith('.html'));
  mkdirSync(join(place, 'pages'));
  const lines = Array.from({ length: COUNT }, (_, index) => {
    const file = join(place, 'pages', `${String(index).padStart(5, '0')}.html`);
    const page = isNoThread(index) ? join(ROOT, 'tests/demo/served/notice.html') : join(ours, pages[index % pages.length] ?? '');
    symlinkSync(isMissing(index) ? join(place, 'nowhere.html') : page, file);
    return `${JSON.stringify({ key: index, file })}\n`;
  });
  writeFileSync(join(place, 'pages.jsonl'), lines.join(''));
  writeFileSync(join(place, 'snippet.py'), `import os\n${snippet('python', 'sc.textFile')}`);
}

try {
  const python = pythonWithSpark();
  if (python) {
    layPages();
    await compare(python);
  } else {
    console.log('SKIPPED: reading pages on Spark needs Java (Debian: default-jre-headless), GNU parallel, jq, and a Python 3 with venv.');
    if (process.env.CI === 'true') checks.failures.push('no Spark');
  }
} finally {
  if (existsSync(place)) rmSync(place, { recursive: true, force: true });
}
console.log(`\n${checks.passed} passed, ${checks.failures.length} failed`);
if (checks.failures.length > 0) process.exitCode = 1;
