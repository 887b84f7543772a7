import assert from 'node:assert/strict';
import type { CDPSession, Page } from 'puppeteer-core';
import { findBrowsers } from '../demo/browsers.ts';
import { BADGE, badgesOf, openPopup, openSidebar, press, SIDEBAR, sidebarText, stateOf, waitUntilDone } from '../demo/reader.ts';
import type { Reader } from './checks.ts';
import { type LongForum, openLongForum, postsOf } from './longForum.ts';
import { SWEEPS } from './sweeps.ts';
import { until } from './until.ts';

/** So many comments that the model is at work for a while. */
const LONG = 3000;
const SHORT = 12;
/** So many that those far from view wait to be asked for. */
const VERY_LONG = 5000;
const KILLS = SWEEPS ? 20 : 4;
const NAVIGATIONS = SWEEPS ? 200 : 40;
/** By so many a page has brought and compiled all that it needs now and then; how much more memory it may hold at the end. */
const WARM = 100;
const GROWTH = 1.1;

/** What a page, a browser and other extensions do to us: nothing is lost, nothing is shown twice, and what fails says so. */
export async function checkSurvival(reader: Reader): Promise<void> {
  const { running, installed } = reader;
  const forum = await openLongForum();
  const page = await running.browser.newPage();
  try {
    await page.goto(forum.topic(1, SHORT), { waitUntil: 'domcontentloaded' });
    await waitUntilDone(page);
    await checkPage(reader, page);
    await checkWindows(reader, page, forum.topic(1, SHORT));
    await checkHistory(reader, forum);
    await checkStorage(reader, page, forum);
    if (installed.engine === 'chromium') {
      await checkBackground(reader, page, forum);
      await checkFreezing(reader, forum);
    }
    // What takes longest of all is looked at in the second engine by the sweeps.
    if (installed.engine === findBrowsers()[0]?.engine || SWEEPS) {
      await checkOrders(reader, page, forum);
      await checkJumps(reader, page);
    }
  } finally {
    await page.close();
    forum.close();
  }
}

/** What a page holds after many threads, which Chromium alone tells. */
export async function checkEndurance(reader: Reader): Promise<void> {
  const forum = await openLongForum();
  const page = await reader.running.browser.newPage();
  try {
    await checkNavigation(reader, page, forum);
  } finally {
    await page.close();
    forum.close();
  }
}

async function checkPage({ check }: Reader, page: Page): Promise<void> {
  await check('a page that replaces its whole body keeps its badges, one sidebar, and nothing twice', async () => {
    await page.evaluate(() => {
      const copy = document.createElement('body');
      copy.innerHTML = document.body.innerHTML;
      document.body.replaceWith(copy);
    });
    await isWhole(page, SHORT);
  });
  await check('posts that the page moves take their badges along', async () => {
    await page.evaluate(() => {
      const stream = document.querySelector('.post-stream');
      const posts = [...(stream?.children ?? [])];
      stream?.append(...posts.slice(1).reverse());
    });
    await isWhole(page, SHORT);
  });
  await check('badges, or the sidebar, that the page takes away come back', async () => {
    for (const ours of [BADGE, SIDEBAR]) {
      await page.$$eval(ours, (elements) => {
        for (const element of elements) element.remove();
      });
      await isWhole(page, SHORT);
    }
  });
  await check('a script that rewrites the same comments again and again meets one badge a comment, and no quarrel', async () => {
    const added = await page.evaluate(async (badge) => {
      let count = 0;
      const observer = new MutationObserver((records) => {
        for (const { addedNodes } of records) for (const node of addedNodes) if ((node as Element).matches?.(badge)) count += 1;
      });
      observer.observe(document.body, { childList: true, subtree: true });
      for (let round = 0; round < 8; round += 1) {
        for (const words of document.querySelectorAll('.cooked')) words.innerHTML = `${words.textContent} <i>rewritten</i>`;
        for (const names of document.querySelectorAll('.names'))
          names.innerHTML = `${names.querySelector('a')?.outerHTML}<b>other ${round}</b>`;
        await new Promise((resolve) => setTimeout(resolve, 400));
      }
      observer.disconnect();
      return count;
    }, BADGE);
    await isWhole(page, SHORT);
    assert.ok(added <= 8 * SHORT, `${added} times a badge was put back, in 8 rounds of ${SHORT} comments`);
  });
}

