import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { BADGE, badgesOf, SIDEBAR, sidebarText } from '../demo/reader.ts';
import { inTab, inThread, type Reader } from './checks.ts';
import { exportIn } from './exports.ts';
import { until } from './until.ts';

/** Pages that change while they are read. */
export async function checkGrowth(reader: Reader): Promise<void> {
  const { check, forum } = reader;
  const whole = await inThread(reader, forum.demo, async ({ page }) => (await exportIn(reader, page)).thread);

  await inThread(reader, `${forum.demo}?live`, async ({ page }) => {
    await check('posts that arrive while scrolling get a badge each, and none gets two', async () => {
      const seen = new Set<string>();
      for (const { comment } of await badgesOf(page)) seen.add(comment);
      assert.ok(seen.size < whole.comments.length, 'the page begins with a part of the thread');
      await until(
        async () => {
          await page.evaluate(() => scrollBy({ top: 400, behavior: 'instant' }));
          await new Promise((resolve) => setTimeout(resolve, 350)); // as fast as somebody who skims
          const badges = (await badgesOf(page)).map(({ comment }) => comment);
          assert.equal(new Set(badges).size, badges.length, 'no comment has two badges');
          for (const comment of badges) seen.add(comment);
          return seen.size === whole.comments.length;
        },
        'every comment has had its badge',
        30_000,
      );
    });
    await check('posts that the forum empties out of sight stay read, and have their badge when they come back', async () => {
      await until(
        async () => (await sidebarText(page)).includes(`${whole.comments.length} of ${whole.comments.length} read`),
        'all are read',
      );
      await page.waitForSelector('.post-stream--cloaked', { timeout: 3000 });
      await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
      const first = whole.comments[0]?.id;
      await until(async () => (await badgesOf(page)).some(({ comment }) => comment === first), 'the first comment has its badge again');
      const { thread } = await exportIn(reader, page);
      assert.deepEqual(
        thread.comments.map(({ id, text }) => [id, text]),
        whole.comments.map(({ id, text }) => [id, text]),
      );
    });
    await check('another topic opened inside the page shows itself alone', async () => {
      await page.click('#suggested-topics a[href^="/t/"]');
      await showsAnother(page, whole.title);
      const { thread } = await exportIn(reader, page);
      assert.notEqual(thread.title, whole.title);
      const strangers = thread.comments.filter(({ id }) => whole.comments.some((comment) => comment.id === id)).map(({ text }) => text);
      assert.deepEqual(strangers, [], 'no comment of the first topic is among those of the second');
      const ids = new Set(thread.comments.map(({ id }) => id));
      assert.deepEqual(
        (await badgesOf(page)).filter(({ comment }) => !ids.has(comment)),
        [],
        'no badge of the first topic is left',
      );
      assert.equal((await page.$$(SIDEBAR)).length, 1, 'one sidebar');
    });
    await check('the way back shows the first topic again', async () => {
      await page.goBack();
      await until(async () => (await badgesOf(page)).some(({ comment }) => comment === whole.comments[0]?.id), 'its badges are back');
      await until(async () => (await exportIn(reader, page)).thread.title === whole.title, 'its thread is back');
    });
  });

  await check('a page that was left while its comments were judged is judged to the end when the reader comes back to it', () =>
    inTab(reader, forum.served('article.html'), async ({ page }) => {
      // Leaves at the very moment at which judging begins, once. Not before all has loaded: what is left earlier stays cut off, and out of the history.
      await page.evaluateOnNewDocument(
        (sidebar, elsewhere) => {
          const leave = () => {
            if (document.readyState !== 'complete' || !document.querySelector(sidebar)?.matches('[data-state="analyzing"]')) return;
            left.disconnect();
            if (sessionStorage.getItem('left')) return;
            sessionStorage.setItem('left', 'yes');
            addEventListener('pageshow', ({ persisted }) => Object.assign(window, { wasKept: persisted }));
            location.assign(elsewhere);
          };
          const left = new MutationObserver(leave);
          left.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-state'] });
          addEventListener('load', () => setTimeout(leave));
        },
        SIDEBAR,
        forum.served('article.html'),
      );
      const thread = forum.page('hackernews.html');
      await page.goto(thread, { waitUntil: 'domcontentloaded' }).catch(() => {});
      await until(async () => page.url().includes('article.html'), 'the thread was left', 15_000);
      await page.goBack({ waitUntil: 'domcontentloaded' });
      await until(async () => (await page.$(`${SIDEBAR}[data-state="done"]`)) !== null, 'the thread is done', 20_000);
      await until(async () => (await badgesOf(page)).length > 0, 'it has its badges');
      if (reader.installed.engine === 'chromium')
        assert.equal(await page.evaluate(() => (window as { wasKept?: boolean }).wasKept), true, 'the browser had kept the page');
    }),
  );

  await check('replies that arrive when the reader asks for more get their badges', () =>
    inThread(reader, `${forum.page('reddit.html')}?live`, async ({ page }) => {
      const before = (await badgesOf(page)).length;
      await page.click('#more-replies');
      await until(async () => (await badgesOf(page)).length > before, 'more badges');
      const { thread } = await exportIn(reader, page);
      assert.deepEqual((await badgesOf(page)).map(({ comment }) => comment).sort(), thread.comments.map(({ id }) => id).sort());
    }),
  );

  await check('badges are seen where the page hides what its scripts do not define, on the comment they speak of', () =>
    inThread(reader, `${forum.page('reddit.html')}?live`, async ({ page }) => {
      await page.click('#more-replies');
      const hidden = () =>
        page.$$eval(BADGE, (badges) =>
          badges
            .filter((badge) => {
              const comment = badge.closest('shreddit-comment')?.getAttribute('thingid') ?? '';
              return badge.getBoundingClientRect().width === 0 || !comment.includes(badge.getAttribute('data-comment') ?? '?');
            })
            .map((badge) => badge.getAttribute('data-comment')),
        );
      await until(async () => (await badgesOf(page)).length > 10 && (await hidden()).length === 0, 'every badge is seen');
    }),
  );

  for (const file of ['nodebb.html', 'flarum.html']) {
    await check(`${file}: scrolled to the end and back, every post is read once and its badge stands on it`, () =>
      inThread(reader, `${forum.page(file)}?live`, ({ page }) => scrollsThrough(reader, page)),
    );
  }
}

