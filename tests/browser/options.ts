import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { openOurs } from '../demo/ownPages.ts';
import { BADGE, badgesOf, openPopup, press, SIDEBAR, waitUntilDone } from '../demo/reader.ts';
import { inThread, type Reader } from './checks.ts';
import { PICTURES } from './looks.ts';
import { until } from './until.ts';

/** As soon as the reader looks back at the page. */
const AT_ONCE = 1500;

/** The page of the options: it can be reached, and what is changed there reaches the pages that are open. */
export async function checkOptions(reader: Reader): Promise<void> {
  const { check, forum, running, installed } = reader;
  await inThread(reader, forum.demo, async ({ page }) => {
    const options = await openOptions(reader);
    await check('the options have a section for everything, and the model’s card with its figures', async () => {
      const titles = await options.$$eval('main > section h2', (headings) => headings.map(({ textContent }) => textContent));
      const sections = ['Badges', 'Sidebar', 'Keys', 'Certainty', 'Exports', 'Sites', 'Since your last visit', 'Your corrections'];
      assert.deepEqual(titles, [...sections, 'Data kept', 'Settings as a file', 'Diagnosis', 'The model']);
      await until(async () => (await options.$('#model table')) !== null, 'the card has a table');
      mkdirSync(PICTURES, { recursive: true });
      await options.screenshot({ path: join(PICTURES, `${installed.engine}-options.png`) });
    });
    await check('badges become smaller on the open page at once', async () => {
      const width = () => page.$eval(`${BADGE}:not([data-quiet])`, (badge) => badge.getBoundingClientRect().width);
      const wide = await width();
      await press(options, /^Small mark/);
      await until(async () => (await width()) < wide / 2, 'smaller', AT_ONCE);
      await press(options, /^Icon and word/);
      await until(async () => (await width()) === wide, 'as before', AT_ONCE);
    });
    await check('the sidebar goes to the other side at once', async () => {
      const left = () => page.$eval(SIDEBAR, (host) => host.shadowRoot?.querySelector('aside')?.getBoundingClientRect().left ?? -1);
      await press(options, /^Put it on the left/);
      await until(async () => (await left()) === 0, 'on the left', AT_ONCE);
      await press(options, /^Put it on the left/);
      await until(async () => (await left()) > 500, 'on the right', AT_ONCE);
    });
    await check('a correction made on a page is listed, and “Forget all” takes it off the page', async () => {
      const before = (await badgesOf(page)).map(({ stance }) => stance);
      await page.bringToFront();
      await (await page.$(`${BADGE} >>> button`))?.evaluate((button) => button.click());
      await page.keyboard.press('3');
      await until(async () => (await badgesOf(page))[0]?.stance === 'mixed', 'it is corrected');
      await page.keyboard.press('Escape');
      await options.bringToFront();
      await until(() => options.$('details.said').then((found) => found !== null), 'it is listed');
      await press(options, /^Forget all$/);
      await press(options, /^Yes, forget all$/);
      await until(() => options.$('details.said').then((found) => found === null), 'the list is empty');
      await until(async () => String((await badgesOf(page)).map(({ stance }) => stance)) === String(before), 'the page is as before');
    });
    await check('a site that is switched off is listed, and switched on again there', async () => {
      const popup = await openPopup(running, page);
      await press(popup, /^On 127/);
      await until(async () => (await page.$(SIDEBAR)) === null, 'it is off');
      await popup.close();
      await press(options, /^Switch 127.* on again$/);
      await page.bringToFront();
      await waitUntilDone(page);
    });
    await options.close();
  });
}

async function openOptions({ running }: Reader): Promise<Page> {
  const options = await running.browser.newPage();
  await openOurs(options, running.popup.replace('popup.html', 'options.html'), 'main section');
  return options;
}
