import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Installed } from './browsers.ts';

export const ROOT = join(import.meta.dirname, '../..');

/** The model made for tests: as much of one as the extension needs, and quick. */
export const SMALL_MODEL = join(ROOT, 'tests/fixtures/encoder');

/** What a model is in a build. */
export const MODEL_FILES = ['stance.onnx', 'stance.json', 'tokenizer.json'];

/** Where the build for the demo and the tests stands, for each engine; one with a small model stands apart. */
export function extensionFolder(engine: Installed['engine'], isSmall = false): string {
  return join(ROOT, '.output', `${isSmall ? 'small' : 'loopback'}-${engine === 'firefox' ? 'firefox' : 'chrome'}-mv3`);
}

/**
 * Builds the extension so that it also reads pages of this machine, and of one more `site` (a match pattern) if asked, with the model in a
 * folder in place of the one that ships if asked. Returns where it is.
 */
export function buildExtension(engine: Installed['engine'], { site = '', model = '' } = {}): string {
  build(engine === 'firefox' ? 'firefox' : 'chrome', { STANDPOINT_LOOPBACK: '1', STANDPOINT_SITE: site, STANDPOINT_MODEL: model });
  return extensionFolder(engine, model !== '');
}

/** Where the browser tests' own copy of a build stands: `npm start` may be building anew at the same time. */
export function testedExtension(engine: Installed['engine'], model: 'small' | 'shipped'): string {
  return join(ROOT, '.output/tests', `${engine}-${model}`);
}

/** Builds what is shipped, as `npm run build` does. */
export function buildPackages(): void {
  for (const browser of ['chrome', 'firefox']) build(browser, {});
}

function build(browser: string, environment: Record<string, string>): void {
  const program = join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'build', '--browser', browser], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  if (status !== 0) throw new Error(`The extension could not be built:\n${stdout}${stderr}`);
}
