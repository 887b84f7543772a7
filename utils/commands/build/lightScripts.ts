import { join } from 'node:path';

/** What the browser's interface is called where webextension-polyfill stands for it, and by itself. */
const POLYFILLED = '@wxt-dev/webextension-polyfill/browser';
const PLAIN = '@wxt-dev/browser';
const CONTEXT = 'wxt/utils/content-script-context';

/** As much of the bundler's plugin context as is needed. */
interface Context {
  resolve(source: string, importer: string | undefined, options: { skipSelf: boolean }): Promise<{ id: string } | null>;
}

/** As much of the build of one script as is needed. */
interface Build {
  build?: { lib?: false | { fileName?: unknown } };
}

/**
 * Builds the scripts of these names without the polyfill and with a context that can be told to end, and nothing more: they run on every page of a
 * forum, send a message at most, and to set these two up took longer than all that they do.
 */
export function lightScripts(names: readonly string[]) {
  let isOne = false;
  return {
    name: 'light-scripts',
    enforce: 'pre' as const,
    config({ build }: Build) {
      isOne = Boolean(build?.lib && names.includes(String(build.lib.fileName)));
    },
    resolveId(this: Context, source: string, importer: string | undefined) {
      if (!isOne) return null;
      if (source === CONTEXT) return join(import.meta.dirname, '../../page/lightContext.ts');
      return source === POLYFILLED ? this.resolve(PLAIN, importer, { skipSelf: true }) : null;
    },
  };
}
