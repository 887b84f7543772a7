import { badgesOf } from '../demo/reader.ts';
import { inThread, type Reader } from './checks.ts';
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
    }),
  );
}
