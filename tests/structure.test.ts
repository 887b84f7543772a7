import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { importRules, ROOT, rooms, SIDE_DOORS } from './rooms.ts';

const config = JSON.parse(readFileSync(join(ROOT, '.biome.json'), 'utf8'));
const foldersOf = (path: string) =>
  readdirSync(join(ROOT, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

test('the rooms of README.md are the folders of utils', () => {
  expect([...rooms().keys()].sort()).toEqual(foldersOf('utils').sort());
});

test('every room may only import rooms that stand before it', () => {
  const known = new Set<string>();
  for (const [room, may] of rooms()) {
    expect(
      may.filter((other) => !known.has(other)),
      room,
    ).toEqual([]);
    known.add(room);
  }
});

test('each folder of components is the place of something on an own page, in the page read, or shared', () => {
  // The page that holds the model's worker is seen by nobody.
  const seen = foldersOf('entrypoints').filter((name) => !['content', 'modelHost'].includes(name));
  const places = [...seen, 'badge', 'keyboard', 'minimap', 'sidebar', 'shared'];
  expect(foldersOf('components').sort()).toEqual(places.sort());
});

test('the linter holds the rules of the table, and no circle of imports', () => {
  expect(config.overrides).toEqual(importRules());
  expect(config.linter.rules.suspicious.noImportCycles).toEqual({ level: 'error', options: { ignoreTypes: false } });
});

test('the linter refuses every import that goes the wrong way or past a door, and no other', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rooms-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  /** A file, or one in a folder. */
  const fileOf = (path: string) => (path.endsWith('.ts') ? path : `${path}/a.ts`);
  const bad: string[] = [];
  const importing = (from: string, to: string, isBad: boolean) => {
    const depth = from.split('/').length;
    const path = `${from}/${fileOf(to).replaceAll('/', '-')}`;
    const isBeside = to.startsWith('utils/') && from.startsWith('utils/');
    const up = isBeside ? '../'.repeat(depth - 1) + fileOf(to).slice('utils/'.length) : '../'.repeat(depth) + fileOf(to);
    write(path, `export { a } from '${up}';\n`);
    if (isBad) bad.push(path);
  };
  /** By the door where the room may be entered at all; past it, by a file of the room or of a folder in it, never. */
  const entering = (from: string, room: string, isAllowed: boolean) => {
    importing(from, `utils/${room}/index.ts`, !isAllowed);
    importing(from, `utils/${room}/a.ts`, true);
    importing(from, `utils/${room}/inner/index.ts`, true);
    for (const { door, only = from } of SIDE_DOORS) {
      if (door.startsWith(`${room}/`)) importing(from, `utils/${door}`, !(isAllowed && `${from}/`.startsWith(`${only}/`)));
    }
  };
  try {
    const all = [...rooms()];
    const targets = all.flatMap(([room]) => ['index', 'a', 'inner/index'].map((name) => `utils/${room}/${name}.ts`));
    for (const path of [...targets, ...SIDE_DOORS.map(({ door }) => `utils/${door}`), 'components', 'entrypoints'])
      write(fileOf(path), 'export const a = 1;\n');
    for (const [room, may] of all) {
      for (const [other] of all) {
        if (other === room) continue;
        entering(`utils/${room}`, other, may.includes(other));
        entering(`utils/${room}/within`, other, may.includes(other));
      }
      importing(`utils/${room}`, 'components', true);
      importing(`utils/${room}`, 'entrypoints', true);
      entering('components/somewhere', room, room !== 'commands');
      entering('entrypoints/somewhere', room, room !== 'commands');
    }
    importing('components/somewhere', 'entrypoints', true);
    importing('entrypoints/somewhere', 'components', false);
    const { overrides } = config;
    write('biome.json', JSON.stringify({ root: true, linter: { rules: { preset: 'none' } }, overrides }));
    expect(refusedIn(folder)).toEqual(bad.sort());
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** Files of a folder in which the linter finds an import that is not allowed. */
function refusedIn(folder: string): string[] {
  const biome = join(ROOT, 'node_modules/.bin/biome');
  const report = (() => {
    try {
      return execFileSync(biome, ['lint', '--reporter=github', '--max-diagnostics=none', '.'], { cwd: folder, encoding: 'utf8' });
    } catch (error) {
      return (error as { stdout: string }).stdout;
    }
  })();
  const files = [...report.matchAll(/title=lint\/style\/noRestrictedImports,file=([^,]+)/g)].map(([, file = '']) =>
    relative(realpathSync(folder), file),
  );
  return [...new Set(files)].sort();
}

/** Files of which an outsider reads the text; saved pages and what was made from them speak of other things. */
function* texts(path: string): Generator<string> {
  for (const entry of readdirSync(join(ROOT, path), { withFileTypes: true })) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) yield* texts(inner);
    else if (['.ts', '.tsx', '.css', '.yml', '.md', ''].includes(extname(entry.name))) yield inner;
  }
}

test('every door that the commands use opens in bare Node', () => {
  const used = new Set<string>();
  for (const file of readdirSync(join(ROOT, 'utils/commands'), { recursive: true, encoding: 'utf8' })) {
    if (extname(file) !== '.ts') continue;
    const folder = dirname(join(ROOT, 'utils/commands', file));
    for (const [, path = ''] of readFileSync(join(ROOT, 'utils/commands', file), 'utf8').matchAll(/ from '(\.[^']+)'/g))
      if (!join(folder, path).startsWith(join(ROOT, 'utils/commands')) && existsSync(join(folder, path))) used.add(join(folder, path));
  }
  expect(used.size).toBeGreaterThan(4);
  const opened = execFileSync(process.execPath, ['--input-type=module', '-e', DOORS_OPENED, ...used], { encoding: 'utf8' });
  expect(Object.values(JSON.parse(opened))).not.toContain(0);
});

/** Imports each file named to it and prints how many names it gives. */
const DOORS_OPENED = `
  const opened = {};
  for (const path of process.argv.slice(1)) opened[path] = Object.keys(await import(path)).length;
  console.log(JSON.stringify(opened));
`;

test('every file and folder of the project that a text names is there', () => {
  const files = [
    'README.md',
    'package.json',
    '.biome.json',
    'wxt.config.ts',
    ...['.ci', 'utils', 'components', 'entrypoints', 'tests'].flatMap((path) => [...texts(path)]),
  ];
  const lost = files
    .filter((file) => existsSync(join(ROOT, file)))
    .flatMap((file) =>
      [
        ...readFileSync(join(ROOT, file), 'utf8').matchAll(
          /(?<![\w/.])(?:utils|components|entrypoints|tests)\/[\w./-]*(?:\.(?:tsx?|css|yml|json)\b|\/(?=`))/g,
        ),
      ]
        .map(([path]) => path)
        .filter((path) => !existsSync(join(ROOT, path)))
        .map((path) => `${file}: ${path}`),
    );
  expect(lost).toEqual([]);
});
