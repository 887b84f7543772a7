import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { KeyInput, Page } from 'puppeteer-core';
import { openOurs } from '../demo/ownPages.ts';
import { BADGE, badgesOf, openSidebar, press, SIDEBAR, showBadge } from '../demo/reader.ts';
import { expectNothing } from './access.ts';
import { inThread, type Reader } from './checks.ts';
import { PICTURES } from './looks.ts';
import { atRest, until } from './until.ts';

const MAP = '[data-standpoint="minimap"]';
const ANNOUNCER = '[data-standpoint="guide"]';

/** Where the comments stand at the page's edge, walking from one to the next by key, and finding some among them. */
export async function checkWalk(reader: Reader): Promise<void> {
  const { check, forum, installed } = reader;
  const picture = (page: Page, name: string) => page.screenshot({ path: join(PICTURES, `${installed.engine}-${name}.png`) });

  await inThread(reader, forum.demo, async ({ page, errors }) => {
    const before = await ownPage(page);
    await check('a map at the edge has a mark for every comment, beside the page’s scrollbar and away from the sidebar', async () => {
      await until(async () => (await marks(page)).length === (await badgesOf(page)).length, 'one mark per comment');
      assert.deepEqual((await marks(page)).sort(), (await badgesOf(page)).map(({ stance }) => stance).sort());
      const { left, right, width } = await stripOf(page);
      assert.equal(width, 12);
      assert.ok(left >= 0 && right < 640, `${left}…${right}`);
    });
    await check('the map shows where the reader is, says it in words, and goes from comment to comment by key', async () => {
      const { ids } = await focusMap(page);
      await page.keyboard.press('Home');
      await until(async () => (await placeOf(page)) === 1, 'at the first comment');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await until(async () => (await placeOf(page)) === 3, 'at the third');
      await until(() => isShown(page, ids[2] ?? ''), 'it is in view');
      assert.match(await textOf(page), /^3 of \d+ · .+, \w+$/);
      await picture(page, 'minimap');
      await page.keyboard.press('End');
      await until(() => isShown(page, ids.at(-1) ?? ''), 'the last one is in view');
    });
    await check('a click on the map goes to the comment there', async () => {
      const { left, top, height } = await stripOf(page);
      await page.mouse.click(left + 6, top + height * 0.4);
      await atRest(page);
      const { tops, scroll, all } = await page.evaluate(
        (badge) => ({
          tops: [...document.querySelectorAll(badge)].map((element) => element.getBoundingClientRect().top),
          scroll: scrollY,
          all: document.documentElement.scrollHeight,
        }),
        BADGE,
      );
      assert.ok(
        tops.some((y) => y > 0 && y < 900),
        'a comment is in view',
      );
      assert.ok(Math.abs((scroll + 450) / all - 0.4) < 0.15, `${scroll} of ${all}`);
      await page.mouse.move(600, 5);
    });

    await check('by keys alone: to the next supporting comment and back, with the focus, heard, and no popover in the way', async () => {
      await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      // Longer than a page may take to scroll to where somebody clicked on the map.
      await new Promise((resolve) => setTimeout(resolve, 1100));
      const supporting = (await badgesOf(page)).filter(({ stance }) => stance === 'support').map(({ comment }) => comment);
      await walk(page, 'KeyY');
      await until(async () => (await focused(page)) === supporting[0], 'the focus is on the first one’s badge');
      await until(() => isShown(page, supporting[0] ?? ''), 'it is in view');
      assert.match(await said(page), new RegExp(`^Supporting: 1 of ${supporting.length} · .+, supports$`));
      await walk(page, 'KeyY');
      await until(async () => (await focused(page)) === supporting[1], 'the second');
      await atRest(page);
      assert.equal(await page.$(`${BADGE} >>> [role="dialog"]`), null, 'no popover is open');
      await picture(page, 'walk');
      await walk(page, 'KeyY', true);
      await until(async () => (await focused(page)) === supporting[0], 'back at the first');
      await walk(page, 'KeyY', true);
      await until(async () => /^Supporting: none before/.test(await said(page)), 'no other before it');
    });
    await check('by keys alone: to the comments not seen yet, to the opening post, and one by one', async () => {
      await walk(page, 'KeyN');
      await until(async () => /^Not seen yet: /.test(await said(page)), 'it says so');
      await walk(page, 'KeyH');
      await until(async () => /^Opening post · /.test(await said(page)), 'at the opening post');
      await walk(page, 'KeyJ');
      const first = (await badgesOf(page))[0]?.comment;
      await until(async () => (await focused(page)) === first, 'at the first comment');
      await walk(page, 'KeyP');
      await until(async () => /^(Opening post|What it answers|The page does not say)/.test(await said(page)), 'what it answers');
    });
    await check('by keys alone: find words, read how many there are, go to one, and clear it all', async () => {
      await walk(page, 'KeyF');
      await until(async () => (await insideSidebar(page)) === 'search', 'the keyboard is in the field for words');
      await page.keyboard.type('mend');
      await until(async () => /^\d+ of \d+$/.test(await count(page)), 'the count is there');
      const [found = 0, of = 0] = (await count(page)).split(' of ').map(Number);
      assert.equal(of, (await badgesOf(page)).length);
      assert.ok(found > 0 && found < of, `${found} of ${of}`);
      assert.equal((await page.$$(`${SIDEBAR} >>> .found`)).length, Math.min(found, 50));
      for (let step = 0; step < 30 && (await insideSidebar(page)) !== 'found'; step += 1) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await atRest(page);
      assert.ok((await painted(page, 'standpoint-found')) > 0, 'the words are marked in the page');
      assert.ok((await painted(page, 'standpoint-rest')) > 0, 'others recede');
      await picture(page, 'find');
      await walk(page, 'KeyM');
      await until(async () => /^Found: /.test(await said(page)), 'keys go from match to match');
      await page.keyboard.press('Escape');
      await until(async () => (await painted(page, 'standpoint-rest')) === 0, 'nothing recedes');
      assert.equal(await page.$('[data-standpoint="filter"]'), null);
      await until(async () => /comments$/.test(await count(page)), 'all are counted');
    });
    await check('the keys are listed, one can be changed, and one that is taken is refused in a sentence', async () => {
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await walk(page, 'Slash');
      await page.waitForSelector(`${ANNOUNCER} >>> dialog[open]`);
      await picture(page, 'keys');
      const change = (await page.$(`${ANNOUNCER} >>> [data-way="oppose"]`)) ?? assert.fail('no way to change it');
      await change.focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('KeyY');
      await until(
        async () => /Y is taken/.test(await page.$eval(ANNOUNCER, (host) => host.shadowRoot?.textContent ?? '')),
        'it is refused',
      );
      await page.keyboard.press('KeyX');
      await until(
        async () => (await change.evaluate((button) => button.closest('tr')?.textContent ?? '')).includes('ShiftX'),
        'it is X now',
      );
      await press(page, /^Back to the usual keys$/);
      await page.keyboard.press('Escape');
      await until(async () => (await page.$(`${ANNOUNCER} >>> dialog`)) === null, 'closed by Escape');
    });
    await check('no key walks while the reader types, nor a letter alone', async () => {
      await page.evaluate(() => {
        const field = document.body.appendChild(document.createElement('div'));
        field.id = 'field-of-the-page';
        field.attachShadow({ mode: 'open' }).append(document.createElement('textarea'));
        field.shadowRoot?.querySelector('textarea')?.focus({ preventScroll: true });
      });
      await atRest(page);
      const here = await page.evaluate(() => scrollY);
      await walk(page, 'KeyY');
      await page.evaluate(() => document.querySelector('#field-of-the-page')?.remove());
      await page.keyboard.press('KeyY');
      await atRest(page);
      assert.equal(await page.evaluate(() => scrollY), here);
    });
    await check('keys walk while the sidebar is closed', async () => {
      await press(page, /^Fold$/);
      await walk(page, 'KeyY');
      await until(async () => /^Supporting: /.test(await said(page)), 'it says where');
      await picture(page, 'walk-closed');
      await walk(page, 'KeyF');
      await until(async () => (await insideSidebar(page)) === 'search', 'and the one to find opens it');
    });
    await check('the page’s own elements are as they were', async () => {
      assert.equal(await ownPage(page), before);
    });
    await check('nothing of ours complains in the console', () => assert.deepEqual(errors, []));
  });

  await check('axe finds nothing in the map and in the list of keys', () =>
    inThread(reader, forum.demo, async ({ page }) => {
      await until(async () => (await marks(page)).length > 0, 'the map is drawn');
      await walk(page, 'Slash');
      await page.waitForSelector(`${ANNOUNCER} >>> dialog[open]`);
      await expectNothing(page, [ANNOUNCER]);
      await page.keyboard.press('Escape');
      await focusMap(page);
      await expectNothing(page, [MAP]);
    }),
  );

  for (const [name, address, width] of [
    ['dark', `${forum.demo}?dark`, 1280],
    ['narrow', forum.demo, 420],
  ] as const) {
    await check(`finding and the map have a picture, ${name}`, () =>
      inThread(reader, address, async ({ page }) => {
        await page.setViewport({ width, height: 900 });
        // Made narrow, the window folds it.
        if (width < 700) await page.waitForSelector(`${SIDEBAR} >>> .tab`);
        await openSidebar(page);
        await showBadge(page);
        await until(async () => (await marks(page)).length > 0, 'the map is drawn');
        await page.$eval(SIDEBAR, (host) => host.shadowRoot?.querySelector<HTMLElement>('[data-tab="find"]')?.click());
        await page.$eval(SIDEBAR, (host) => host.shadowRoot?.querySelector<HTMLElement>('.chip[data-stance="support"]')?.click());
        await until(async () => (await painted(page, 'standpoint-rest')) > 0, 'others recede');
        await picture(page, `find-${name}`);
        await page.setViewport({ width: 1280, height: 900 });
      }),
    );
  }

  await check('posts that arrive come onto the map', () =>
    inThread(reader, `${forum.demo}?live`, async ({ page }) => {
      await until(async () => (await marks(page)).length > 0, 'the map is drawn');
      const few = (await marks(page)).length;
      await until(async () => {
        await page.evaluate(() => scrollBy({ top: 800, behavior: 'instant' }));
        return (await marks(page)).length > few;
      }, 'more marks');
    }),
  );
  await check('the map goes when it is switched off', () =>
    inThread(reader, forum.demo, async ({ page }) => {
      await page.waitForSelector(MAP);
      const options = await reader.running.browser.newPage();
      await openOurs(options, reader.running.popup.replace('popup.html', 'options.html'), '#keys');
      await press(options, /^Show where comments stand along the edge/);
      await until(async () => (await page.$(MAP)) === null, 'it is gone');
      await press(options, /^Show where comments stand along the edge/);
      await until(async () => (await page.$(MAP)) !== null, 'it is back');
      await options.close();
    }),
  );
}

