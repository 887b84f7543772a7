import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { PLATFORMS } from '../../../utils/reading/platforms/index.ts';

// What the build writes into the script for threads.
const written = (expression: RegExp | undefined) => expression && [expression.source, expression.flags];
vi.stubGlobal('PLATFORM_HOSTS', []);
vi.stubGlobal('PLATFORM_MARKERS', PLATFORMS.map(({ marker }) => marker).join(', '));
vi.stubGlobal(
  'PLATFORM_TABLE',
  PLATFORMS.map(({ name, marker, address, thread }) => ({ name, marker, address: written(address), thread: written(thread) })),
);

let inPage: typeof import('../../../utils/reading/platformsInPage.ts');
beforeAll(async () => {
  inPage = await import('../../../utils/reading/platformsInPage.ts');
});
afterEach(() => {
  document.body.innerHTML = '';
  Reflect.deleteProperty(globalThis, 'standpointPlatforms');
});

test('a page is of a platform before that is at hand, and read once it is', () => {
  document.body.innerHTML = '<table id="hnmain"><tr><td><table class="comment-tree"></table></td></tr></table>';
  expect(inPage.absentPlatform(document)).toBe('hackernews');
  expect(inPage.recognize(document)).toBeNull();
  const hackernews = PLATFORMS.find(({ name }) => name === 'hackernews');
  Object.assign(globalThis, { standpointPlatforms: { hackernews } });
  expect(inPage.absentPlatform(document)).toBeNull();
  expect(inPage.recognize(document)).toBe(hackernews);
});

test('a page that no platform knows has none to bring', () => {
  document.body.innerHTML = '<p>Nothing to discuss.';
  expect(inPage.absentPlatform(document)).toBeNull();
});

test('threads have the names that the platforms give them', () => {
  for (const { name, thread } of PLATFORMS) expect(inPage.namesThreads(name)).toMatchObject({ name, ...(thread && { thread }) });
  expect(inPage.namesThreads('nobody')).toBeUndefined();
});
