// @vitest-environment node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPageText } from '../../../../utils/commands/openPage.ts';
import { wordpress } from '../../../../utils/reading/platforms/wordpress.ts';
import { read } from '../../../../utils/reading/read.ts';
import { threadKey } from '../../../../utils/reading/threadKey.ts';

const PAGE = readFileSync(join(import.meta.dirname, '../../../../utils/reading/platforms/wordpress.last.html'), 'utf8');
const openingIn = (html: string, address: string) =>
  read(wordpress, openPageText(html, 'page.html', address).window.document, address, new Date('2026-11-01T12:00:00Z'))?.thread.opening;

test('the article of a block theme is the same one before and after scripts have given what is around it an id', () => {
  const address = 'https://quay.example/2026/05/buoys/comment-page-3/';
  const asServed = PAGE.replace(/ id="wp--skip-link--target"/, '');
  expect(asServed).not.toBe(PAGE);
  expect(openingIn(PAGE, address)?.id).toBe('post-40');
  expect(openingIn(asServed, address)?.id).toBe('post-40');
});

test.each([
  ['https://quay.example/2026/05/buoys/', 'https://quay.example/2026/05/buoys/comment-page-2/#comments'],
  ['https://quay.example/buoys.html', 'https://quay.example/buoys.html/comment-page-2#comment-9'],
  ['https://quay.example/?p=40', 'https://quay.example/?p=40&cpage=2#comments'],
  ['https://quay.example/buoys/', 'https://quay.example/buoys/?replytocom=9#respond'],
])('the comments of %s go on at %s', (first, later) => {
  expect(threadKey(wordpress, later)).toBe(threadKey(wordpress, first));
});

test('two articles are two threads', () => {
  const keys = ['/?p=40', '/?p=41', '/buoys/', '/buoys/old/', '/'].map((path) => threadKey(wordpress, `https://quay.example${path}`));
  expect(new Set(keys).size).toBe(keys.length);
});
