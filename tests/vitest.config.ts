import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [await WxtVitest()],
  test: { root: '.', include: ['tests/**/*.test.{ts,tsx}'], environment: 'happy-dom', setupFiles: ['tests/setup.ts'], testTimeout: 60_000 },
});
