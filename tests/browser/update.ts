import assert from 'node:assert/strict';
import { join } from 'node:path';
import { badgesOf, press } from '../demo/reader.ts';
import { inThread, type Reader } from './checks.ts';
import { PICTURES } from './looks.ts';
import { until } from './until.ts';

/** Badges, the sidebar, the map at the edge and what guides the reader. */
const OURS = '[data-standpoint]';

/** What an update of the extension leaves behind in open pages. */
export async function checkUpdate(reader: Reader): Promise<void> {
  const { check, forum, running, installed } = reader;
  await check('after an update nothing of the old version stays in the page', () =>
    inThread(reader, forum.demo, async ({ page }) => {
      const count = (await badgesOf(page)).length;
      await page.evaluate((ours) => {
        for (const element of document.querySelectorAll(ours)) Object.assign(element, { old: true });
      }, OURS);
      await running.update();
      const left = () => page.$$eval(OURS, (elements) => elements.filter((element) => 'old' in element).length);
      await until(async () => (await left()) === 0, 'the old sidebar, badges and map are gone');
      // Firefox puts the new version into pages that are open; Chromium waits for the next visit.
      const again = installed.engine === 'firefox' ? count : 0;
      await until(async () => (await badgesOf(page)).length === again, `${again} badges of the new version`);
      const note = '[data-standpoint="stopped"]';
      if (installed.engine === 'firefox') return assert.equal(await page.$(note), null);
      // The page says why nothing is seen any more, and brings the new version.
      const said = await page.$eval(note, ({ shadowRoot }) => shadowRoot?.querySelector('[role="status"]')?.textContent);
      assert.match(said ?? '', /updated or switched off.*reload the page/);
      await page.screenshot({ path: join(PICTURES, 'chromium-updated.png') });
      await press(page, /^Reload$/);
      await until(async () => (await badgesOf(page).catch(() => [])).length === count, `${count} badges of the new version`);
      assert.equal(await page.$(note), null);
    }),
  );
}