/** Presses a key with Alt and Shift, with Ctrl too for the way back. */
async function walk(page: Page, key: KeyInput, back = false): Promise<void> {
  const held: KeyInput[] = [...(back ? (['Control'] as const) : []), 'Alt', 'Shift'];
  for (const name of held) await page.keyboard.down(name);
  await page.keyboard.press(key);
  for (const name of held.reverse()) await page.keyboard.up(name);
}

function marks(page: Page): Promise<string[]> {
  return page.evaluate((map) => {
    const paths = document.querySelector(map)?.shadowRoot?.querySelectorAll('path.shape') ?? [];
    return [...paths].map((path) => path.getAttribute('data-stance') ?? '');
  }, MAP);
}

function stripOf(page: Page): Promise<{ left: number; right: number; top: number; width: number; height: number }> {
  return page.$eval(MAP, (host) => {
    const { left, right, top, width, height } = host.shadowRoot?.querySelector('.strip')?.getBoundingClientRect() ?? new DOMRect();
    return { left, right, top, width, height };
  });
}

async function focusMap(page: Page): Promise<{ ids: string[] }> {
  await page.$eval(MAP, (host) => host.shadowRoot?.querySelector<HTMLElement>('.strip')?.focus());
  return { ids: (await badgesOf(page)).map(({ comment }) => comment) };
}