async function checkWindows({ check, running }: Reader, page: Page, url: string): Promise<void> {
  await check('two windows on the same thread say the same, also of what is put right in one of them', async () => {
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    await waitUntilDone(page);
    const other = await running.browser.newPage();
    try {
      await other.goto(url, { waitUntil: 'domcontentloaded' });
      await waitUntilDone(other);
      const first = (await badgesOf(other))[0]?.comment ?? '';
      await (await other.$(`${BADGE}[data-comment="${first}"] >>> button`))?.click();
      await other.keyboard.press('3');
      for (const window of [other, page]) {
        const stance = async () => (await badgesOf(window)).find(({ comment }) => comment === first)?.stance;
        await until(async () => (await stance()) === 'mixed', 'both windows say mixed');
      }
      assert.deepEqual(await badgesOf(page), await badgesOf(other));
    } finally {
      await other.close();
      await page.bringToFront();
    }
  });
}

async function checkHistory({ check, running }: Reader, forum: LongForum): Promise<void> {
  await check('a page that was left and come back to has its badges and one sidebar', async () => {
    const page = await running.browser.newPage();
    try {
      for (const topic of [1, 2]) {
        await page.goto(forum.topic(topic, SHORT), { waitUntil: 'domcontentloaded' });
        await waitUntilDone(page);
      }
      // A page out of the cache is there at once: nothing says that it has loaded.
      await page.evaluate(() => history.back());
      const address = () => page.evaluate(() => location.href).catch(() => '');
      await until(async () => (await address()) === forum.topic(1, SHORT), 'the page before is back');
      await waitUntilDone(page);
      await isWhole(page, SHORT);
    } finally {
      await page.close();
    }
  });
}

async function checkFreezing({ check, running }: Reader, forum: LongForum): Promise<void> {
  await check('a page that the browser froze, and whose posts changed since, is true to it when it is thawed', async () => {
    const page = await running.browser.newPage();
    try {
      await page.goto(forum.topic(1, SHORT), { waitUntil: 'domcontentloaded' });
      await waitUntilDone(page);
      const client = await page.createCDPSession();
      await client.send('Page.setWebLifecycleState', { state: 'frozen' });
      await new Promise((resolve) => setTimeout(resolve, 500));
      await client.send('Page.setWebLifecycleState', { state: 'active' });
      await page.evaluate(() => document.querySelector('.topic-post:last-child')?.remove());
      await until(async () => (await badgesOf(page)).length === SHORT - 1, 'the badge went with its post');
      assert.equal(await stateOf(page), 'done');
    } finally {
      await page.close();
    }
  });
}

type Areas = { chrome: { storage: Record<'local' | 'sync', { set(items: object): Promise<void>; clear(): Promise<void> }> } };

async function checkStorage({ check, running }: Reader, page: Page, forum: LongForum): Promise<void> {
  const popup = await openPopup(running, page);
  const set = (area: 'local' | 'sync', items: object) =>
    popup.evaluate((where, what) => (globalThis as unknown as Areas).chrome.storage[where].set(what), area, items);
  const clear = () =>
    popup.evaluate(async () => {
      const { storage } = (globalThis as unknown as Areas).chrome;
      await storage.local.clear();
      await storage.sync.clear();
    });
  const isRead = async () => {
    await page.goto(forum.topic(1, SHORT), { waitUntil: 'domcontentloaded' });
    await waitUntilDone(page);
    await isWhole(page, SHORT);
  };
  await check('what is stored may be nonsense: the thread is read all the same', async () => {
    await set('local', { corrections: 'nonsense', corrections$: 7, lesson: [1, 2], lessonSteps: { of: 1 }, visits: 'x' });
    await set('sync', { settings: 'nonsense' });
    await isRead();
    await clear();
  });
  await check('settings of an earlier version, and of a later one, are taken over as far as they are understood', async () => {
    await set('sync', { settings: { badges: true, density: 'enormous', invented: 1 }, settings$: { v: 99 } });
    await isRead();
    await set('sync', { settings: { badges: false } });
    await until(async () => (await badgesOf(page)).length === 0, 'an old setting counts');
    await clear();
    await until(async () => (await badgesOf(page)).length === SHORT, 'the usual settings are back');
  });
  await check('a full storage keeps nobody from reading', async () => {
    const full = await popup.evaluate(async () => {
      const { local } = (globalThis as unknown as Areas).chrome.storage;
      // Halves, until nothing more goes in.
      for (let size = 8_000_000, index = 0; size > 100; index += 1) {
        await local.set({ [`filler${index}`]: 'x'.repeat(size) }).catch(() => {
          size /= 2;
        });
        if (index > 60) return false;
      }
      return true;
    });
    try {
      await isRead();
    } finally {
      await clear();
    }
    assert.ok(full || installedTakesAll(running.popup), 'the storage was full');
  });
  await popup.close();
}

