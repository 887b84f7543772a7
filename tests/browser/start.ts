import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Installed } from '../demo/browsers.ts';
import { extensionFolder, ROOT } from '../demo/build.ts';
import { VIEW } from '../demo/launch.ts';
import type { Checks } from './checks.ts';
import { SWEEPS } from './sweeps.ts';

const FOLDER = join(ROOT, '.output/demo');

/** Width and height stand at the head of a PNG file. */
function sizeOf(picture: string): { width: number; height: number } {
  const head = readFileSync(join(FOLDER, picture)).subarray(16, 24);
  return { width: head.readUInt32BE(0), height: head.readUInt32BE(4) };
}

/**
 * `npm start -- --headless` and what it says about what it cannot do. Each engine shows the demo; of saved pages each shows one kind, and both
 * in the sweeps.
 */
export async function checkStart({ check }: Checks, { engine }: Installed, all: Installed[]): Promise<void> {
  const start = (...words: string[]) => {
    rmSync(FOLDER, { recursive: true, force: true });
    return spawnSync(process.execPath, [join(ROOT, 'tests/demo/start.ts'), '--browser', engine, ...words], { cwd: ROOT, encoding: 'utf8' });
  };
  const [isFirst, isLast] = [engine === all[0]?.engine, engine === all.at(-1)?.engine];
  const exported = () => JSON.parse(readFileSync(join(FOLDER, 'thread.json'), 'utf8'));

  await check('npm start -- --headless leaves two pictures and the export, and tells the summary', () => {
    const { status, stdout, stderr } = start('--headless');
    assert.equal(status, 0, stderr);
    assert.deepEqual(sizeOf('screenshot.png'), VIEW);
    assert.ok(sizeOf('popup.png').width >= 300);
    assert.ok(stdout.includes(exported().thread.title), stdout);
  });
  if (isFirst || SWEEPS) {
    await check('npm start -- --page --url shows a saved page under the address it came from', () => {
      const urls = ['https://forum.example.org/t/a-topic/12', 'https://news.ycombinator.com/item?id=45210000'];
      for (const url of SWEEPS ? urls : urls.slice(0, 1)) {
        const { status, stderr } = start('--headless', '--page', join(ROOT, 'utils/reading/platforms/hackernews.html'), '--url', url);
        assert.equal(status, 0, stderr);
        assert.equal(exported().thread.url, url);
      }
    });
  }
  if (isLast || SWEEPS) {
    await check('npm start -- --page reads a page that no platform knows by its shape, and the export says so', () => {
      const { status, stderr } = start(
        '--headless',
        '--page',
        join(ROOT, 'tests/demo/served/unknown.html'),
        '--url',
        'https://oakfold.example/bell',
      );
      assert.equal(status, 0, stderr);
      assert.equal(exported().thread.platform, 'generic');
      assert.equal(exported().thread.comments.length, 5);
    });
  }
  if (isFirst) await checkWithoutBrowser();
  if (isFirst || SWEEPS) await checkComplaints();

  /** Whatever the engine: there is none. */
  async function checkWithoutBrowser(): Promise<void> {
    await check(
      'npm start on a machine without a browser tells the summary, and saves the thread and the page as its readers see it',
      () => {
        rmSync(FOLDER, { recursive: true, force: true });
        const program = join(ROOT, 'tests/demo/start.ts');
        const { status, stdout, stderr } = spawnSync(process.execPath, [program], {
          cwd: ROOT,
          encoding: 'utf8',
          env: { PATH: '' },
          input: '',
        });
        assert.equal(status, 0, stderr);
        const { title, comments } = exported().thread;
        assert.ok(stdout.includes(title) && stdout.includes('.output/firefox-mv3/manifest.json'), stdout);
        const drawn = readFileSync(join(FOLDER, 'thread.html'), 'utf8');
        assert.equal(drawn.match(/data-standpoint="badge"/g)?.length, comments.length);
        assert.match(drawn, /data-standpoint="sidebar"[^>]*><template shadowrootmode="open">/);
      },
    );
  }

  /** At once: nothing is built, and no browser started, for what cannot be shown. */
  async function checkComplaints(): Promise<void> {
    const empty = join(ROOT, 'entrypoints/popup/index.html');
    for (const [what, words] of Object.entries({
      'a file that is not there': ['--page', 'nowhere.html'],
      'a page without a thread': ['--page', empty],
      'an address that is none': ['--page', empty, '--url', 'nowhere'],
      'an address without a page': ['--url', 'https://example.org/'],
      'an option that does not exist': ['--sideways'],
    })) {
      await check(`npm start answers ${what} with one clear line`, () => {
        const built = () => statSync(join(extensionFolder(engine), 'manifest.json')).mtimeMs;
        const before = built();
        const { status, stderr } = start('--headless', ...words);
        assert.equal(status, 1);
        assert.match(stderr, /^\S.{20,200}\n$/);
        assert.equal(built(), before, 'nothing was built');
      });
    }
  }
}