const ofStrip = (page: Page, attribute: string) =>
  page.$eval(MAP, (host, name) => host.shadowRoot?.querySelector('.strip')?.getAttribute(name) ?? '', attribute);
const placeOf = async (page: Page) => Number(await ofStrip(page, 'aria-valuenow'));
const textOf = (page: Page) => ofStrip(page, 'aria-valuetext');

function isShown(page: Page, id: string): Promise<boolean> {
  return page.$eval(`${BADGE}[data-comment="${id}"]`, (badge) => {
    const { top, bottom } = badge.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
}

/** The comment whose badge has the focus. */
function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const host = document.activeElement as HTMLElement | null;
    return host?.shadowRoot?.activeElement ? host.dataset.comment : undefined;
  });
}

function said(page: Page): Promise<string> {
  return page.$eval(ANNOUNCER, (host) => host.shadowRoot?.querySelector('[role="status"]')?.textContent ?? '');
}

/** Where in the sidebar the keyboard is: the type of a field or the class of a button. */
function insideSidebar(page: Page): Promise<string> {
  return page.$eval(SIDEBAR, (host) => {
    const active = host.shadowRoot?.activeElement;
    return active?.matches('input') ? (active as HTMLInputElement).type : (active?.className ?? '');
  });
}

function count(page: Page): Promise<string> {
  return page.$eval(SIDEBAR, (host) => host.shadowRoot?.querySelector('.outcome [role="status"]')?.textContent ?? '');
}

function painted(page: Page, name: string): Promise<number> {
  return page.evaluate((highlight) => CSS.highlights.get(highlight)?.size ?? 0, name);
}

/** The page without what is ours. */
function ownPage(page: Page): Promise<string> {
  return page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    for (const ours of copy.querySelectorAll('[data-standpoint]')) ours.remove();
    return copy.outerHTML;
  });
}
