import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { closeOwnTab } from '../demo/ownPages.ts';
import { BADGE, badgesOf, openPopup, press, pressByKey, SIDEBAR, showBadge, sidebarText, waitUntilDone } from '../demo/reader.ts';
import { inThread, type Reader } from './checks.ts';
import { exportIn } from './exports.ts';
import { PICTURES } from './looks.ts';
import { until } from './until.ts';

/** What a reader sets themselves: a comment's stance, and what the thread claims. */
export async function checkCorrections(reader: Reader): Promise<void> {
  const { check, forum, installed } = reader;
  await inThread(reader, forum.demo, async ({ page, errors }) => {
    await showBadge(page);
    const id = (await badgesOf(page))[0]?.comment ?? '';
    const badge = `${BADGE}[data-comment="${id}"]`;
    const shows = (stance: string) => until(async () => (await stanceOf(page, id)) === stance, `the badge says ${stance}`);
    const before = await stanceOf(page, id);

    await check('what a popover quotes of a comment is marked in it, and nothing else; the page is as it was after', async () => {
      // A sentence is quoted where the model names what weighed.
      for (const { comment } of (await badgesOf(page)).slice(0, 20)) {
        const button = await page.$(`${BADGE}[data-comment="${comment}"] >>> button`);
        await button?.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
        await button?.click();
        // The model is asked while the popover is open.
        const quotes = async () => ((await page.$(`${BADGE}[data-comment="${comment}"] >>> .decisive q`)) ? 1 : 0);
        await until(async () => (await quotes()) === (await marks(page)), `marks in ${comment}`);
        await page.keyboard.press('Escape');
        assert.equal(await marks(page), 0, 'no mark is left');
      }
      assert.equal(await page.$(`${BADGE} > *`), null, 'nothing is left in a badge');
      await showBadge(page);
    });
    await check('a badge is put right by a click, at once', async () => {
      await (await page.$(`${badge} >>> button`))?.click();
      await pressByKey(page, /^opposes/);
      await shows('oppose');
      const { thread } = await exportIn(reader, page);
      assert.equal(thread.comments[0]?.stance.opening.setBy, 'reader');
      mkdirSync(PICTURES, { recursive: true });
      await page.screenshot({ path: join(PICTURES, `${installed.engine}-corrected.png`) });
      await page.keyboard.press('Escape');
    });
    await check('it is still so after a reload', async () => {
      await page.reload({ waitUntil: 'domcontentloaded' });
      await waitUntilDone(page);
      assert.equal(await stanceOf(page, id), 'oppose');
    });
    await check('keys put it right and take it back; so does going in with Enter', async () => {
      await showBadge(page);
      await (await page.$(`${badge} >>> button`))?.focus();
      await page.keyboard.press('Tab');
      await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      await page.keyboard.up('Shift');
      await page.keyboard.press('4');
      await shows('neutral');
      await page.keyboard.press('0');
      await shows(before);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await shows('oppose');
      await page.keyboard.press('0');
      await shows(before);
      await page.keyboard.press('Escape');
      assert.equal(
        await page.$eval(badge, (host) => host.shadowRoot?.activeElement?.getAttribute('aria-haspopup')),
        'dialog',
        'the keyboard is back at the badge',
      );
    });
    await check('“How it was made” opens the options at the model', async () => {
      await page.keyboard.press('Enter');
      await press(page, /^How it was made$/);
      const { running } = reader;
      const popup = await openPopup(running, page);
      await closeOwnTab(popup, running.popup.replace('popup.html', 'options.html'), '#model:target');
      await popup.close();
      await page.bringToFront();
    });
    await check('the claim in the reader’s own words is kept over a reload, and the thread’s own come back', async () => {
      const own = await claim(page);
      await pressByKey(page, /^Edit the claim$/);
      await page.waitForSelector(`${SIDEBAR} >>> textarea`);
      await page.keyboard.type('Mending is only for the poor.');
      await page.keyboard.press('Enter');
      await until(async () => (await claim(page)) === 'Mending is only for the poor.', 'their own words');
      await page.reload({ waitUntil: 'domcontentloaded' });
      await waitUntilDone(page);
      assert.equal(await claim(page), 'Mending is only for the poor.');
      assert.match(await sidebarText(page), /your own words/);
      await pressByKey(page, /^Back to the thread/);
      await until(async () => (await claim(page)) === own, 'the words of the thread');
    });
    await check('nothing of ours complains in the console', () => assert.deepEqual(errors, []));
  });
}

async function stanceOf(page: Page, id: string): Promise<string> {
  return (await badgesOf(page)).find(({ comment }) => comment === id)?.stance ?? 'none';
}

function claim(page: Page): Promise<string> {
  return page.$eval(SIDEBAR, (host) => host.shadowRoot?.querySelector('blockquote')?.textContent ?? '');
}

/** How many stretches of the page's text are marked. */
function marks(page: Page): Promise<number> {
  return page.evaluate(() => [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0));
}
