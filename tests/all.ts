/**
 * `npm test`: types first; then what needs a processor (lint, dead code, unit tests) beside what mostly waits (the browsers). Goes on to the
 * end whatever fails, and names that at the end. `STANDPOINT_SWEEPS=1`, as `.ci/run` has it, looks at every page in every browser and language.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';

const FAILURE = /^\s*(✗|FAIL)\s|: error TS\d+| lint\/\S+ .*━/;
const failed: string[] = [];
/** Some two hundred processes load the same modules: what Node compiles for one is kept for the next, for as long as this runs. */
const compiled = mkdtempSync(join(tmpdir(), 'standpoint-compiled-'));
const env = { ...process.env, NODE_COMPILE_CACHE: compiled };
const start = performance.now();
const since = (moment: number) => `${Math.round((performance.now() - moment) / 1000)} s`;

await step('types');
await Promise.all([inTurn(['lint', 'unused', 'unit']), inTurn(['browsers'])]);

rmSync(compiled, { recursive: true, force: true });
console.log(`\nnpm test took ${since(start)}`);
if (failed.length > 0) {
  console.log(`What failed:\n${failed.join('\n')}`);
  process.exitCode = 1;
}

async function inTurn(steps: string[]): Promise<void> {
  for (const name of steps) await step(name);
}

/** Runs a script of `package.json`, shows its lines whole as they come, and keeps those that tell of failures. */
async function step(name: string): Promise<void> {
  const begun = performance.now();
  console.log(`\n== ${name}`);
  const child = spawn('npm', ['run', '--silent', name], { stdio: ['ignore', 'pipe', 'pipe'], env, shell: process.platform === 'win32' });
  const lines = new Set<string>();
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      console.log(line);
      const plain = stripVTControlCharacters(line);
      if (FAILURE.test(plain)) lines.add(plain);
    });
  }
  const status = await new Promise((resolve) => child.on('close', resolve));
  console.log(`\n== ${name}: ${status === 0 ? 'well' : 'FAILED'} after ${since(begun)}`);
  if (status !== 0) failed.push(`== FAILED: ${name}`, ...lines);
}