/** Scrolls through a topic that adds and removes posts at both ends. */
async function scrollsThrough(reader: Reader, page: Page): Promise<void> {
  const shown = () => page.$eval('[data-shown]', (list) => [list.getAttribute('data-shown') ?? '', list.getAttribute('data-of') ?? '']);
  const seen = new Set<string>();
  const [, of] = await shown();
  const look = async () => {
    const badges = (await badgesOf(page)).map(({ comment }) => comment);
    assert.equal(new Set(badges).size, badges.length, 'no comment has two badges');
    const strange = await page.$$eval(
      BADGE,
      (all) =>
        all.filter((badge) => {
          const post = badge.closest('[data-pid], .PostStream-item') as HTMLElement | null;
          return (post?.dataset.pid ?? post?.dataset.id) !== badge.getAttribute('data-comment');
        }).length,
    );
    assert.equal(strange, 0, 'each badge stands on its post');
    for (const comment of badges) seen.add(comment);
  };
  const scroll = (by: number) => page.evaluate((top) => scrollBy({ top, behavior: 'instant' }), by);
  const pass = (by: number, end: (range: string) => boolean) =>
    until(
      async () => {
        await scroll(by);
        await new Promise((resolve) => setTimeout(resolve, 300));
        await look();
        return end((await shown())[0] ?? '');
      },
      'the end is reached',
      60_000,
    );
  await pass(700, (range) => range.endsWith(`-${of}`));
  await until(async () => {
    await look();
    return seen.size === Number(of) - 1;
  }, `every comment has had its badge`);
  await pass(-700, (range) => range.startsWith('0-'));
  const { thread } = await exportIn(reader, page);
  assert.deepEqual(
    thread.comments.map(({ text }) => Number(/^This is post number (\d+)/.exec(text)?.[1])),
    Array.from({ length: Number(of) - 1 }, (_, index) => index + 2),
  );
}

async function showsAnother(page: Page, title: string): Promise<void> {
  await until(async () => !(await page.title()).includes(title), 'the page shows the other topic');
  await until(async () => (await page.$(`${SIDEBAR}[data-state="done"]`)) !== null && (await badgesOf(page)).length > 0, 'it is analysed');
  // Its badges stand before the last of the changes have been read.
  await new Promise((resolve) => setTimeout(resolve, 1000));
}
