import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { BADGE, openSidebar, SIDEBAR, showBadge, untilDone } from '../demo/reader.ts';
import { inTab, inThread, type Reader } from './checks.ts';
import { openLongForum } from './longForum.ts';
import { PICTURES } from './looks.ts';
import { standInPlace } from './places.ts';
import { until } from './until.ts';

const PHONE = { width: 400, height: 800, hasTouch: true, isMobile: true };

/** A finger on a narrow screen, and that nothing moves by itself. Chromium alone can be told to be a phone, and says what moved. */
export async function checkTouch(reader: Reader): Promise<void> {
  const { check, forum, installed } = reader;
  if (installed.engine !== 'chromium') return;
  await check('on a phone a finger finds 24 × 24 px at every badge, and the page is laid out as without any', () =>
    onPhone(reader, async (page) => {
      assert.ok(await page.evaluate(() => matchMedia('(pointer: coarse) and (hover: none)').matches), 'it is a touch screen');
      await showBadge(page);
      const areas = await page.$$eval(BADGE, areasInView);
      assert.ok(areas.length > 2, `${areas.length} badges in view`);
      assert.deepEqual(
        areas.filter(({ width, height }) => width < 24 || height < 24),
        [],
      );
      await standInPlace(page, 'discourse', false);
    }),
  );
  await check('a mark of a comment of which nothing is known is not seen on a phone until a finger touches the comment', () =>
    onPhone(reader, async (page) => {
      const quiet = (await page.$(`${BADGE}[data-quiet]`)) as ElementHandle<HTMLElement>;
      await quiet.evaluate((badge) => scrollBy({ top: badge.getBoundingClientRect().top - innerHeight / 3, behavior: 'instant' }));
      const opacity = () =>
        quiet.evaluate(({ shadowRoot }) => getComputedStyle(shadowRoot?.querySelector('button > .icon') as Element).opacity);
      assert.equal(await opacity(), '0');
      const { x, y } = await quiet.evaluate((badge) => {
        const box = ((badge.closest('article') as Element).querySelector('.cooked p') as Element).getBoundingClientRect();
        return { x: box.left + 4, y: box.top + 8 };
      });
      await page.touchscreen.tap(x, y);
      await until(async () => (await opacity()) !== '0', 'it is seen');
    }),
  );
  await check('a tap on a badge opens its popover and moves nothing, a tap elsewhere closes it', () =>
    onPhone(reader, async (page) => {
      await showBadge(page);
      const before = await tops(page);
      const badge = (await page.$(BADGE)) as ElementHandle<HTMLElement>;
      const { x, y } = await centreOf(badge);
      // At the rim of the area.
      await page.touchscreen.tap(x, y + 11);
      const isOpen = () => badge.evaluate((host) => host.shadowRoot?.querySelector('[role="dialog"]') !== null);
      await until(isOpen, 'the popover is open');
      const fits = await badge.evaluate((host) => {
        const box = host.shadowRoot?.querySelector('[role="dialog"]')?.getBoundingClientRect();
        return box && box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight;
      });
      assert.ok(fits, 'it lies within the screen');
      await page.screenshot({ path: join(PICTURES, 'chromium-phone-popover.png') });
      assert.deepEqual(await tops(page), before);
      await page.touchscreen.tap(200, y + 120);
      await until(async () => !(await isOpen()), 'the popover is closed');
    }),
  );
  await check('the sheet opens by a tap on the tab alone, also where it was open on a wide window before', async () => {
    await inTab(reader, forum.demo, async ({ page }) => {
      await untilDone(page);
      await openSidebar(page);
    });
    await onPhone(reader, async (page) => {
      assert.equal(await page.$(`${SIDEBAR} >>> aside`), null);
      // A strip in the margin is left of it here, and a finger finds it up to 24 px from the edge.
      const { y } = await centreOf((await page.$(`${SIDEBAR} >>> button.tab`)) as ElementHandle<HTMLElement>);
      await page.touchscreen.tap((await page.evaluate(() => document.documentElement.clientWidth)) - 23, y);
      await page.waitForSelector(`${SIDEBAR} >>> aside`);
      await page.screenshot({ path: join(PICTURES, 'chromium-phone-sheet.png') });
      const fold = await centreOf((await page.$(`${SIDEBAR} >>> [data-for="fold"]`)) as ElementHandle<HTMLElement>);
      await page.touchscreen.tap(fold.x, fold.y);
      await until(async () => (await page.$(`${SIDEBAR} >>> aside`)) === null, 'it is folded');
    });
  });
  const long = await openLongForum();
  try {
    for (const [thread, url] of [
      ['the demo thread', forum.demo],
      ['a thread of 600 comments', long.topic(1, 600)],
    ] as const) {
      await check(`nothing moves by itself while ${thread} is read and shown, in the page or in the open sidebar`, async () => {
        await inThread(reader, url, async ({ page }) => {
          await page.evaluateOnNewDocument(noteShifts);
          await page.reload({ waitUntil: 'domcontentloaded' });
          await untilDone(page, 60_000);
          await page.waitForSelector(`${SIDEBAR} >>> aside`);
          await new Promise((resolve) => setTimeout(resolve, 1500));
          assert.deepEqual(await shiftsIn(page), []);
        });
      });
    }
    await check(
      'nothing moves by itself in any view of the open sidebar while what waits of a long thread is read, nor in its folded tab',
      async () => {
        await inThread(reader, long.topic(3, 10), async ({ page }) => {
          await page.evaluateOnNewDocument(noteShifts);
          const offersRest = async () => (await page.$(`${SIDEBAR} >>> .foot .further`)) !== null;
          const isDone = async () => (await page.$(`${SIDEBAR}[data-state="done"]`)) !== null;
          for (const index of [0, 1, 2, 3]) {
            await page.goto(long.talk(40 + index, 4000), { waitUntil: 'domcontentloaded' });
            await until(async () => (await isDone()) && (await offersRest()), 'some of it waits', 60_000);
            const tab = (await page.$$(`${SIDEBAR} >>> [role="tab"]`))[index] as ElementHandle<HTMLElement>;
            await tab.evaluate((one) => one.click());
            await until(() => tab.evaluate((one) => one.ariaSelected === 'true'), 'the view is open');
            await shiftsIn(page);
            await page.evaluate((isFirst) => {
              if (!isFirst) (window as unknown as { shifts: string[] }).shifts.length = 0;
            }, index === 0);
            await page.$eval(`${SIDEBAR} >>> .foot .further`, (button) => (button as HTMLElement).click());
            await until(async () => (await isDone()) && !(await offersRest()), 'all is read', 120_000);
            assert.deepEqual(await shiftsIn(page), [], `in ${await tab.evaluate((one) => one.textContent)}`);
          }
          await page.$eval(`${SIDEBAR} >>> [data-for="fold"]`, (button) => (button as HTMLElement).click());
          await page.waitForSelector(`${SIDEBAR} >>> button.tab`);
          await page.goto(long.topic(5, 600), { waitUntil: 'domcontentloaded' });
          await untilDone(page, 60_000);
          assert.deepEqual(await shiftsIn(page), [], 'in its folded tab');
        });
      },
    );
    await check('of a thread so long that some of it waits, the foot of the sidebar is read in full, and offers all', () =>
      inThread(reader, long.topic(2, 4000), async ({ page }) => {
        const offer = await page.waitForSelector(`${SIDEBAR} >>> .foot .further`, { timeout: 30_000 });
        const [said, offered, foot] = await Promise.all(
          [await page.$(`${SIDEBAR} >>> .foot p`), offer, await page.$(`${SIDEBAR} >>> .foot`)].map((one) => one?.boundingBox()),
        );
        assert.ok(said && offered && foot, 'all is there');
        assert.ok(said.height < 30, `one line, ${said.height} px`);
        assert.ok(foot.height < 90, `two rows, ${foot.height} px`);
        assert.ok(offered.x >= foot.x && offered.y > said.y, 'what is offered stands below');
      }),
    );
  } finally {
    long.close();
  }
}

