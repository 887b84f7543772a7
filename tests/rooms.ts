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

/** Doors beside a room's own `index.ts`, as README.md states them, and the folders that may come in by them alone (none named: all may). */
export const SIDE_DOORS: readonly { door: string; only?: string }[] = [
  { door: 'stance/transformer/index.ts' },
  { door: 'stance/training/index.ts', only: 'utils/commands' },
  { door: 'export/record.ts', only: 'utils/commands' },
];

/** What the linter must forbid so that imports go one way, and into a room by its door: one entry a room, and one for each of the folders above them. */
export function importRules(): Override[] {
  const all = rooms();
  const forbid = (folder: string, names: readonly string[], message: string, open: readonly string[]): Override => {
    const doors = SIDE_DOORS.filter(({ door, only = folder }) => only === folder && open.includes(door.split('/')[0] ?? ''));
    const entrances = [...open.map((room) => `${room}/index.ts`), ...doors.map(({ door }) => door)];
    const patterns = [
      { group: names.map((name) => `../**/${name}/**`), message },
      {
        group: [...open.map((room) => `../**/${room}/**`), ...entrances.map((door) => `!../**/${door}`)],
        message: 'a room is entered by its index.ts: see the rooms in README.md',
      },
    ];
    return {
      includes: [`${folder}/**`],
      linter: {
        rules: {
          style: { noRestrictedImports: { level: 'error', options: { patterns: patterns.filter(({ group }) => group.length > 0) } } },
        },
      },
    };
  };
  const products = [...all.keys()].filter((room) => room !== 'commands');
  return [
    ...[...all].map(([room, may]) => {
      const others = [...all.keys()].filter((other) => other !== room && !may.includes(other));
      const knows = may.length > 0 ? `may import ${may.join(', ')} alone` : 'imports no other room';
      return forbid(`utils/${room}`, [...others, 'components', 'entrypoints'], `${room} ${knows}: see the rooms in README.md`, may);
    }),
    forbid('components', ['entrypoints', 'utils/commands'], 'components know utils, but no entrypoint and no command', products),
    forbid('entrypoints', ['utils/commands'], 'commands are for the command line', products),
  ];
}
