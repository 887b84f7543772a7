import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../demo/build.ts';
import { openPopup, SIDEBAR, showBadge } from '../demo/reader.ts';
import { inThread, type Reader } from './checks.ts';

export const PICTURES = join(ROOT, '.output/screenshots');

/** Light and dark follow the page. Takes the pictures that people look at. */
export async function checkLooks(reader: Reader): Promise<void> {
  const { check, forum, running, installed } = reader;
  mkdirSync(PICTURES, { recursive: true });
  const picture = (name: string) => join(PICTURES, `${installed.engine}-${name}.png`);
  for (const look of ['light', 'dark'] as const) {
    await check(`the sidebar is ${look} on a ${look} page`, () =>
      inThread(reader, look === 'dark' ? `${forum.demo}?dark` : forum.demo, async ({ page }) => {
        await showBadge(page);
        // The map along the edge is drawn once the browser is idle.
        await page.waitForSelector('[data-standpoint="minimap"] >>> path.shape');
        await page.screenshot({ path: picture(look) });
        const { background, scheme } = await page.$eval(`${SIDEBAR} >>> aside`, (aside) => {
          const { backgroundColor, colorScheme } = getComputedStyle(aside);
          return { background: backgroundColor, scheme: colorScheme };
        });
        // Scrollbars and fields are the browser's own.
        assert.equal(scheme === 'dark', look === 'dark', scheme);
        const [red = 0, green = 0, blue = 0] = (background.match(/[\d.]+/g) ?? []).map(Number);
        assert.equal(red + green + blue > 3 * 128 ? 'light' : 'dark', look, background);
      }),
    );
  }
  await check('the popup has a picture', () =>
    inThread(reader, forum.demo, async ({ page }) => {
      const popup = await openPopup(running, page);
      await popup.bringToFront();
      await (await popup.$('body'))?.screenshot({ path: picture('popup') });
      await popup.close();
    }),
  );
}
