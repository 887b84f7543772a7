import { join } from 'node:path';
import { build } from 'vite';

const INDEX = 'utils/reading/platforms/index.ts';

/** As much of the bundler's plugin context as is needed. */
interface Context {
  resolve(source: string, importer: string | undefined, options: { skipSelf: boolean }): Promise<{ id: string } | null>;
}

/** As much of the build of one script as is needed. */
interface Build {
  build?: { lib?: false | { fileName?: unknown } };
}

/** Builds one script, `name`, without the platforms: it knows what tells them apart, and has the one of its page brought. */
export function withoutPlatforms(name: string) {
  let isIt = false;
  return {
    name: 'without-platforms',
    enforce: 'pre' as const,
    config({ build }: Build) {
      isIt = Boolean(build?.lib && build.lib.fileName === name);
    },
    async resolveId(this: Context, source: string, importer: string | undefined) {
      if (!isIt || !source.endsWith('/index.ts')) return null;
      const found = (await this.resolve(source, importer, { skipSelf: true }))?.id.replaceAll('\\', '/');
      return found?.endsWith(`/${INDEX}`) ? found.replace(/platforms\/index\.ts$/, 'platformsInPage.ts') : null;
    },
  };
}

/** A script for each platform, which lays it ready for the script for threads. */
export async function platformScripts(root: string, names: readonly string[]): Promise<{ name: string; text: string }[]> {
  return Promise.all(names.map(async (name) => ({ name, text: await scriptOf(root, name) })));
}

async function scriptOf(root: string, name: string): Promise<string> {
  const entry = 'standpoint:platform';
  const file = JSON.stringify(join(root, `utils/reading/platforms/${name}.ts`));
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'platform' } },
    plugins: [
      {
        name: 'platform',
        enforce: 'pre',
        // Vite takes it for the name of a file.
        resolveId: (id) => (id.endsWith(entry) ? entry : null),
        load: (id) =>
          id === entry
            ? `import * as found from ${file};
const platform = Object.values(found).find((one) => one?.name === ${JSON.stringify(name)});
globalThis.standpointPlatforms = { ...globalThis.standpointPlatforms, [platform.name]: platform };`
            : null,
      },
    ],
  });
  const [{ output }] = (Array.isArray(built) ? built : [built]) as { output: { code?: string }[] }[] as [{ output: { code?: string }[] }];
  return output[0]?.code ?? '';
}
