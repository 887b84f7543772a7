import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { openOurs } from '../demo/ownPages.ts';
import { BADGE, badgesOf, control, MARK, press, SIDEBAR, waitUntilDone } from '../demo/reader.ts';
import { inTab, inThread, type Reader } from './checks.ts';
import { PICTURES } from './looks.ts';
import { until } from './until.ts';

/** A name that the tests' browsers take to this machine; the extension came without permission for it. */
const STRANGER = 'forum.test';

/** Where Standpoint may read and where not, what it says of that, and how somebody learns of it who has just installed it. */
export async function checkReach(reader: Reader): Promise<void> {
  const { check, forum, installed } = reader;
  const picture = (page: Page, name: string) => page.screenshot({ path: join(PICTURES, `${installed.engine}-${name}.png`) });

  await check('the welcome page reads its example with the code of any page, and keeps nothing of what is tried on it', async () => {
    const welcome = await openOwn(reader, 'welcome.html', SIDEBAR);
    await waitUntilDone(welcome);
    assert.equal((await badgesOf(welcome)).length, 8);
    await picture(welcome, 'welcome');
    await (await welcome.$(`${BADGE} >>> button`))?.click();
    await welcome.keyboard.press('3');
    await until(async () => (await badgesOf(welcome))[0]?.stance === 'mixed', 'the badge is put right');
    assert.deepEqual(await kept(welcome), []);
    await welcome.close();
  });

  const options = await openOwn(reader, 'options.html', 'main section');
  await check('the toolbar’s button tells of the page: how much was read, or that there is nothing', async () => {
    await inThread(reader, forum.demo, async ({ page }) => {
      await until(async () => (await button(options, page)).badge === '19', 'it counts the comments');
      assert.match((await button(options, page)).title, /19 comments read/);
    });
    await inTab(reader, forum.served('notice.html'), async ({ page }) => {
      await until(async () => (await button(options, page)).badge === '–', 'nothing is read here');
      assert.match((await button(options, page)).title, /no thread on this page/);
    });
  });
  await check('there are keys for what the popup does', async () => {
    const keys = await inExtension<{ name: string; shortcut: string }[]>(options, 'commands.getAll()');
    assert.deepEqual(
      keys.map(({ name }) => name),
      ['_execute_action', 'read'],
    );
    assert.ok(
      keys.every(({ shortcut }) => shortcut !== ''),
      JSON.stringify(keys),
    );
  });

  // Chromium asks in a window of its own, which cannot be answered from outside; Firefox is told beforehand to take yes for the answer.
  if (installed.engine === 'firefox') await checkAllowed(reader, options);
  await options.close();
}

/** What follows where the reader says yes. */
async function checkAllowed(reader: Reader, options: Page): Promise<void> {
  const { check, forum, installed } = reader;
  const stranger = (address: string) => address.replace('127.0.0.1', STRANGER);
  await check(
    'a site that the reader allows is read at once, whatever forum it is of, and left alone when that is taken back',
    async () => {
      await leftAlone(reader, stranger(forum.served('unknown.html')));
      await allow(options, STRANGER);
      await until(async () => (await scripts(options)).includes('sites'), 'the script is registered');
      await until(async () => (await options.$eval('#sites', (sites) => sites.textContent ?? '')).includes(STRANGER), 'it is listed');
      await options.$eval('#sites', (sites) => sites.scrollIntoView());
      await options.screenshot({ path: join(PICTURES, `${installed.engine}-options-sites.png`) });
      await inThread(reader, stranger(forum.served('unknown.html')), async ({ page }) => {
        assert.equal((await badgesOf(page)).length, 5);
        // Where nobody can say so by hand, a newer registration must not have it read twice.
        assert.equal((await page.$$(SIDEBAR)).length, 1);
      });
      await press(options, new RegExp(`^Remove the permission for ${STRANGER}$`));
      await until(async () => (await scripts(options)).length === 0, 'no script is registered');
      await leftAlone(reader, stranger(forum.served('unknown.html')));
    },
  );
  await check('on every site threads of known forums are read, and other pages left alone', async () => {
    await allow(options, '*');
    await until(async () => (await scripts(options)).includes('every-site'), 'the script is registered');
    await inThread(reader, stranger(forum.demo), async ({ page }) => {
      assert.equal((await badgesOf(page)).length, 19);
    });
    await leftAlone(reader, stranger(forum.served('unknown.html')));
    await press(options, /^Remove the permission for Every site$/);
    await until(async () => (await scripts(options)).length === 0, 'no script is registered');
  });
}

async function openOwn({ running }: Reader, name: string, ready: string): Promise<Page> {
  const page = await running.browser.newPage();
  await openOurs(page, running.popup.replace('popup.html', name), ready);
  return page;
}

/** Asks the browser something in the name of the extension. */
function inExtension<Answer>(own: Page, question: string): Promise<Answer> {
  return own.evaluate(`(globalThis.browser?.runtime ? browser : chrome).${question}`) as Promise<Answer>;
}

async function kept(own: Page): Promise<string[]> {
  return Object.keys(await inExtension<object>(own, 'storage.local.get()')).filter(
    (name) => !/^visits?\b/.test(name) && !name.endsWith('$'),
  );
}

async function scripts(own: Page): Promise<string[]> {
  return (await inExtension<{ id: string }[]>(own, 'scripting.getRegisteredContentScripts()')).map(({ id }) => id);
}

/** What the toolbar says of a page. */
async function button(own: Page, page: Page): Promise<{ badge: string; title: string }> {
  const [tab] = await inExtension<{ id: number }[]>(own, `tabs.query({ url: ${JSON.stringify(page.url().replace(/:\d+/, ''))} })`).catch(
    () => [],
  );
  const id =
    tab?.id ?? (await inExtension<{ id: number; url?: string }[]>(own, 'tabs.query({})')).find(({ url }) => url === page.url())?.id;
  const details = `{ tabId: ${id} }`;
  return {
    badge: await inExtension(own, `action.getBadgeText(${details})`),
    title: await inExtension(own, `action.getTitle(${details})`),
  };
}

async function leftAlone(reader: Reader, address: string): Promise<void> {
  await inTab(reader, address, async ({ page }) => {
    await new Promise((resolve) => setTimeout(resolve, 800));
    assert.equal(await page.$(`${SIDEBAR}, ${MARK}`), null, `${address} is left alone`);
  });
}

/** Allows a site, or all (`*`), in the options, with a click of the mouse: the browser takes no other for the reader's. */
async function allow(options: Page, site: string): Promise<void> {
  await options.bringToFront();
  if (site !== '*') await (await options.$('input[name=site]'))?.type(site);
  await (await control(options, site === '*' ? /^Allow it on every site$/ : /^Allow$/)).click();
}
