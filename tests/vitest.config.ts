import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { FRAMES } from '../utils/reading/platforms/index.ts';

/** What needs no real model has the small one, the commands that tests start too. */
const STANDPOINT_MODEL = join(import.meta.dirname, 'fixtures/encoder');

export default defineConfig({
  plugins: [await WxtVitest()],
  define: { PLATFORM_FRAMES: JSON.stringify(FRAMES) },
  test: {
    root: '.',
    include: ['tests/**/*.test.{ts,tsx}'],
    environment: 'happy-dom',
    setupFiles: ['tests/setup.ts'],
    testTimeout: 60_000,
    env: { STANDPOINT_MODEL },
  },
});
