import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Export } from '../../utils/export/record.ts';
import { openOurs } from '../demo/ownPages.ts';
import { BADGE, badgesOf, openPopup, SIDEBAR, waitUntilDone } from '../demo/reader.ts';
import { hostileExport } from '../safety/hostileThread.ts';
import { PAYLOADS } from '../safety/payloads.ts';
import type { Reader } from './checks.ts';
import { exportIn, isValidExport } from './exports.ts';
import { PICTURES } from './looks.ts';
import { until } from './until.ts';

/** So many payloads are on one page: each stands there five times. */
const ON_A_PAGE = 120;
const CALLED = 'called by a payload';

/** A page full of payloads, in which nothing of ours runs them, loads something for them, or lets the page speak for the reader. */
export async function checkSafety(reader: Reader): Promise<void> {
  const { check, running, installed } = reader;
  mkdirSync(PICTURES, { recursive: true });
  const payloads = PAYLOADS.filter((payload) => payload.length < 5000 && !payload.includes('\0'));
  const pages = Array.from({ length: Math.ceil(payloads.length / ON_A_PAGE) }, (_, index) =>
    payloads.slice(index * ON_A_PAGE, (index + 1) * ON_A_PAGE),
  );
  const site = await serve(pages.map(discourseWith));
  const page = await running.browser.newPage();
  const asked: string[] = [];
  const wrong: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => message.text().includes(CALLED) && wrong.push(message.text()));
  page.on('pageerror', (error) => {
    // So Firefox says that a page was refused what it tried to reach of ours.
    if (!/may not load or link to moz-extension/.test(String(error))) wrong.push(String(error));
  });
  page.on('dialog', (dialog) => {
    wrong.push(dialog.message());
    dialog.dismiss().catch(() => {});
  });
  try {
    for (const [index, some] of pages.entries()) {
      await check(
        `${some.length} payloads as title, names and words of a page do nothing in badges, popovers and the sidebar`,
        async () => {
          await page.goto(`${site.origin}/t/payloads/${index}`, { waitUntil: 'domcontentloaded' });
          await waitUntilDone(page, 30_000);
          await until(async () => (await badgesOf(page)).length === some.length, 'every comment has a badge');
          await openEverything(page);
          assert.deepEqual(await faults(page), []);
          assert.deepEqual(wrong, []);
          assert.deepEqual(
            asked.filter((url) => !url.startsWith(site.origin) && !url.startsWith('data:')),
            [],
            'nothing was asked of anybody else',
          );
          const exported = await exportIn(reader, page);
          isValidExport(exported);
          assert.deepEqual(namesIn(exported), some.map(visible), 'they are in the export as they are');
        },
      );
    }
    await check('they do nothing in the popup', async () => {
      const popup = await openPopup(running, page);
      await until(async () => (await popup.$('.thread')) !== null, 'the popup has the thread');
      assert.deepEqual(await faults(popup), []);
      await popup.close();
    });
    await check('they do nothing in the viewer', async () => {
      const viewer = await running.browser.newPage();
      const loaded: string[] = [];
      viewer.on('request', (request) => loaded.push(request.url()));
      await openOurs(viewer, running.popup.replace('popup.html', 'viewer.html'), 'input[type=file]');
      const input = await viewer.$('input[type=file]');
      const file = join(running.downloads, 'payloads.txt');
      writeFileSync(file, JSON.stringify(timeless(hostileExport(payloads))));
      await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file);
      await waitUntilDone(viewer, 30_000);
      for (let screens = 0; screens < 12; screens += 1) {
        await viewer.evaluate((share) => scrollTo(0, share * document.documentElement.scrollHeight), screens / 12);
        await new Promise((resolve) => setTimeout(resolve, 120));
        assert.deepEqual(await faults(viewer), []);
      }
      await viewer.screenshot({ path: join(PICTURES, `${installed.engine}-payloads.png`) });
      assert.deepEqual(
        loaded.filter((url) => /^(?!chrome-extension|moz-extension|data:|blob:)/.test(url)),
        [],
      );
      await viewer.close();
    });
    await check('a page cannot set a verdict or a claim, by clicks and keys of its scripts or in its markup', async () => {
      await page.bringToFront();
      const before = await exportIn(reader, page);
      await page.evaluate(forge);
      await new Promise((resolve) => setTimeout(resolve, 700));
      const after = await exportIn(reader, page);
      assert.deepEqual(
        after.thread.comments.map(({ stance }) => stance),
        before.thread.comments.map(({ stance }) => stance),
      );
      assert.deepEqual(after.thread.proposition, before.thread.proposition);
      assert.ok(after.thread.comments.every(({ stance }) => stance.opening.setBy === 'model'));
      await page.screenshot({ path: join(PICTURES, `${installed.engine}-forged.png`) });
    });
    await check('a page can neither send us messages nor load what is ours', async () => {
      assert.deepEqual(await page.evaluate(reach, running.popup.replace('popup.html', '')), []);
      assert.deepEqual(wrong, []);
    });
  } finally {
    await page.close();
    site.close();
  }
}

