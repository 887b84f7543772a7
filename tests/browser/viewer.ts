import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import type { Export } from '../../utils/export/record.ts';
import { closeOwnTab, openOurs } from '../demo/ownPages.ts';
import { BADGE, badgesOf, downloaded, openSidebar, press, SIDEBAR, sidebarText, waitUntilDone } from '../demo/reader.ts';
import { expectNothing } from './access.ts';
import { inThread, type Reader } from './checks.ts';
import { exportIn, isValidExport, withoutTime } from './exports.ts';
import { PICTURES } from './looks.ts';
import { isInView, until } from './until.ts';

/** An exported thread opens again in the extension's own page, as it was. */
export async function checkViewer(reader: Reader): Promise<void> {
  const { check, forum, running, installed } = reader;
  const file = (name: string, text: string) => {
    const path = join(running.downloads, name);
    writeFileSync(path, text);
    return path;
  };
  mkdirSync(PICTURES, { recursive: true });
  const picture = (page: Page, name: string) => page.screenshot({ path: join(PICTURES, `${installed.engine}-${name}.png`) });

  await inThread(reader, forum.demo, async ({ page }) => {
    const exported = await exportIn(reader, page);
    const counts = await countsIn(page);
    const viewer = await openViewer(reader);
    // Of a tab behind another one Chromium may take minutes to make a picture.
    await page.bringToFront();
    await check('the export menu, in which axe finds nothing, leads to a page that opens exports', async () => {
      await press(page, /^More exports$/);
      await picture(page, 'export-menu');
      await expectNothing(page, [SIDEBAR]);
      await press(page, /^Open an exported file$/);
      await closeOwnTab(viewer, running.popup.replace('popup.html', 'viewer.html'), 'input[type=file]');
      await viewer.bringToFront();
      await picture(viewer, 'viewer-empty');
    });
    await check('an exported thread opens there with the same badges and the same counts', async () => {
      await choose(viewer, file('standpoint-thread.txt', JSON.stringify(exported)));
      await waitUntilDone(viewer);
      const shown = await badgesOf(viewer);
      assert.ok(shown.length > 3, `${shown.length} badges`);
      for (const { comment, stance } of shown)
        assert.equal(exported.thread.comments.find(({ id }) => id === comment)?.stance.opening.stance, stance, comment);
      assert.equal(await countsIn(viewer), counts);
      await picture(viewer, 'viewer');
    });
    await check('axe finds nothing in it', () => expectNothing(viewer));
    await check('made narrow, it folds the sidebar, which would cover what is read', async () => {
      const [before, isOpen] = [viewer.viewport(), () => viewer.$(`${SIDEBAR} >>> aside`).then(Boolean)];
      assert.equal(await isOpen(), true);
      await viewer.setViewport({ width: 400, height: 800 });
      await until(async () => !(await isOpen()), 'it is folded');
      await picture(viewer, 'viewer-400');
      await viewer.setViewport(before);
      await openSidebar(viewer);
    });
    await check('what is exported from there is the same thread', async () => {
      const again = JSON.parse(await downloaded(running, () => press(viewer, /^Export JSON$/)));
      isValidExport(again);
      assert.deepEqual(withoutTime(again), withoutTime(exported));
    });
    await check('a file that does not fit is refused with the place and the reason', async () => {
      const spoiled = structuredClone(exported);
      Object.assign(spoiled.thread.comments[2] ?? {}, { permalink: 'javascript:alert(1)' });
      await choose(viewer, file('spoiled.txt', JSON.stringify(spoiled)));
      await viewer.waitForSelector('.refusal');
      const words = await viewer.$eval('.refusal', ({ textContent }) => textContent);
      assert.match(words ?? '', /spoiled\.txt was not opened.*\/thread\/comments\/2\/permalink is not written as it must be/);
      assert.equal(await viewer.$(SIDEBAR), null);
      await picture(viewer, 'viewer-refused');
    });
    await check('ten thousand comments open, few of them drawn, each within reach', async () => {
      const start = Date.now();
      await choose(viewer, file('long.txt', JSON.stringify(longThread(exported, 10_000))));
      await waitUntilDone(viewer, 60_000);
      await viewer.waitForSelector(BADGE);
      console.log(`    opened within ${Date.now() - start} ms`);
      const drawn = await viewer.$$eval('.comments li', (items) => items.length);
      assert.ok(drawn < 60, `${drawn} are drawn`);
      await viewer.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
      await until(
        async () => (await viewer.$eval('.comments li', (item) => Number(item.getAttribute('aria-posinset')))) > 2000,
        'the middle is drawn',
      );
      await picture(viewer, 'viewer-long');
      // The sidebar's first card leads to its comment, wherever that is.
      await viewer.$eval(`${SIDEBAR} >>> .card .by`, (button) => (button as HTMLElement).click());
      await until(() => viewer.evaluate(() => document.activeElement?.localName === 'li'), 'the comment has the focus');
      await until(() => isInView(viewer, 'li:focus .by'), 'the comment is in view');
    });
    await viewer.close();
  });
}

async function openViewer({ running }: Reader): Promise<Page> {
  const viewer = await running.browser.newPage();
  await openOurs(viewer, running.popup.replace('popup.html', 'viewer.html'), 'input[type=file]');
  return viewer;
}

async function choose(viewer: Page, path: string): Promise<void> {
  const input = (await viewer.$('input[type=file]')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(path);
}

/** The lines of the sidebar that say how many comments stand where. */
async function countsIn(page: Page): Promise<string> {
  const text = await sidebarText(page);
  return (text.match(/\d+ (?:supports?|opposes?|mixed|neutral|asks?|unsure|skipped)\b/g) ?? []).join(', ');
}

/** A thread of so many comments, each one of those that were read once more, answering the one before now and then. */
function longThread(exported: Export, count: number): Export {
  const { comments } = exported.thread;
  const long = Array.from({ length: count }, (_, index) => {
    const comment = comments[index % comments.length] as Export['thread']['comments'][number];
    // Whatever the model is sure of, somebody speaks for a side, and the sidebar quotes them.
    const opening =
      index % 10 === 0 ? ({ ...comment.stance.opening, stance: 'support', best: 'support' } as const) : comment.stance.opening;
    return { ...comment, stance: { ...comment.stance, opening }, id: `c${index}`, parent: index % 3 === 0 ? null : `c${index - 1}` };
  });
  return { ...exported, thread: { ...exported.thread, comments: long }, coverage: { ...exported.coverage, read: count, total: count } };
}
