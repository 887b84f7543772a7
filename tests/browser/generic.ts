import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import { BADGE, badgesOf, MARK, openPopup, press, SIDEBAR, sidebarText, waitUntilDone } from '../demo/reader.ts';
import { inTab, openActionPopup, type Reader } from './checks.ts';
import { exportIn } from './exports.ts';
import { PICTURES } from './looks.ts';
import { until } from './until.ts';

const FRAME = '/page/disqus.html';

/** Pages that nobody wrote a platform for, pages that changed under one, and comments in a frame of another site. */
export async function checkGeneric(reader: Reader): Promise<void> {
  const { check, forum, running, installed } = reader;
  const picture = (page: Page, name: string) => page.screenshot({ path: join(PICTURES, `${installed.engine}-${name}.png`) });
  const says = async (popup: Page, words: string) => (await popup.$eval('body', (body) => body.textContent ?? '')).includes(words);

  await check('a discussion that no platform knows is left alone, and read when the reader asks for it', () =>
    inTab(reader, forum.served('unknown.html'), async ({ page, errors }) => {
      const popup = await openPopup(running, page);
      await until(() => says(popup, 'no thread on this page that Standpoint knows'), 'the popup says that it knows none');
      assert.equal(await page.$(`${SIDEBAR}, ${MARK}`), null, 'it is left alone');
      await press(popup, /^Read this page$/);
      await waitUntilDone(page);
      assert.deepEqual(
        (await badgesOf(page)).map(({ comment }) => comment),
        ['entry-502', 'entry-503', 'entry-504', 'entry-505', 'entry-506'],
      );
      assert.ok((await sidebarText(page)).includes('unknown to Standpoint'), await sidebarText(page));
      await picture(page, 'generic');
      await popup.close();
      assert.deepEqual(errors, []);
    }),
  );

  await check('a guestbook whose posts have nothing around them is read, each with a badge in its own line', () =>
    inTab(reader, forum.served('flat.html'), async ({ page, errors }) => {
      const popup = await openPopup(running, page);
      await press(popup, /^Read this page$/);
      await waitUntilDone(page);
      const lines = await page.$$eval(BADGE, (badges) => badges.map((badge) => badge.parentElement?.textContent ?? ''));
      assert.deepEqual(
        lines.map((line) => /^Posted by (.+) on /.exec(line)?.[1]),
        ['Pike Weatherby', 'sedge', 'hazel', 'lamprey'],
      );
      assert.equal(await page.$('[class*="standpoint"]'), null, 'the page has no element of the copy');
      await picture(page, 'flat');
      await popup.close();
      assert.deepEqual(errors, []);
    }),
  );

  await check('a page that is no discussion is refused in one sentence', () =>
    inTab(reader, forum.served('notice.html'), async ({ page }) => {
      const popup = await openPopup(running, page);
      await until(() => says(popup, 'Read this page'), 'the popup offers to read it');
      await press(popup, /^Read this page$/);
      await until(() => says(popup, 'This page does not look like a discussion.'), 'the popup says so');
      assert.equal(await page.$(`${SIDEBAR}, ${MARK}`), null, 'it is left alone');
      await popup.close();
    }),
  );

  await check('a forum that changed its pages is read by their shape; the sidebar says what is missing, and has a report', () =>
    inTab(reader, forum.served('changed.html'), async ({ page, errors }) => {
      await waitUntilDone(page);
      const text = await sidebarText(page);
      assert.ok(text.includes('looks like one of discourse, but no comments were found'), text);
      assert.ok(text.includes('read by the shape of the page instead'), text);
      assert.equal((await badgesOf(page)).length, 5);
      await press(page, /^Copy report$/);
      await until(async () => /Copied\.|Copy it from here:/.test(await sidebarText(page)), 'it is copied');
      const report = await page.$eval(SIDEBAR, (host) => host.shadowRoot?.querySelector('.rot pre')?.textContent ?? '');
      assert.match(report, /platform discourse, on 127\.0\.0\.1\n/);
      assert.ok(!report.includes('bell') && !report.includes('changed.html'), report);
      await picture(page, 'changed');
      assert.deepEqual(errors, []);
    }),
  );

  await check('comments in a frame of another site have their badges there, and the sidebar stands in the page around', () =>
    inTab(reader, forum.served('article.html'), async ({ page, errors }) => {
      await waitUntilDone(page);
      const frame = await frameOf(page);
      const { thread } = await exportIn(reader, page);
      assert.equal(thread.platform, 'disqus');
      const badges = await frame.$$eval(BADGE, (all) => all.map((badge) => badge.getAttribute('data-comment')));
      assert.deepEqual(badges.sort(), thread.comments.map(({ id }) => id).sort());
      assert.equal(await frame.$(SIDEBAR), null, 'no sidebar in the frame');
      assert.equal((await badgesOf(page)).length, 0, 'no badges in the page around it');
      await picture(page, 'frame');
      assert.deepEqual(
        errors.filter((error) => !error.includes(FRAME)),
        [],
        'nothing but the frame is loaded',
      );
    }),
  );

  if (installed.engine === 'chromium') {
    await check('where the page around such a frame is a stranger, the popup tells of the frame and shows the sidebar when asked', () =>
      inTab(reader, forum.served('article.html').replace('127.0.0.1', 'localhost'), async ({ page }) => {
        const frame = await frameOf(page);
        await until(async () => (await frame.$$(BADGE)).length > 0, 'the frame has its badges');
        assert.equal(await page.$(SIDEBAR), null, 'the page around is left alone');
        const popup = await openActionPopup(reader, page);
        await until(() => says(popup, 'of 10 read'), 'the popup tells of the thread');
        await press(popup, /^Show the sidebar on this page$/);
        await waitUntilDone(page);
        assert.ok((await sidebarText(page)).includes('of 10 read'), await sidebarText(page));
      }),
    );
  }
}

async function frameOf(page: Page): Promise<Frame> {
  const find = () => page.frames().find((one) => one.url().includes(FRAME));
  await until(async () => find() !== undefined, 'the frame is there');
  return find() as Frame;
}
