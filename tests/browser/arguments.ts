import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { VIEW } from '../demo/launch.ts';
import { openSidebar, press, SIDEBAR } from '../demo/reader.ts';
import { inThread, type Reader } from './checks.ts';
import { exportIn } from './exports.ts';
import { PICTURES } from './looks.ts';
import { until } from './until.ts';

/** The view of the arguments says what people said, and leads to where they said it. */
export async function checkArguments(reader: Reader): Promise<void> {
  const { check, forum, installed } = reader;
  const picture = (page: Page, name: string) => page.screenshot({ path: join(PICTURES, `${installed.engine}-arguments-${name}.png`) });

  await inThread(reader, forum.demo, async ({ page, errors }) => {
    const { thread } = await exportIn(reader, page);
    await check('the arguments are verbatim sentences of the comments they stand for', async () => {
      await open(page);
      const said = await saidIn(page);
      assert.ok(said.length >= 4, `${said.length} sentences`);
      for (const { author, text } of said) {
        const own = thread.comments.filter((comment) => comment.author === author).map((comment) => comment.text);
        assert.ok(
          own.some((words) => words.includes(text)),
          `${author} said “${text}”`,
        );
      }
      await picture(page, 'light');
    });
    await check('a click on who said something goes to their comment', async () => {
      const [first] = await saidIn(page);
      const { id } = thread.comments.find(({ author, text }) => author === first?.author && text.includes(first?.text ?? '')) ?? {};
      assert.ok(id);
      await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
      await page.$eval(SIDEBAR, (host) => host.shadowRoot?.querySelector<HTMLElement>('.arguments .by')?.click());
      await until(() => isInView(page, id), 'the comment is in view');
    });
    await check('everything in it can be reached and pressed: targets of 24 pixels, with names', async () => {
      const wrong = await page.$eval(SIDEBAR, (host) =>
        [...(host.shadowRoot?.querySelectorAll<HTMLElement>('.arguments button') ?? [])]
          .filter((button) => button.getBoundingClientRect().height > 0)
          .filter((button) => button.getBoundingClientRect().height < 24 || !button.innerText.trim() || button.tabIndex !== 0)
          .map(({ outerHTML }) => outerHTML),
      );
      assert.deepEqual(wrong, []);
    });
    await check('the arguments fit a narrow window', async () => {
      await page.setViewport({ width: 360, height: 740 });
      // Made narrow, the window folds it.
      await page.waitForSelector(`${SIDEBAR} >>> .tab`);
      await openSidebar(page);
      const wide = await page.$eval(SIDEBAR, (host) => {
        const content = host.shadowRoot?.querySelector('.content');
        return (content?.scrollWidth ?? Number.NaN) - (content?.clientWidth ?? Number.NaN);
      });
      assert.equal(wide, 0, 'nothing is wider than the sheet');
      await picture(page, 'narrow');
      await page.setViewport(VIEW);
    });
    assert.deepEqual(errors, []);
  });
  await check('the arguments have a picture in the dark', () =>
    inThread(reader, `${forum.demo}?dark`, async ({ page }) => {
      await open(page);
      await picture(page, 'dark');
    }),
  );
}

async function open(page: Page): Promise<void> {
  await press(page, /^Arguments$/);
  await page.waitForFunction((selector: string) => document.querySelector(selector)?.shadowRoot?.querySelector('.arguments'), {}, SIDEBAR);
}

function saidIn(page: Page): Promise<{ author: string; text: string }[]> {
  return page.$eval(SIDEBAR, (host) =>
    [...(host.shadowRoot?.querySelectorAll('.arguments .said') ?? [])].map((said) => ({
      author: said.querySelector('.author')?.textContent ?? '',
      text: said.querySelector('.sentence')?.textContent ?? '',
    })),
  );
}

function isInView(page: Page, id: string): Promise<boolean> {
  return page.$eval(`[data-standpoint="badge"][data-comment="${id}"]`, (badge) => {
    const { top, bottom } = badge.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
}