/** Firefox sets no bound that a test could reach. */
const installedTakesAll = (popup: string) => popup.startsWith('moz-extension:');

async function checkOrders({ check, running }: Reader, page: Page, forum: LongForum): Promise<void> {
  await check(
    'what is far from view in a very long thread waits to be asked for; the popup pauses it, the sidebar has it read on',
    async () => {
      await page.goto(forum.topic(3, VERY_LONG), { waitUntil: 'domcontentloaded' });
      await waitUntilDone(page, 60_000);
      assert.match(await sidebarText(page), /\d of 5,000 comments/);
      const near = (await badgesOf(page)).length;
      assert.ok(near > 0 && near < VERY_LONG / 2, `${near} badges`);
      await press(page, /^Read all 5,000/);
      await until(async () => (await stateOf(page)) === 'analyzing', 'it reads on');
      const popup = await openPopup(running, page);
      await until(
        async () => await popup.$$eval('button', (all) => all.some(({ textContent }) => textContent === 'Pause')),
        'it can be paused',
      );
      await press(popup, /^Pause/);
      await popup.close();
      const readThen = async () => Number(/Paused: ([\d,]+) of 5,000 comments read/.exec(await sidebarText(page))?.[1]?.replace(',', ''));
      await until(async () => (await readThen()) > 0, 'it is paused');
      const paused = await readThen();
      await new Promise((resolve) => setTimeout(resolve, 2000));
      // Badges of what was read before may still be on their way.
      assert.ok((await readThen()) - paused < 100, 'nothing is read meanwhile');
      assert.ok((await badgesOf(page)).length <= (await readThen()), 'no comment has a badge that was not read');
      await press(page, /^Read on/);
      await until(async () => (await badgesOf(page)).length === VERY_LONG, 'all are read', 120_000);
    },
  );
}

/** In the thread of the check before, whose badges are all there. */
async function checkJumps({ check }: Reader, page: Page): Promise<void> {
  await check(
    `wherever the reader jumps to among ${VERY_LONG} comments, and whatever the page folds, badges in view stand in their places`,
    async () => {
      const arePlaced = () =>
        page.evaluate((badge) => {
          const inView = [...document.querySelectorAll<HTMLElement>(badge)].filter((one) => {
            const { top, bottom } = one.getBoundingClientRect();
            return top < innerHeight && bottom > 0;
          });
          return inView.length > 2 && inView.every(({ dataset }) => dataset.fit !== undefined && dataset.fit !== 'none');
        }, BADGE);
      for (const part of [1, 0.5, 0, 0.75, 0.25]) {
        await page.evaluate((part) => scrollTo({ top: part * document.documentElement.scrollHeight, behavior: 'instant' }), part);
        await until(arePlaced, `those at ${100 * part} % are placed`);
      }
      const fold = (isFolded: boolean) =>
        page.evaluate((isFolded) => {
          const posts = [...document.querySelectorAll<HTMLElement>('.post-stream > *')];
          for (const post of posts.slice(20, -20)) post.style.display = isFolded ? 'none' : '';
          scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
        }, isFolded);
      await fold(true);
      await until(arePlaced, 'those below what was folded are placed');
      await fold(false);
      await until(arePlaced, 'those at the end are placed');
      await page.evaluate(() => {
        const stream = document.querySelector('.post-stream');
        stream?.append(...[...stream.children].slice(1).reverse());
        scrollTo({ top: 0.4 * document.documentElement.scrollHeight, behavior: 'instant' });
      });
      await until(arePlaced, 'those in the other order are placed');
    },
  );
}