/** A Discourse page as its own markup is, whose title, authors and words are payloads: the words as text, as hostile pages write them. */
function discourseWith(payloads: readonly string[]): string {
  const text = (words: string) => words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const posts = ['The opening post.', ...payloads].map(
    (words, index) => `<div class="topic-post"><article id="post_${index + 1}" data-post-id="${1000 + index}" data-user-id="1">
<div class="topic-meta-data"><div class="names"><span class="username"><a href="/u/x" data-user-card="${text(words)}">${text(words)}</a></span></div></div>
<a class="post-date" href="${text(words)}"><span class="relative-date" data-time="${1_700_000_000_000 + index}">1d</span></a>
<div class="regular"><div class="cooked"><aside class="quote"><blockquote><p>${text(words)}</p></blockquote></aside><p>I agree. ${text(words)}</p></div></div></article></div>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="generator" content="Discourse 3.5.0">
<title>${text(payloads[0] ?? '')}</title></head><body><div id="topic-title"><h1><a class="fancy-title">${text(payloads[0] ?? '')}</a></h1></div>
<div class="post-stream">${posts.join('\n')}</div>
<script>globalThis.pwned = function () { console.error(${JSON.stringify(CALLED)}); };</script></body></html>`;
}

async function serve(pages: readonly string[]): Promise<{ origin: string; close(): void }> {
  const server = createServer((request, response) => {
    const body = pages[Number(/\/t\/payloads\/(\d+)/.exec(request.url ?? '')?.[1] ?? -1)];
    response.writeHead(body ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    origin: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Every view of the sidebar, every whole comment in it, and the popovers of some badges. */
async function openEverything(page: Page): Promise<void> {
  await page.evaluate(
    async (badgeSelector, sidebarSelector) => {
      const rest = () => new Promise((resolve) => setTimeout(resolve, 60));
      const sidebar = document.querySelector(sidebarSelector)?.shadowRoot;
      for (const tab of sidebar?.querySelectorAll<HTMLElement>('[role=tab]') ?? []) {
        tab.click();
        await rest();
        for (const more of sidebar?.querySelectorAll<HTMLElement>('[aria-expanded="false"]') ?? []) more.click();
        await rest();
      }
      for (const badge of [...document.querySelectorAll(badgeSelector)].slice(0, 5)) {
        badge.shadowRoot?.querySelector('button')?.click();
        await rest();
      }
    },
    BADGE,
    SIDEBAR,
  );
}

/** What of ours in a page could run, load or lead away. Everywhere on a page of our own, else in what stands in the page. */
function faults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const forbidden =
      'iframe,frame,object,embed,applet,base,img,image,picture,source,video,audio,form[action],math,use,animate,set,foreignObject,template,[src]:not(script),[srcdoc],[action],[formaction],[ping],[background],[poster]';
    const wrong: string[] = [];
    const look = (root: ParentNode) => {
      for (const element of root.querySelectorAll(forbidden)) wrong.push(`there is ${element.outerHTML.slice(0, 120)}`);
      for (const element of root.querySelectorAll('*')) {
        for (const { name, value } of element.attributes) {
          if (name.startsWith('on')) wrong.push(`${element.localName} ${name}`);
          if (name.endsWith('href') && !/^(?:https?:\/\/|#|\.|\/)/.test(value)) wrong.push(`${name} ${value.slice(0, 80)}`);
          if (name === 'style' && /url|expression/i.test(value)) wrong.push(`style ${value.slice(0, 80)}`);
        }
        if (element.shadowRoot) look(element.shadowRoot);
      }
    };
    const own = !location.protocol.startsWith('http');
    const roots = own ? [document] : [...document.querySelectorAll('[data-standpoint]')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
    for (const root of roots) look(root);
    return wrong;
  });
}

/** What a script of the page may try in order to speak for the reader. Runs in the page. */
function forge(): void {
  const click = (element: Element | null | undefined) => {
    if (!(element instanceof HTMLElement)) return;
    element.click();
    element.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, detail: 1 }));
  };
  const badges = [...document.querySelectorAll('[data-standpoint="badge"]')];
  for (const badge of badges.slice(0, 3)) {
    click(badge.shadowRoot?.querySelector('button'));
    for (const target of [badge, document, document.body]) {
      for (const key of ['1', '2', '3'])
        target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
    }
    const choices = [...(badge.shadowRoot?.querySelectorAll('fieldset button') ?? [])];
    for (const choice of choices) click(choice);
    // Out of our own tree, where nothing of ours stands above it.
    const [first] = choices;
    if (first) document.body.append(first);
    click(first);
    badge.setAttribute('data-stance', 'oppose');
    badge.setAttribute('data-confidence', '1.00');
  }
  badges[5]?.remove();
  const sidebar = document.querySelector('[data-standpoint="sidebar"]')?.shadowRoot;
  click(sidebar?.querySelector('.pencil'));
  const area = sidebar?.querySelector('textarea');
  if (area) {
    area.value = 'The page speaks.';
    area.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    area.form?.requestSubmit();
    area.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
  }
  const fake = document.createElement('span');
  fake.setAttribute('data-standpoint', 'badge');
  fake.setAttribute('data-comment', '1001');
  fake.setAttribute('data-stance', 'oppose');
  document.body.append(fake);
  for (const type of ['analyze', 'learn', 'forget', 'export']) {
    postMessage({ type, data: { of: 'x', target: 'y', text: 'z', stance: 'oppose' }, id: 1, timestamp: 1 }, '*');
    document.dispatchEvent(new CustomEvent(type, { detail: { stances: { 1001: 'oppose' } } }));
  }
}

/** What of ours a page can reach, where it should reach nothing. Runs in the page. */
async function reach(ours: string): Promise<string[]> {
  const reached: string[] = [];
  const known = globalThis as {
    chrome?: { runtime?: { sendMessage?: unknown }; storage?: unknown };
    browser?: { runtime?: unknown; storage?: unknown };
  };
  if (known.chrome?.runtime?.sendMessage || known.browser?.runtime) reached.push('messages');
  if (known.chrome?.storage || known.browser?.storage) reached.push('storage');
  for (const name of [
    'stance.onnx',
    'modelHost.html',
    'modelWorker.js',
    'model-card.json',
    'export.schema.json',
    'viewer.html',
    'options.html',
    'content-scripts/content.js',
    'icon/16.png',
  ]) {
    const got = await fetch(ours + name).then(
      () => true,
      () => false,
    );
    if (got) reached.push(name);
    const image = new Image();
    const shown = new Promise<boolean>((resolve) => {
      image.onload = () => resolve(true);
      image.onerror = () => resolve(false);
    });
    image.src = ours + name;
    if (await shown) reached.push(`${name} as a picture`);
  }
  return reached;
}

/** The payloads that the comments of an export were made of, by their quotes. */
function namesIn({ thread }: Export): string[] {
  return thread.comments.map(({ quotes }) => quotes[0]?.text ?? '').map(visible);
}

/** Words without spaces, and without what is taken out of words since it cannot be seen. */
function visible(words: string): string {
  return words.toWellFormed().replace(/[\s\p{Cc}\p{Cf}\uFFFD]/gu, '');
}

function timeless(exported: Export): Export {
  for (const comment of [exported.thread.opening, ...exported.thread.comments]) if (comment) comment.time = null;
  return exported;
}
