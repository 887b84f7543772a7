// @vitest-environment node
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { beginPlatform } from '../../../utils/commands/newPlatform.ts';

const served = (name: string) => join(import.meta.dirname, '../../demo/served', name);

it('begins a platform from a page: its selectors, and the page without anybody’s words', () => {
  const { platform, page } = beginPlatform(served('unknown.html'), 'bellboard', 'https://bell.example/thread/50');
  expect(platform).toContain("export const bellboard: Platform = {\n  name: 'bellboard',\n  example: 'https://bell.example/thread/50',");
  expect(platform).toMatchInlineSnapshot(`
    "import type { Platform } from '../platform.ts';

    export const bellboard: Platform = {
      name: 'bellboard',
      example: 'https://bell.example/thread/50',
      marker: 'article.entry',
      title: 'h1',
      comment: 'article.entry',
      id: '@id',
      author: 'a.who',
      body: 'div.said',
      time: 'time@datetime',
      // The post that the thread began with, where the page holds it apart from the comments; \`null\` where it is the first of them.
      opening: null,
    };
    "
  `);
  expect(page).toContain('<!-- url: https://bell.example/thread/50 -->');
  expect(page).toContain('entry-502');
  expect(page).not.toMatch(/bell(?!\.example)/);
});

it('says so where there is no discussion, or no address', () => {
  expect(() => beginPlatform(served('notice.html'), 'notices', 'https://bell.example/')).toThrow('No discussion could be made out');
  expect(() => beginPlatform(served('unknown.html'), 'bellboard')).toThrow('--url');
});
