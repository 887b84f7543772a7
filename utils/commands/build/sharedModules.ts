/** As much of the bundler's plugin context as is needed. */
interface Context {
  resolve(source: string, importer: string | undefined, options: { skipSelf: boolean }): Promise<{ id: string } | null>;
}

/** As much of the build of one script as is needed. */
interface Build {
  build?: { lib?: false | { fileName?: unknown } };
}

const OUTSIDE = 'standpoint-shared:';

/**
 * Builds one script, `name`, so that it has modules from `standpointShared`, where another script in the same page has put them, in place of
 * copies of its own. `modules` gives for each name there a package, or the end of a file's path.
 */
export function withSharedModules(name: string, modules: Record<string, string>) {
  let isIt = false;
  const nameOf = (id: string) =>
    Object.keys(modules).find((one) => id === modules[one] || id.replaceAll('\\', '/').endsWith(`/${modules[one]}`));
  return {
    name: 'with-shared-modules',
    enforce: 'pre' as const,
    config({ build }: Build) {
      isIt = Boolean(build?.lib && build.lib.fileName === name);
      if (!isIt) return;
      const globals = Object.fromEntries(Object.keys(modules).map((one) => [OUTSIDE + one, `standpointShared.${one}`]));
      return { build: { rollupOptions: { output: { globals } } } };
    },
    async resolveId(this: Context, source: string, importer: string | undefined) {
      if (!isIt) return null;
      const found = nameOf(source) ?? nameOf((await this.resolve(source, importer, { skipSelf: true }))?.id ?? '');
      return found ? { id: OUTSIDE + found, external: true } : null;
    },
  };
}
