import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { BADGE, badgesOf, openPopup, openSidebar, press, SIDEBAR, sidebarText, waitUntilDone } from '../demo/reader.ts';
import { expectNothing } from './access.ts';
import { inThread, type Reader } from './checks.ts';
import { exportIn } from './exports.ts';
import { PICTURES } from './looks.ts';
import { atRest, isInView, until } from './until.ts';

/** A thread at a glance: how it divides, how it grew, who takes part, and what is new since the last visit. */
export async function checkOverview(reader: Reader): Promise<void> {
  const { check, forum, running, installed } = reader;
  mkdirSync(PICTURES, { recursive: true });
  const picture = async (page: Page, name: string) => {
    // What was changed last is drawn by then.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    await page.screenshot({ path: join(PICTURES, `${installed.engine}-${name}.png`) });
  };

  await inThread(reader, forum.demo, async ({ page, errors }) => {
    const { thread } = await exportIn(reader, page);
    const writers = new Set(thread.comments.map(({ author }) => author));

    await check('comments are counted by person and by vote too, and each count adds up to what it counts', async () => {
      await pick(page, 'people');
      assert.equal(await counted(page), writers.size);
      assert.ok((await sidebarText(page)).includes(`${writers.size} people wrote the comments read`));
      await pick(page, 'votes');
      assert.equal(
        await counted(page),
        thread.comments.reduce((sum, { score }) => sum + Math.max(0, score ?? 0), 0),
      );
      await pick(page, 'comments');
      assert.equal(await counted(page), thread.comments.length);
    });
    await check('arrow keys go through the ways of counting', async () => {
      await page.focus(`${SIDEBAR} >>> input[value="comments"]`);
      await page.keyboard.press('ArrowRight');
      await until(async () => (await counted(page)) === writers.size, 'it is counted by person');
      await page.keyboard.press('ArrowLeft');
      await until(async () => (await counted(page)) === thread.comments.length, 'it is counted by comment');
    });
    await check('a row of the table of growth leads to its first comment', async () => {
      await page.$eval(`${SIDEBAR} >>> .growth summary`, (summary) => (summary as HTMLElement).click());
      await page.$eval(`${SIDEBAR} >>> .growth`, (section) => section.scrollIntoView());
      await picture(page, 'overview-growth');
      await page.$eval(`${SIDEBAR} >>> tbody tr:last-child button`, (button) => (button as HTMLElement).click());
      await atRest(page);
      const before = await page.$eval(`${SIDEBAR} >>> tbody tr:nth-last-child(2) td:last-child`, (cell) => Number(cell.textContent));
      assert.ok(await isInView(page, badge(thread.comments[before]?.id ?? '')), 'it is in view');
    });
    await check('people stand with who opened the thread first, and each icon leads to a comment', async () => {
      await page.focus(`${SIDEBAR} >>> [data-tab="overview"]`);
      await press(page, /^People$/);
      const names = await namesIn(page);
      assert.equal(names[0], thread.opening?.author);
      assert.deepEqual(new Set(names), new Set([thread.opening?.author, ...writers]));
      const first = thread.comments.find(({ author }) => author === names[1]);
      await page.$eval(`${SIDEBAR} >>> .person:nth-child(2) .go`, (button) => (button as HTMLElement).click());
      await atRest(page);
      assert.ok(await isInView(page, badge(first?.id ?? '')), 'their first comment is in view');
      await picture(page, 'people');
    });
    await check('names can be left out: they are then those of an export without names', async () => {
      await press(page, /^Leave names out$/);
      await until(async () => (await namesIn(page))[0] === 'Person 1', 'who opened the thread is Person 1');
      assert.ok(!(await namesIn(page)).some((name) => writers.has(name)));
    });
    await check('nothing of ours complains in the console', () => assert.deepEqual(errors, []));
  });

  await inThread(reader, forum.demo, async ({ page, errors }) => {
    const ids = (await badgesOf(page)).map(({ comment }) => comment);
    const popup = await openPopup(running, page);
    await until(async () => (await visitsIn(popup)).length === 1, 'the visit is remembered');

    await check('nothing is said of a last visit on the first', async () =>
      assert.doesNotMatch(await sidebarText(page), /new since|new comments since/),
    );
    await check('what is kept of a visit holds no word of the thread', async () => {
      const kept = await popup.evaluate(async () =>
        JSON.stringify(
          Object.entries(await (globalThis as unknown as Extension).chrome.storage.local.get()).filter(([name]) => /^visits?\b/.test(name)),
        ),
      );
      assert.ok(kept.length > 50, kept);
      assert.doesNotMatch(kept, /menders|http|127\.0|\/t\//);
    });
    await check('the next day it is said what is new, new comments are marked, and the way leads from one to the next', async () => {
      await goBack(popup, 3);
      await page.evaluateOnNewDocument(writeToday);
      await page.bringToFront();
      await reload(page);
      await until(async () => (await sidebarText(page)).includes('3 new comments since'), 'three comments are new');
      const fresh = await page.$$eval(`${BADGE}[data-fresh]`, (all) => all.map((one) => one.getAttribute('data-comment') ?? ''));
      assert.deepEqual(fresh, ids.slice(-3));
      const label = await page.$eval(`${BADGE}[data-fresh] >>> button`, (button) => button.getAttribute('aria-label') ?? '');
      assert.match(label, /New since your last visit/);
      for (const [index, id] of fresh.entries()) {
        await press(page, /^Go to the next new comment$/);
        await atRest(page);
        assert.ok(await isInView(page, badge(id)), `${index + 1} of 3 is in view`);
      }
      await picture(page, 'since');
    });
    await check('a reload a moment later tells the same', async () => {
      await reload(page);
      await until(async () => (await sidebarText(page)).includes('3 new comments since'), 'they are still new');
    });
    await check('all of it fits into a narrow sidebar, and into the sheet of a narrow window', async () => {
      await popup.evaluate(() => (globalThis as unknown as Extension).chrome.storage.sync.set({ settings: { sidebarWidth: 280 } }));
      await until(() => page.$eval(`${SIDEBAR} >>> aside`, (aside) => aside.getBoundingClientRect().width === 280), 'it is narrow');
      for (const view of ['people', 'overview']) {
        await page.$eval(`${SIDEBAR} >>> [data-tab="${view}"]`, (tab) => (tab as HTMLElement).click());
        await until(() => page.$(`${SIDEBAR} >>> [data-tab="${view}"][aria-selected="true"]`).then(Boolean), `${view} is open`);
        assert.ok(await fits(page), `${view} at 280 px`);
        await picture(page, `narrow-${view}`);
      }
      await page.setViewport({ width: 600, height: 900 });
      // Made narrow, the window folds it.
      await page.waitForSelector(`${SIDEBAR} >>> .tab`);
      await openSidebar(page);
      await picture(page, 'sheet-overview');
      assert.ok(await fits(page), 'the sheet');
      await page.setViewport({ width: 1280, height: 900 });
    });
    await check('nothing of ours complains in the console then either', () => assert.deepEqual(errors, []));
    // Afterwards, since it complains itself where a page is strict about styles.
    await check('axe finds nothing in what is new', () => expectNothing(page, [SIDEBAR]));
    await check('visits go when the reader wants none kept', async () => {
      await popup.evaluate(() => (globalThis as unknown as Extension).chrome.storage.sync.set({ settings: { keepVisits: 0 } }));
      await until(async () => !(await sidebarText(page)).includes('new comments since'), 'nothing is told');
      await reload(page);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      assert.doesNotMatch(await sidebarText(page), /new comments since/);
    });
    await popup.close();
  });
}

interface Extension {
  chrome: {
    storage: Record<
      'local' | 'sync',
      { get(): Promise<Record<string, Visit>>; set(change: object): Promise<void>; clear(): Promise<void> }
    >;
  };
}
interface Visit {
  at: number;
  known: string[];
  added: string[];
}

const badge = (id: string) => `${BADGE}[data-comment="${id}"]`;

async function pick(page: Page, value: string): Promise<void> {
  await page.$eval(`${SIDEBAR} >>> .divisions input[value="${value}"]`, (input) => (input as HTMLElement).click());
  await page.waitForFunction(
    (host, wanted) =>
      document.querySelector(host)?.shadowRoot?.querySelector<HTMLInputElement>('.divisions input:checked')?.value === wanted,
    {},
    SIDEBAR,
    value,
  );
}

function counted(page: Page): Promise<number> {
  return page.$$eval(`${SIDEBAR} >>> .counts .count`, (all) => all.reduce((sum, { textContent }) => sum + Number(textContent), 0));
}

function namesIn(page: Page): Promise<string[]> {
  return page.$$eval(`${SIDEBAR} >>> .person .author`, (names) => names.map(({ textContent }) => textContent ?? ''));
}

async function visitsIn(popup: Page): Promise<string[]> {
  return popup.evaluate(async () =>
    Object.keys(await (globalThis as unknown as Extension).chrome.storage.local.get()).filter((name) => name.startsWith('visit:')),
  );
}

/** Turns the clock of the remembered visit back by a day, and has it know nothing of the last comments. */
async function goBack(popup: Page, unknown: number): Promise<void> {
  await popup.evaluate(async (unknown) => {
    const { local } = (globalThis as unknown as Extension).chrome.storage;
    const [name, visit] = Object.entries(await local.get()).find(([name]) => name.startsWith('visit:')) ?? [];
    if (!name || !visit) throw new Error('no visit');
    const known = [...visit.known, ...visit.added];
    await local.set({ [name]: { at: visit.at - 86_400_000, before: null, known: [], added: known.slice(0, -unknown) } });
  }, unknown);
}

/** Has a page's posts written an hour apart until now, since what is older than the last visit is not new. */
function writeToday(): void {
  addEventListener('DOMContentLoaded', () => {
    const times = [...document.querySelectorAll<HTMLElement>('.post-date [data-time]')];
    for (const [index, time] of times.entries()) time.dataset.time = String(Date.now() - (times.length - index) * 3_600_000);
  });
}

async function reload(page: Page): Promise<void> {
  await page.reload({ waitUntil: 'domcontentloaded' });
  await waitUntilDone(page);
}

/** Whether nothing in the sidebar is wider than it. */
function fits(page: Page): Promise<boolean> {
  return page.$eval(`${SIDEBAR} >>> .content`, ({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth);
}
