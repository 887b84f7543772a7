/**
 * `npm run stranger`: tries the README's commands as somebody does who has only just got the sources: with an empty home, nothing in npm's
 * cache, and a Node of their own, 20, 22, 24 and 26. Without a browser all of them must get the demo thread's summary, and be told what to
 * load by hand; with one, the demo must run. Needs the network. `npm run stranger -- 22` tries one Node alone.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findBrowsers } from './demo/browsers.ts';
import { ROOT } from './demo/build.ts';

/** Each with the npm that it came with. */
const NODES = { '20': '10.8.2', '22': '10.9.4', '24': '11.6.0', '26': '11.21.2' };
/** How the registry is reached from here is the one thing that is taken along: npm's own file, certificates, proxies. */
const network = {
  npm_config_userconfig: spawnSync('npm', ['config', 'get', 'userconfig'], { encoding: 'utf8' }).stdout.trim(),
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => /^NODE_EXTRA_CA_CERTS$|^SSL_CERT_|_proxy$/i.test(name))),
};
const place = mkdtempSync(join(tmpdir(), 'standpoint-stranger-'));
let passed = 0;
let failed = 0;

/** The sources alone: what git would give. */
function sources(folder: string): void {
  const { stdout } = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' });
  for (const file of stdout.split('\0').filter((name) => name && existsSync(join(ROOT, name)))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(ROOT, file), join(folder, file));
  }
}

/** A folder of programs with a Node of some version and its npm, a shell, and no browser. */
function programs(version: string, npm: string): string {
  const home = join(place, `node-${version}`);
  mkdirSync(home, { recursive: true });
  const { status, stderr } = spawnSync('npm', ['install', '--prefix', home, '--no-audit', '--no-fund', `node@${version}`, `npm@${npm}`], {
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  const folder = join(home, 'node_modules/.bin');
  for (const name of ['sh', 'env', 'uname']) {
    const program = ['/bin', '/usr/bin'].map((bin) => join(bin, name)).find((path) => existsSync(path));
    if (program && !existsSync(join(folder, name))) symlinkSync(program, join(folder, name));
  }
  return folder;
}

function attempt(sentence: string, act: () => void): void {
  const start = Date.now();
  try {
    act();
    passed += 1;
    console.log(`  ✓ ${sentence} (${Math.round((Date.now() - start) / 1000)} s)`);
  } catch (error) {
    failed += 1;
    console.log(`  ✗ ${sentence}\n${String(error instanceof Error ? error.message : error).slice(0, 3000)}`);
  }
}

try {
  const wanted = process.argv.slice(2);
  for (const [version, bundled] of Object.entries(NODES)) {
    if (wanted.length > 0 && !wanted.includes(version)) continue;
    const path = programs(version, bundled);
    const folder = join(place, `sources-${version}`);
    sources(folder);
    const home = join(place, `home-${version}`);
    mkdirSync(home);
    const environment = { PATH: path, HOME: home, npm_config_cache: join(home, 'cache'), TMPDIR: place, ...network };
    const npm = (words: string[], env: Record<string, string> = {}) =>
      spawnSync('npm', words, {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
        env: { ...environment, ...env } as unknown as NodeJS.ProcessEnv,
      });
    const which = spawnSync(join(path, 'node'), ['--version'], { encoding: 'utf8' }).stdout.trim();

    attempt(`npm ci installs everything with Node ${which}`, () => {
      const { status, stderr } = npm(['ci', '--no-audit', '--no-fund']);
      assert.equal(status, 0, stderr);
    });
    attempt(
      'npm start without a browser tells the summary all the same, saves the thread, and says which folder to load into which browser',
      () => {
        const { status, stdout, stderr } = npm(['start', '--silent']);
        assert.equal(status, 0, stdout + stderr);
        const demo = (name: string) => readFileSync(join(folder, '.output/demo', name), 'utf8');
        const { thread, coverage } = JSON.parse(demo('thread.json'));
        assert.ok(stdout.includes(thread.title) && stdout.includes(`${coverage.read} of ${coverage.total} comments read`), stdout);
        assert.equal(demo('thread.html').match(/data-standpoint="badge"/g)?.length, thread.comments.length, 'a badge a comment');
        assert.match(stdout, /\n {2}Chrome.*\.output\/chrome-mv3\n {2}Firefox.*\.output\/firefox-mv3\/manifest\.json\n$/);
        assert.ok(existsSync(join(folder, '.output/chrome-mv3/manifest.json')), 'the folder is there');
        assert.ok(existsSync(join(folder, '.output/firefox-mv3/manifest.json')), 'the other one too');
      },
    );
    attempt('the browser tests say loudly that they were skipped, which is no failure here and one where all must be tested', () => {
      for (const [CI, expected] of [
        ['', 0],
        ['true', 1],
      ] as const) {
        const { status, stdout } = npm(['run', '--silent', 'browsers'], { CI });
        assert.equal(status, expected, stdout);
        assert.match(stdout, /THE BROWSER TESTS WERE SKIPPED: no browser was found\.\n.*CHROME_PATH/);
      }
    });
    const [browser] = findBrowsers();
    if (browser) {
      attempt(`npm start -- --headless runs the demo in ${browser.name}`, () => {
        const named = { [browser.engine === 'firefox' ? 'FIREFOX_PATH' : 'CHROME_PATH']: browser.path, PATH: `${path}:/bin:/usr/bin` };
        const { status, stdout, stderr } = npm(['start', '--silent', '--', '--headless'], named);
        assert.equal(status, 0, stdout + stderr);
        assert.ok(readdirSync(join(folder, '.output/demo')).includes('screenshot.png'));
      });
    }
    rmSync(folder, { recursive: true, force: true });
  }
} finally {
  rmSync(place, { recursive: true, force: true });
}
console.log(`\n${passed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;
