import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { openOurs } from '../demo/ownPages.ts';
import { BADGE, SIDEBAR, showBadge, waitUntilDone } from '../demo/reader.ts';
import { inThread, type Reader } from './checks.ts';
import { PICTURES } from './looks.ts';

/** As the stores of Chrome, Edge and Firefox ask for them. */
const SIZE = { width: 1280, height: 800 };
export const STORE_PICTURES = ['store-1-thread', 'store-2-why', 'store-3-dark', 'store-4-options', 'store-5-welcome'];

/** Takes the pictures that the stores show, of what a reader really sees. */
export async function takeStorePictures(reader: Reader): Promise<void> {
  const { forum, running } = reader;
  const picture = async (page: Page, name: string) => {
    const path = join(PICTURES, `${name}.png`);
    await page.screenshot({ path });
    // Width and height stand at the head of a PNG file.
    const head = readFileSync(path).subarray(16, 24);
    assert.deepEqual({ width: head.readUInt32BE(0), height: head.readUInt32BE(4) }, SIZE);
  };
  const own = async (name: string, ready: string) => {
    const page = await running.browser.newPage();
    await page.setViewport(SIZE);
    await openOurs(page, running.popup.replace('popup.html', name), ready);
    return page;
  };
  await inThread(reader, forum.demo, async ({ page }) => {
    await page.setViewport(SIZE);
    await showBadge(page);
    await picture(page, 'store-1-thread');
    await (await page.$(`${BADGE} >>> button`))?.click();
    await picture(page, 'store-2-why');
  });
  await inThread(reader, `${forum.demo}?dark`, async ({ page }) => {
    await page.setViewport(SIZE);
    await showBadge(page);
    await picture(page, 'store-3-dark');
  });
  const options = await own('options.html', 'main section');
  await picture(options, 'store-4-options');
  await options.close();
  const welcome = await own('welcome.html', SIDEBAR);
  await waitUntilDone(welcome);
  await picture(welcome, 'store-5-welcome');
  await welcome.close();
}
