import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Installed } from './browsers.ts';

export const ROOT = join(import.meta.dirname, '../..');

/** Where the build for the demo and the tests stands, for each engine. */
export function extensionFolder(engine: Installed['engine']): string {
  return join(ROOT, '.output', `loopback-${engine === 'firefox' ? 'firefox' : 'chrome'}-mv3`);
}

/** Builds the extension so that it also reads pages of this machine, and of one more `site` (a match pattern) if asked. Returns its folder. */
export function buildExtension(engine: Installed['engine'], site = ''): string {
  const program = join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [program, 'build', '--browser', engine === 'firefox' ? 'firefox' : 'chrome'],
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, STANDPOINT_LOOPBACK: '1', STANDPOINT_SITE: site },
    },
  );
  if (status !== 0) throw new Error(`The extension could not be built:\n${stdout}${stderr}`);
  return extensionFolder(engine);
}
