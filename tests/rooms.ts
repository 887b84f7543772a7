import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..');

/** The rooms of `utils/` from the ground up, as the table in README.md has them, and which others each may import. */
export function rooms(): Map<string, readonly string[]> {
  const rows = readFileSync(join(ROOT, 'README.md'), 'utf8').matchAll(/^\| `(\w+)\/` \|[^|]*\|([^|]*)\|$/gm);
  return new Map([...rows].map(([, room = '', may = '']) => [room, may.match(/\w+/g) ?? []]));
}

interface Override {
  includes: string[];
  linter: { rules: { style: { noRestrictedImports: { level: 'error'; options: { patterns: { group: string[]; message: string }[] } } } } };
}

/** What the linter must forbid so that imports go one way: one entry a room, and one for each of the folders above them. */
export function oneWayRules(): Override[] {
  const all = rooms();
  const forbid = (folder: string, names: readonly string[], message: string): Override => ({
    includes: [`${folder}/**`],
    linter: {
      rules: {
        style: {
          noRestrictedImports: { level: 'error', options: { patterns: [{ group: names.map((name) => `../**/${name}/**`), message }] } },
        },
      },
    },
  });
  return [
    ...[...all].map(([room, may]) => {
      const others = [...all.keys()].filter((other) => other !== room && !may.includes(other));
      const knows = may.length > 0 ? `may import ${may.join(', ')} alone` : 'imports no other room';
      return forbid(`utils/${room}`, [...others, 'components', 'entrypoints'], `${room} ${knows}: see the rooms in README.md`);
    }),
    forbid('components', ['entrypoints', 'utils/commands'], 'components know utils, but no entrypoint and no command'),
    forbid('entrypoints', ['utils/commands'], 'commands are for the command line'),
  ];
}
