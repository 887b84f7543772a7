import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { FRAMES } from '../utils/reading/platforms/index.ts';

/** What needs no real model has the small one, the commands that tests start too. */
const STANDPOINT_MODEL = join(import.meta.dirname, 'fixtures/encoder');

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((file) => /\.test\.tsx?$/.test(file));
/** Those that name their environment: they need no page, or jsdom's, or work hard. */
const isApart = (file: string) => /^\/\/ @vitest-environment /m.test(readFileSync(join(import.meta.dirname, file), 'utf8'));

const project = async (name: string, pool: 'forks' | 'vmForks', chosen: string[]) => ({
  plugins: [await WxtVitest()],
  define: { PLATFORM_FRAMES: JSON.stringify(FRAMES) },
  test: {
    name,
    pool,
    root: '.',
    include: chosen.map((file) => `tests/${file.replaceAll('\\', '/')}`),
    environment: 'happy-dom' as const,
    setupFiles: ['tests/setup.ts'],
    testTimeout: 60_000,
    env: { STANDPOINT_MODEL },
  },
});

export default defineConfig({
  test: {
    projects: [
      // A world of its own for each file, in a process that loads happy-dom once: to load it takes longer than most of these tests.
      await project(
        'page',
        'vmForks',
        files.filter((file) => !isApart(file)),
      ),
      // What works hard is slower in such a world, and needs it less.
      await project('apart', 'forks', files.filter(isApart)),
    ],
  },
});
