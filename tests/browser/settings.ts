import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { BADGE, badgesOf, control, MARK, openPopup, press, SIDEBAR, sidebarText, untilDone, waitUntilDone } from '../demo/reader.ts';
import { inTab, inThread, openActionPopup, type Reader } from './checks.ts';
import { until } from './until.ts';

/** A change in the popup reaches the open page at once: no reload, no waiting. */
const AT_ONCE = 1000;

export async function checkSettings(reader: Reader): Promise<void> {
  const { check, running, forum } = reader;
  await inThread(reader, forum.demo, async ({ page }) => {
    const popup = await openPopup(running, page);
    const count = (await badgesOf(page)).length;
    const shows = (selector: string) => page.$(selector).then((found) => found !== null);
    const turn = (label: RegExp) => press(popup, label);

    await check('the popup tells of the thread in the tab what the sidebar tells', async () => {
      const told = await popup.$eval('body', (body) => body.textContent ?? '');
      const [read = 'nothing'] = /\d+ of \d+ read/.exec(await sidebarText(page)) ?? [];
      assert.ok(told.includes(read), `${read} in: ${told}`);
      assert.ok(told.includes('discourse'), told);
    });
    await check('badges turned off in the popup leave the page at once, and come back', async () => {
      await turn(/^Nothing in the page/);
      await until(async () => !(await shows(MARK)), 'no badges', AT_ONCE);
      assert.ok(await shows(SIDEBAR), 'the sidebar stays');
      await turn(/^Only what is sure/);
      await until(async () => (await badgesOf(page)).length === count, 'the badges are back', AT_ONCE);
    });
    await check('the sidebar turned off in the popup leaves the page at once, and comes back', async () => {
      await turn(/^Sidebar/);
      await until(async () => !(await shows(SIDEBAR)), 'no sidebar', AT_ONCE);
      assert.equal((await badgesOf(page)).length, count, 'the badges stay');
      await turn(/^Sidebar/);
      await until(() => shows(`${SIDEBAR}[data-state="done"]`), 'the sidebar is back', AT_ONCE);
    });
    await check('a site turned off in the popup is left alone at once', async () => {
      await turn(/^On 127/);
      await until(async () => !(await shows(`${SIDEBAR}, ${MARK}`)), 'nothing of ours', AT_ONCE);
      await turn(/^On 127/);
      await waitUntilDone(page);
    });
    await check('asking for more certainty makes more comments unsure, asking for less makes fewer', async () => {
      const slider = await control(popup, /^Show a label only/);
      const setTo = async (key: 'Home' | 'End', percent: string) => {
        await popup.bringToFront();
        await slider.focus();
        await popup.keyboard.press(key);
        await until(() => slider.evaluate((input, value) => (input as HTMLInputElement).value === value, percent), `${percent} in 100`);
      };
      const unsure = async () => (await badgesOf(page)).filter(({ stance }) => stance === 'unsure').length;
      const usual = await unsure();
      await setTo('End', '95');
      await until(async () => (await unsure()) > usual, `more than ${usual} are unsure at 95`);
      const many = await unsure();
      await setTo('Home', '70');
      await until(async () => (await unsure()) < many, `fewer than ${many} are unsure at 70`);
    });
    await forgetSettings(popup);
    await popup.close();
  });
  await check('a folded sidebar is folded after a reload; so is the side it was moved to remembered', () => remembersItsPlace(reader));
  if (reader.installed.engine === 'chromium') {
    await check('a thread on a site without standing permission is read when the reader asks for it', () => readsWhenAsked(reader));
  }
}

function forgetSettings(popup: Page): Promise<void> {
  return popup.evaluate(() =>
    (globalThis as unknown as { chrome: { storage: { sync: { clear(): Promise<void> } } } }).chrome.storage.sync.clear(),
  );
}

async function remembersItsPlace(reader: Reader): Promise<void> {
  await inThread(reader, reader.forum.demo, async ({ page }) => {
    const left = () => page.$eval(SIDEBAR, (host) => host.shadowRoot?.querySelector('aside')?.getBoundingClientRect().left ?? -1);
    assert.ok((await left()) > 500, 'on the right at first');
    await press(page, /^Move to the left/);
    await until(async () => (await left()) === 0, 'on the left');
    await reload(page);
    await until(async () => (await left()) === 0, 'still on the left, and open');
    await press(page, /^Fold/);
    await until(async () => (await left()) === -1, 'folded');
    await reload(page);
    assert.equal(await left(), -1, 'still folded');
    await press(page, /Open Standpoint/);
    await until(async () => (await left()) === 0, 'open again');
    await press(page, /^Move to the right/);
    await until(async () => (await left()) > 500, 'on the right again');
  });
}

async function reload(page: Page): Promise<void> {
  await page.reload({ waitUntil: 'domcontentloaded' });
  await untilDone(page);
  await page.waitForSelector(BADGE);
}

/** The manifest of the test build names 127.0.0.1 and not localhost: a stranger to the extension. */
async function readsWhenAsked(reader: Reader): Promise<void> {
  await inTab(reader, reader.forum.demo.replace('127.0.0.1', 'localhost'), async ({ page }) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(await page.$(SIDEBAR), null, 'it is left alone');
    const popup = await openActionPopup(reader, page);
    await press(popup, /^Read this page/);
    await waitUntilDone(page);
    assert.ok((await badgesOf(page)).length > 0, 'it has badges');
  });
}