async function checkBackground({ check, running }: Reader, page: Page, forum: LongForum): Promise<void> {
  const stopBackground = async () => {
    const target = running.browser.targets().find((one) => one.type() === 'service_worker');
    const worker = await target?.worker().catch(() => null);
    await worker?.close().catch(() => {});
    return Boolean(worker);
  };
  await check(
    `the background stopped ${KILLS} times while it works: the thread is done in the end, or says that it is not and is when asked`,
    async () => {
      let stopped = 0;
      for (let visit = 0; stopped < KILLS && visit < 3 * KILLS; visit += 1) {
        await page.goto(forum.topic(1, LONG), { waitUntil: 'domcontentloaded' });
        await until(async () => (await page.$(`${SIDEBAR}[data-state]`)) !== null, 'the sidebar is there', 20_000);
        for (let again = 0; again < 4 && (await stateOf(page)) === 'analyzing'; again += 1) {
          if (await stopBackground()) stopped += 1;
          await new Promise((resolve) => setTimeout(resolve, 60));
        }
      }
      assert.ok(stopped >= KILLS, `stopped ${stopped} times`);
      await page.waitForSelector(`${SIDEBAR}:is([data-state="done"], [data-state="failed"])`, { timeout: 30_000 });
      if ((await stateOf(page)) === 'failed') {
        await openSidebar(page);
        assert.match(await sidebarText(page), /could not be analysed/);
        await press(page, /^Try again/);
        await page.waitForSelector(`${SIDEBAR}[data-state="done"]`, { timeout: 30_000 });
      }
      await isWhole(page, LONG, 60_000);
    },
  );
  await check('after that, another thread is read as ever', async () => {
    await stopBackground();
    await page.goto(forum.topic(2, SHORT), { waitUntil: 'domcontentloaded' });
    await waitUntilDone(page);
    await isWhole(page, SHORT);
  });
}

async function checkNavigation({ check }: Reader, page: Page, forum: LongForum): Promise<void> {
  await check(
    `${NAVIGATIONS} threads opened one after the other inside the page: each shown alone${SWEEPS ? ', and no more memory held than half-way' : ''}`,
    async () => {
      await page.goto(forum.topic(1, SHORT), { waitUntil: 'domcontentloaded' });
      await waitUntilDone(page);
      const client = await page.createCDPSession();
      await client.send('Performance.enable');
      let settled = 0;
      for (let topic = 2; topic <= NAVIGATIONS + 1; topic += 1) {
        await page.evaluate(
          (url, posts) => {
            history.pushState({}, '', url);
            for (const stream of document.querySelectorAll('.post-stream')) stream.innerHTML = posts;
          },
          forum.topic(topic, SHORT),
          postsOf(topic, SHORT),
        );
        const own = `${BADGE}[data-comment^="${topic}00"]`;
        await until(async () => (await count(page, own)) === SHORT, `thread ${topic} has its badges`);
        if (topic !== WARM + 1) continue;
        // As it is at the end: read to the end, and all of it drawn.
        await isWhole(page, SHORT);
        settled = await heapOf(client);
      }
      await isWhole(page, SHORT);
      if (NAVIGATIONS <= WARM) return;
      const heap = await heapOf(client);
      await client.detach();
      assert.ok(
        heap <= GROWTH * settled,
        `${(settled / 1e6).toFixed(2)} MB after ${WARM} threads, ${(heap / 1e6).toFixed(2)} MB after ${NAVIGATIONS}`,
      );
    },
  );
}

/** What is held once nothing more of it goes: answers on their way, and what timers and weak references hold, need a moment. */
async function heapOf(client: CDPSession): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (;;) {
    await client.send('HeapProfiler.collectGarbage');
    const { metrics } = await client.send('Performance.getMetrics');
    const used = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN;
    if (!(used < 0.99 * least)) return Math.min(used, least);
    least = used;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

/** Every comment has its badge, on itself and once; there is one sidebar, and it is done: all that in one look at the page. */
async function isWhole(page: Page, comments: number, patience?: number): Promise<void> {
  const look = () =>
    page.evaluate(
      (badge, sidebar) => {
        const badges = [...document.querySelectorAll<HTMLElement>(badge)];
        const sidebars = [...document.querySelectorAll(sidebar)];
        const strange = badges.filter((one) => one.closest('article')?.dataset.postId !== one.dataset.comment).length;
        const ids = new Set(badges.map(({ dataset }) => dataset.comment)).size;
        return `${badges.length} badges of ${ids} comments, ${strange} not on theirs, sidebar ${sidebars.map((one) => one.getAttribute('data-state'))}`;
      },
      BADGE,
      SIDEBAR,
    );
  const whole = `${comments} badges of ${comments} comments, 0 not on theirs, sidebar done`;
  let seen = '';
  await until(
    async () => {
      seen = await look();
      return seen === whole;
    },
    whole,
    patience,
  ).catch((error: Error) => assert.fail(`${error.message}; at last there were ${seen}`));
}

/** Counted in the page: a handle on an element would keep it. */
function count(page: Page, selector: string): Promise<number> {
  return page.$$eval(selector, (elements) => elements.length);
}
