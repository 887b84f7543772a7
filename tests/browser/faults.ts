import assert from 'node:assert/strict';
import type { ElementHandle } from 'puppeteer-core';
import { openOurs } from '../demo/ownPages.ts';
import { BADGE, badgesOf, control, press, SIDEBAR, sidebarText, stateOf, waitUntilDone } from '../demo/reader.ts';
import { inTab, inThread, type Reader } from './checks.ts';
import { type LongForum, openLongForum } from './longForum.ts';
import { SWEEPS } from './sweeps.ts';
import { until } from './until.ts';

const SHORT = 12;

/** What pages and other windows do wrong, or do at the same time: nothing is lost, and what cannot be done is said. */
export async function checkFaults(reader: Reader): Promise<void> {
  const forum = await openLongForum();
  try {
    await checkSpoiled(reader, forum);
    await checkSettings(reader);
    await checkFrame(reader);
    await checkHuge(reader, forum);
  } finally {
    forum.close();
  }
}

async function checkSpoiled(reader: Reader, forum: LongForum): Promise<void> {
  await reader.check('a page that replaces what scripts rely on, from Array to fetch, is read as any other', () =>
    inTab(reader, forum.topic(1, SHORT, { hostile: true }), async ({ page }) => {
      // The page's own world is spoiled for us too: what is there is asked of the browser itself.
      const marks = () => page.mainFrame().$$(`${BADGE}[data-stance]`);
      await page.waitForSelector(`${SIDEBAR}[data-state="done"]`, { timeout: 20_000 });
      assert.equal((await marks()).length, SHORT);
    }),
  );
}

async function checkSettings(reader: Reader): Promise<void> {
  const { check, forum, running } = reader;
  await check('of two windows that change settings at the same moment each keeps what it changed, and both show the same', () =>
    inThread(reader, forum.demo, async ({ page }) => {
      const windows = await Promise.all(
        [1, 2].map(async () => {
          const window = await running.browser.newPage();
          await openOurs(window, running.popup.replace('popup.html', 'options.html'), '#keys');
          return window;
        }),
      );
      const [one, other] = windows as [(typeof windows)[0], (typeof windows)[0]];
      const [map, single] = [/^Show where comments stand along the edge/, /^Single letters/];
      const shown = async () => {
        const switches = async (window: typeof one) =>
          window.$$eval('[role="switch"]', (all) => all.map((each) => each.getAttribute('aria-checked')).join());
        return [await switches(one), await switches(other)];
      };
      const before = await shown();
      for (let round = 0; round < 6; round += 1) {
        const moment = Date.now() + 200;
        await Promise.all([pressAt(await control(one, map), moment), pressAt(await control(other, single), moment)]);
        const on = round % 2 === 1;
        await until(async () => {
          const [first, second] = await shown();
          return first === second && (first === before[0]) === on;
        }, `both windows show both changes, round ${round}`);
      }
      await until(async () => (await page.$('[data-standpoint="minimap"]')) !== null, 'the page follows');
      for (const window of windows) await window.close();
    }),
  );
}

/** Presses when the clock says so, so that two windows do it at once. */
function pressAt(element: ElementHandle<HTMLElement>, moment: number): Promise<void> {
  return element.evaluate(async (pressed, when) => {
    await new Promise((resolve) => setTimeout(resolve, when - Date.now()));
    pressed.click();
  }, moment);
}

async function checkFrame(reader: Reader): Promise<void> {
  const { check, forum } = reader;
  await check('a frame with comments that the page takes away leaves the sidebar with what was read, and nothing fails', () =>
    inTab(reader, forum.served('article.html'), async ({ page, errors }) => {
      await waitUntilDone(page);
      await page.$eval('iframe', (frame) => frame.remove());
      await press(page, /^Find$/);
      assert.equal(await stateOf(page), 'done');
      assert.ok((await sidebarText(page)).includes('10'), await sidebarText(page));
      assert.deepEqual(
        errors.filter((error) => !error.includes('/page/disqus.html')),
        [],
      );
    }),
  );
}

async function checkHuge(reader: Reader, forum: LongForum): Promise<void> {
  const [size, letters] = SWEEPS ? [100, 1_000_000] : [100, 50_000];
  await reader.check(`a page of ${(size * letters) / 1e6} MB is read to its end`, () =>
    inTab(reader, forum.topic(3, size, { letters }), async ({ page }) => {
      await waitUntilDone(page, 120_000);
      await until(async () => (await badgesOf(page)).length === size, `${size} badges`);
      assert.ok((await sidebarText(page)).includes(`${size} of ${size} read`) || (await sidebarText(page)).includes(`${size}`));
    }),
  );
}
