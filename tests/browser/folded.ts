import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { openSidebar, SIDEBAR, untilDone } from '../demo/reader.ts';
import { openView } from './access.ts';
import { inTab, type Reader } from './checks.ts';
import { PICTURES } from './looks.ts';
import { SWEEPS, shareOf } from './sweeps.ts';
import { until } from './until.ts';

/** On narrower windows, in CSS pixels, it opens on touch alone. */
const NARROW = 700;

/** The sidebar is out of the way until it is wanted. */
export async function checkFolded(reader: Reader): Promise<void> {
  const { check, forum, installed } = reader;
  const picture = (page: Page, name: string) => page.screenshot({ path: join(PICTURES, `${installed.engine}-folded-${name}.png`) });
  const own = await openView(reader, 'options');
  /** A page that goes away before what the reader did is written down takes the memory of it along. */
  const untilRemembered = (open: boolean) => until(async () => (await rememberedIn(own)).includes(open), `remembered: open ${open}`);
  // Before the reader opens or folds it here, which is remembered.
  await check('it opens by itself where nothing but the bar at the top reaches into its place', () =>
    inTab(reader, forum.demo, async ({ page }) => {
      await untilDone(page);
      await until(() => isOpen(page), 'it is open');
    }),
  );
  await check('on a narrow window the sidebar is a tab, and a sheet only once it is touched', () =>
    inTab(reader, forum.demo, async ({ page }) => {
      await page.setViewport({ width: 400, height: 800 });
      await page.reload({ waitUntil: 'domcontentloaded' });
      await untilDone(page);
      assert.equal(await isOpen(page), false);
      await picture(page, '400');
      await openSidebar(page);
      const { bottom, top, width } = await page.$eval(`${SIDEBAR} >>> aside`, (aside) => aside.getBoundingClientRect().toJSON());
      // As wide as the page: a scrollbar that takes room of its own stays beside it.
      const room = await page.evaluate(() => document.documentElement.clientWidth);
      assert.ok(bottom <= 800 && top > 300 && width === room, `${top}…${bottom}, ${width} of ${room} wide`);
      await picture(page, 'sheet');
      await page.$eval(`${SIDEBAR} >>> [data-for="fold"]`, (button) => (button as HTMLElement).click());
      await until(async () => !(await isOpen(page)), 'it is folded');
      await untilRemembered(false);
    }),
  );
  /** Whether the reader left it open last: then it opens by itself, a little after the thread is read, since its script has to come. */
  let isLeftOpen = false;
  // The first fills no window; the next ones fill every one; the demo thread fills a narrow one.
  const pages = [
    ['hackernews.html', 1280, false],
    ['lobsters.html', 1280, true],
    ['tildes.html', 1280, true],
    ['mybb.html', 1280, true],
    ['lobsters.html', 400, true],
    ['oldreddit.html', 400, true],
    ['discourse.demo.html', 400, true],
  ] as const;
  for (const [file, width, isSlim] of SWEEPS ? pages : shareOf([...pages], installed.engine)) {
    await check(`${file} at ${width} px: the folded tab lies on no words, wherever the page is scrolled`, () =>
      inTab(reader, forum.page(file), async ({ page }) => {
        await page.setViewport({ width, height: 800 });
        await page.reload({ waitUntil: 'domcontentloaded' });
        await untilDone(page);
        if (isLeftOpen && width >= NARROW) {
          await until(() => isOpen(page), 'it opens by itself');
          await page.$eval(`${SIDEBAR} >>> [data-for="fold"]`, (button) => (button as HTMLElement).click());
        }
        await page.waitForSelector(`${SIDEBAR} >>> .tab`);
        for (let top = 0; top < 2000; top += 170) {
          await page.evaluate((to) => scrollTo({ top: to, behavior: 'instant' }), top);
          await until(async () => (await wordsUnderTab(page)).length === 0, `nothing lies under it at ${top}`);
        }
        const { slim, box } = await page.$eval(`${SIDEBAR} >>> .tab`, (tab) => ({
          slim: (tab as HTMLElement).dataset.slim !== undefined,
          box: tab.getBoundingClientRect().toJSON(),
        }));
        assert.equal(slim, isSlim, `${box.left} of ${width}`);
        await picture(page, `${file.split('.')[0]}-${width}`);
        // Under the pointer, and for whoever comes by key, it is there in full.
        const inner = await page.evaluate(() => document.documentElement.clientWidth);
        await page.mouse.move(inner - 3, box.top + box.height / 2);
        await until(
          () => page.$eval(`${SIDEBAR} >>> .tab`, (tab) => tab.getBoundingClientRect().right <= document.documentElement.clientWidth + 0.5),
          'all of it is seen',
        );
        await page.mouse.click(inner - 3, box.top + box.height / 2);
        await until(() => isOpen(page), 'it opens');
        await untilRemembered(true);
        isLeftOpen = true;
      }),
    );
  }
  await check('where words fill even the margin, what is left of the folded tab lets them through', () =>
    inTab(reader, forum.page('lobsters.html'), async ({ page }) => {
      await page.setViewport({ width: 400, height: 800 });
      await page.reload({ waitUntil: 'domcontentloaded' });
      await untilDone(page);
      await page.evaluate(() => {
        const wall = document.createElement('pre');
        wall.style.cssText = 'position: absolute; inset: 0 0 auto; margin: 0; overflow: hidden; line-height: 16px';
        wall.textContent = `${'words '.repeat(40)}\n`.repeat(150);
        document.body.append(wall);
        scrollTo({ top: 400, behavior: 'instant' });
      });
      await until(() => page.$eval(`${SIDEBAR} >>> .tab`, (tab) => Number(getComputedStyle(tab).opacity) <= 0.5), 'it is half transparent');
    }),
  );
  await check('where it was opened or folded by the reader, it is so on the next page of the site', () =>
    inTab(reader, forum.demo, async ({ page }) => {
      await page.setViewport({ width: 1280, height: 900 });
      for (const open of [true, false]) {
        await page.reload({ waitUntil: 'domcontentloaded' });
        await untilDone(page);
        if (open) await openSidebar(page);
        else {
          await until(() => isOpen(page), 'it opens by itself');
          await page.$eval(`${SIDEBAR} >>> [data-for="fold"]`, (button) => (button as HTMLElement).click());
        }
        await until(async () => (await isOpen(page)) === open, 'it is as the reader left it');
        await untilRemembered(open);
        await page.reload({ waitUntil: 'domcontentloaded' });
        await untilDone(page);
        await until(async () => (await isOpen(page)) === open, `open: ${open}, after a reload`);
        await picture(page, open ? 'open' : 'tab');
      }
    }),
  );
  await check('open, it begins below the bar that the forum keeps at the top, and what the forum puts up lies above it', () =>
    inTab(reader, forum.demo, async ({ page }) => {
      await page.setViewport({ width: 1280, height: 900 });
      await page.reload({ waitUntil: 'domcontentloaded' });
      await untilDone(page);
      if (!(await isOpen(page))) await openSidebar(page);
      await page.evaluate(() => {
        const toast = document.createElement('p');
        toast.id = 'toast';
        toast.style.cssText = 'position: fixed; inset: auto 0 0 auto; width: 300px; height: 80px; margin: 0; z-index: 600';
        document.body.append(toast);
        scrollBy({ top: 900, behavior: 'instant' });
      });
      const places = () =>
        page.$eval(`${SIDEBAR} >>> aside`, (aside) => {
          const bar = document
            .elementsFromPoint(300, 1)
            .find((one) => one.closest('header'))
            ?.closest('header');
          return {
            top: aside.getBoundingClientRect().top,
            bar: bar?.getBoundingClientRect().bottom ?? 0,
            lies: document.elementFromPoint(1200, 870)?.id,
            stands: document.elementFromPoint(1200, 400)?.getAttribute('data-standpoint'),
          };
        });
      await until(async () => (await places()).bar > 0 && (await places()).top === (await places()).bar, 'it begins below the bar');
      assert.deepEqual([(await places()).lies, (await places()).stands], ['toast', 'sidebar']);
      await picture(page, 'below-bar');
    }),
  );
  await own.close();
}

