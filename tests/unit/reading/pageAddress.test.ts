// @vitest-environment node
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { openPage } from '../../../utils/commands/openPage.ts';
import { pageAddress } from '../../../utils/reading/pageAddress.ts';

const OWN = 'https://forum.example.org/t/1';

const heads: [string, string][] = [
  ['its canonical address', `<head><link rel="canonical" href="${OWN}"></head>`],
  [
    'what it tells those who share it, where the canonical address is none',
    `<head><link rel="canonical" href="/t/1"><meta property="og:url" content="${OWN}"></head>`,
  ],
  ['the remark of a browser that saved it', `<!DOCTYPE html>\n<!-- saved from url=(0029)${OWN} -->\n<html><head></head></html>`],
  [
    'the remark of a program that saved it',
    `<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: ${OWN} \n saved date: today\n--><head></head></html>`,
  ],
];

test.each(heads)('a saved page has %s', (_, html) => {
  const file = join(mkdtempSync(join(tmpdir(), 'standpoint-')), 'page.html');
  writeFileSync(file, html);
  expect(openPage(file).window.location.href).toBe(OWN);
  const { document } = new JSDOM(html).window;
  expect(pageAddress(document, 'about:blank')).toBe(OWN);
  expect(pageAddress(document, 'file:///home/somebody/page.html')).toBe(OWN);
  expect(pageAddress(document, 'https://elsewhere.example.org/')).toBe('https://elsewhere.example.org/');
});

test('a saved page that says nothing of itself is named by its file, and by no place on the machine', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'standpoint-')), 'my page.html');
  writeFileSync(file, '<p>Words</p>');
  expect(openPage(file).window.location.href).toBe('file:///my%20page.html');
});