/** The demo thread on a phone, read to its end. */
async function onPhone(reader: Reader, act: (page: Page) => Promise<void>): Promise<void> {
  await inTab(reader, reader.forum.demo, async ({ page }) => {
    await page.setViewport(PHONE);
    await page.reload({ waitUntil: 'domcontentloaded' });
    await untilDone(page);
    await act(page);
  });
}

/** In the page: how wide and high the area is that takes a touch, of each badge that is well in view. */
function areasInView(badges: Element[]): { comment: string | undefined; width: number; height: number }[] {
  return badges.flatMap((badge) => {
    const box = badge.getBoundingClientRect();
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    if (box.width === 0 || x < 30 || x > innerWidth - 30 || y < 100 || y > innerHeight - 60) return [];
    const reach = (dx: number, dy: number) => {
      let far = 0;
      while (far < 200 && document.elementFromPoint(x + dx * (far + 0.5), y + dy * (far + 0.5)) === badge) far += 0.5;
      return far;
    };
    return [{ comment: (badge as HTMLElement).dataset.comment, width: reach(-1, 0) + reach(1, 0), height: reach(0, -1) + reach(0, 1) }];
  });
}

function tops(page: Page): Promise<number[]> {
  return page.$$eval('body *:not([data-standpoint])', (elements) => elements.map((element) => element.getBoundingClientRect().top));
}

function centreOf(element: ElementHandle<HTMLElement>): Promise<{ x: number; y: number }> {
  return element.evaluate((one) => {
    const box = one.getBoundingClientRect();
    return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  });
}

/** What was noted by then; the browser tells of what moved in a frame after it. */
function shiftsIn(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    return (window as unknown as { shifts: string[] }).shifts;
  });
}

/** In the page, before all else. Every shift that no click or key brought about: how much, and what moved. */
function noteShifts(): void {
  const shifts: string[] = [];
  Object.assign(window, { shifts });
  interface Shift extends PerformanceEntry {
    value: number;
    hadRecentInput: boolean;
    sources: { node: Element | null; previousRect: DOMRect; currentRect: DOMRect }[];
  }
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[]) {
      if (hadRecentInput) continue;
      const moved = sources.map(
        ({ node, previousRect, currentRect }) => `${node?.nodeName}.${node?.className} ${previousRect.y} → ${currentRect.y}`,
      );
      shifts.push(`${value.toFixed(4)}: ${moved.join(', ')}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}
