import assert from 'node:assert/strict';
import { join } from 'node:path';
import { badgesOf, press, SIDEBAR, sidebarText } from '../demo/reader.ts';
import { inThread, type Reader } from './checks.ts';
import { exportIn } from './exports.ts';
import { PICTURES } from './looks.ts';
import { until } from './until.ts';

/** A thread of twelve pages, one of which the forum does not give at first. */
export async function checkWhole(reader: Reader): Promise<void> {
  const { check, forum, installed } = reader;
  await inThread(reader, forum.paged, async ({ page, errors }) => {
    const says = async (words: string) => (await sidebarText(page)).includes(words);
    const picture = (name: string) => page.screenshot({ path: join(PICTURES, `${installed.engine}-whole-${name}.png`) });

    await check('a thread of twelve pages says how much of it is read, and offers the rest', async () => {
      assert.ok(await says('9 of 119 read, 110 not loaded'), await sidebarText(page));
      await press(page, /^Read the whole thread$/);
      await until(() => says('of 11 pages'), 'the progress is shown');
    });
    await check('reading the rest can be stopped, and goes on where it was', async () => {
      await until(() => says('2 of 11 pages'), 'two pages are read');
      await picture('reading');
      await press(page, /^Stop$/);
      await until(() => says('Stopped after'), 'it has stopped');
      const before = await sidebarText(page);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      assert.equal(/\d+ of 119 read/.exec(await sidebarText(page))?.[0], /\d+ of 119 read/.exec(before)?.[0], 'nothing more is read');
      await press(page, /^Go on$/);
    });
    await check('a page that the forum does not give is named, and the others are read', async () => {
      await until(() => says('did not give this one'), 'the page is named', 30_000);
      await until(() => says('1 of 11 pages could not be read'), 'the others are read', 30_000);
      assert.ok(await says('/paged/viewtopic.php?t=318&start=60'), await sidebarText(page));
      await until(() => says('109 of 119 read'), 'it counts what was read');
      await page.$eval(SIDEBAR, (host) => host.shadowRoot?.querySelector('.wholeThread')?.scrollIntoView({ block: 'center' }));
      await picture('failed');
    });
    await check('tried again, the thread is whole: every post once, in order, and badges only on the posts that are here', async () => {
      await press(page, /^Try again$/);
      await until(() => says('119 of 119 read'), 'all are read', 15_000);
      await page.waitForSelector(`${SIDEBAR}[data-state="done"]`);
      const { thread } = await exportIn(reader, page);
      assert.deepEqual(
        thread.comments.map(({ text }) => Number(/^This is post number (\d+)/.exec(text)?.[1])),
        Array.from({ length: 119 }, (_, index) => index + 2),
      );
      assert.deepEqual(
        (await badgesOf(page)).map(({ comment }) => Number(comment)),
        Array.from({ length: 9 }, (_, index) => 90_002 + index),
      );
    });
    await check('nothing but the thread was asked for', async () => {
      // The twelve pages, three times the one that failed twice, and once more where the reader stopped in the middle of one.
      assert.ok(forum.asked.count >= 14 && forum.asked.count <= 15, `${forum.asked.count} requests`);
      assert.deepEqual(errors, []);
    });
  });
}