type Stored = { chrome: { storage: { local: { get(name: string): Promise<{ sidebarSites?: Record<string, boolean> }> } } } };

/** Whether it was opened or folded last, on each site: the forum is the only one here. */
function rememberedIn(own: Page): Promise<boolean[]> {
  return own.evaluate(async () => {
    const { sidebarSites } = await (globalThis as unknown as Stored).chrome.storage.local.get('sidebarSites');
    return Object.values(sidebarSites ?? {});
  });
}

const isOpen = (page: Page) => page.$eval(SIDEBAR, (host) => Boolean(host.shadowRoot?.querySelector('aside')));

/** The words of the page that lie under what is seen of the folded tab. */
function wordsUnderTab(page: Page): Promise<string[]> {
  return page.$eval(`${SIDEBAR} >>> .tab`, (tab) => {
    const tabBox = tab.getBoundingClientRect();
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.nodeValue?.trim() || node.parentElement?.closest('[data-standpoint], script, style')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        const isUnder =
          box.width > 2 &&
          box.left < Math.min(tabBox.right, innerWidth) &&
          box.right > tabBox.left &&
          box.top < tabBox.bottom &&
          box.bottom > tabBox.top;
        if (isUnder) found.push(node.nodeValue.trim().slice(0, 40));
      }
    }
    return found;
  });
}
