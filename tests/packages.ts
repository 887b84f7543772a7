/**
 * `npm run packages`: makes the packages for the stores and looks at them as the stores do. The Firefox package must be without warning,
 * and the very same must come out of the package of sources, on a machine that has nothing else.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from './demo/build.ts';

const OUTPUT = join(ROOT, '.output');
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const zipOf = (what: string, folder = OUTPUT) => join(folder, `standpoint-${version}-${what}.zip`);

function run(command: string, args: string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    shell: process.platform === 'win32',
  });
  assert.equal(status, 0, `${command} ${args.join(' ')} failed:\n${stdout}${stderr}`);
  return stdout;
}

/** What a reader may be asked to download. */
const LARGEST = 30e6;
/** What runs on every page of a forum, gzipped: no more than before the rooms had doors. */
const LARGEST_LOADER = 9500;

const checks: Record<string, () => void> = {
  'the packages are made': () => {
    run('npm', ['run', 'zip'], ROOT);
    for (const what of ['chrome', 'firefox', 'sources']) assert.ok(statSync(zipOf(what)).size > 0);
    for (const what of ['chrome', 'firefox']) assert.ok(statSync(zipOf(what)).size <= LARGEST, `the package for ${what} is too large`);
  },
  'both say the version of package.json, and ask for nothing that is not used': () => {
    for (const browser of ['chrome', 'firefox']) {
      const manifest = JSON.parse(readFileSync(join(OUTPUT, `${browser}-mv3/manifest.json`), 'utf8'));
      assert.equal(manifest.version, version);
      const offscreen = browser === 'chrome' ? ['offscreen'] : [];
      assert.deepEqual(manifest.permissions, ['storage', 'activeTab', 'scripting', 'contextMenus', ...offscreen]);
      assert.deepEqual(manifest.optional_host_permissions, ['*://*/*']);
      assert.ok(!JSON.stringify(manifest).includes('127.0.0.1'), 'nothing of the test build');
      const policy: string = manifest.content_security_policy.extension_pages;
      assert.match(policy, /default-src 'none'.*connect-src 'self'/);
      assert.deepEqual(policy.match(/script-src [^;]*/g), ["script-src 'self' 'wasm-unsafe-eval'"]);
    }
  },
  'the options page and the popup bring no platform along, and the script for every page of a forum stays small': () => {
    const folder = join(OUTPUT, 'chrome-mv3');
    const text = (path: string) => readFileSync(join(folder, path), 'utf8');
    for (const page of ['options.html', 'popup.html']) {
      const scripts = text(page).match(/chunks\/[\w-]+\.js/g) ?? [];
      assert.ok(scripts.length > 0);
      assert.deepEqual(
        scripts.filter((path) => text(path).includes('athing')),
        [],
        `${page} brings Hacker News' selectors`,
      );
    }
    assert.ok(gzipSync(text('content-scripts/loader.js')).length <= LARGEST_LOADER);
  },
  'addons-linter has no error, warning or notice on the Firefox package': () => {
    const linter = join(ROOT, 'node_modules/addons-linter/bin/addons-linter');
    const { stdout } = spawnSync(process.execPath, [linter, '--output', 'json', zipOf('firefox')], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    const { errors, warnings, notices } = JSON.parse(stdout);
    assert.deepEqual([...errors, ...warnings, ...notices], []);
  },
  'the same Firefox package, byte for byte, is built from the package of sources': () => {
    const folder = mkdtempSync(join(tmpdir(), 'standpoint-sources-'));
    try {
      unzip(zipOf('sources'), folder);
      run('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund'], folder);
      run('npm', ['run', 'zip'], folder);
      assert.ok(readFileSync(zipOf('firefox')).equals(readFileSync(zipOf('firefox', join(folder, '.output')))), 'the packages differ');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function unzip(file: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  run('unzip', ['-q', file, '-d', folder], folder);
}

/** What is in a package, the largest first, as it is and as it is sent. */
function sizes(browser: string): void {
  const folder = join(OUTPUT, `${browser}-mv3`);
  const files = (readdirSync(folder, { recursive: true, withFileTypes: true }) as import('node:fs').Dirent[])
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ name: relative(folder, path), size: statSync(path).size, sent: gzipSync(readFileSync(path)).length }))
    .sort((a, b) => b.size - a.size);
  const row = (name: string, size: number, sent: number) => console.log(`| ${name.padEnd(40)} | ${kilo(size)} | ${kilo(sent)} |`);
  console.log(`\n| ${browser.padEnd(40)} |       kB | gzipped kB |\n|${'-'.repeat(42)}|---------:|-----------:|`);
  for (const { name, size, sent } of files.slice(0, 12)) row(name, size, sent);
  const rest = files.slice(12);
  const sum = (list: typeof files, key: 'size' | 'sent') => list.reduce((total, file) => total + file[key], 0);
  row(`${rest.length} more`, sum(rest, 'size'), sum(rest, 'sent'));
  row('all', sum(files, 'size'), sum(files, 'sent'));
}

const kilo = (bytes: number) => (bytes / 1000).toFixed(1).padStart(8);

let failed = 0;
for (const [sentence, check] of Object.entries(checks)) {
  try {
    check();
    console.log(`  ✓ ${sentence}`);
  } catch (error) {
    failed += 1;
    console.log(`  ✗ ${sentence}\n${String(error instanceof Error ? error.message : error).slice(0, 3000)}`);
  }
}
for (const browser of ['chrome', 'firefox']) sizes(browser);
console.log(`\n${Object.keys(checks).length - failed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;
