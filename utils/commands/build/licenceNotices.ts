import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package of which something is in what is shipped. */
interface Notice {
  name: string;
  version: string;
  licence: string;
  /** Its licence in full, as its maker ships it. */
  text: string;
}

/**
 * Notes what packages modules come from, and tells their licences. The files of modules are what the bundler says is in the package, so
 * that the notices can neither lack a package nor name one that is only used to build it.
 */
export function createNotices(): { add(modules: Iterable<string>): void; text(): string } {
  const folders = new Set<string>();
  return {
    add(modules) {
      for (const module of modules) {
        const folder = packageFolder(module);
        if (folder) folders.add(folder);
      }
    },
    text() {
      const notices = [...folders].map(noticeOf).sort((a, b) => a.name.localeCompare(b.name, 'en'));
      const parts = notices.map(({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text.trim()}\n`);
      return ['This package holds code of the following packages, under the licences given.\n', ...parts].join(`\n${'-'.repeat(72)}\n\n`);
    },
  };
}

/** The folder of the package that a module is in; `null` for modules of our own, and for those that the bundler makes up. */
function packageFolder(module: string): string | null {
  const [, folder] = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(module.replaceAll('\\', '/')) ?? [];
  return folder && existsSync(join(folder, 'package.json')) ? folder : null;
}

function noticeOf(folder: string): Notice {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = licenceFile(folder);
  if (!file) throw new Error(`${name} ships no licence, so it cannot be shipped with ours.`);
  return { name, version, licence: license, text: readFileSync(file, 'utf8') };
}

/** A package of a workspace may have its licence at the top of it alone. */
function licenceFile(folder: string): string | undefined {
  const name =
    readdirSync(folder).find((file) => /^licen[cs]e(\.|$)/i.test(file)) ?? readdirSync(folder).find((file) => /^readme/i.test(file));
  return name && join(folder, name);
}
