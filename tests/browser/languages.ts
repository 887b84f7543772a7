import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { launch } from '../demo/launch.ts';
import { openPopup, SIDEBAR, showBadge } from '../demo/reader.ts';
import { openView } from './access.ts';
import { inThread, type Reader } from './checks.ts';
import { PICTURES } from './looks.ts';
import { SWEEPS } from './sweeps.ts';

/**
 * Every view in every language, as a reader of that language has it. Browsers here speak English alone, so the language's texts stand in
 * the place of the English ones.
 */
export async function checkLanguages(reader: Reader): Promise<void> {
  const { check, forum, installed, extension } = reader;
  // Arabic runs the other way and has the most forms of a number: where one language must do, it is that.
  for (const language of SWEEPS ? ['de', 'fr', 'es', 'ar'] : ['ar']) {
    const folder = mkdtempSync(join(tmpdir(), 'standpoint-language-'));
    cpSync(extension, folder, { recursive: true });
    cpSync(join(folder, '_locales', language), join(folder, '_locales/en'), { recursive: true });
    const running = await launch(installed, folder, true);
    const picture = (name: string) => join(PICTURES, `${installed.engine}-${language}-${name}.png`);
    try {
      await inThread({ ...reader, running }, forum.demo, async ({ page }) => {
        await check(`${language}: the sidebar runs as its language does, and nothing in its views is cut off`, async () => {
          await showBadge(page);
          await page.screenshot({ path: picture('page') });
          const sidebar = await page.$eval(SIDEBAR, (host) => {
            const aside = host.shadowRoot?.querySelector('aside');
            return { lang: aside?.lang, dir: aside?.dir };
          });
          assert.deepEqual(sidebar, { lang: language, dir: language === 'ar' ? 'rtl' : 'ltr' });
          for (const view of await viewsOf(page)) {
            await page.$eval(SIDEBAR, (host, name) => host.shadowRoot?.querySelector<HTMLElement>(`[data-tab="${name}"]`)?.click(), view);
            await new Promise((resolve) => setTimeout(resolve, 300));
            assert.deepEqual(await page.$eval(SIDEBAR, cutOff), [], view);
          }
        });
        for (const name of ['popup', 'options', 'welcome']) {
          await check(`${language}: ${name} runs as its language does, and fits`, async () => {
            const view = name === 'popup' ? await openPopup(running, page) : await openView({ ...reader, running }, name);
            await view.bringToFront();
            await view.screenshot({ path: picture(name) });
            const { lang, dir, scrollWidth, clientWidth } = await view.evaluate(() => {
              const { lang, dir, scrollWidth, clientWidth } = document.documentElement;
              return { lang, dir, scrollWidth, clientWidth };
            });
            assert.deepEqual({ lang, dir }, { lang: language, dir: language === 'ar' ? 'rtl' : 'ltr' });
            assert.ok(scrollWidth <= clientWidth, `${scrollWidth} in ${clientWidth}`);
            await view.close();
          });
        }
      });
    } finally {
      await running.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

function viewsOf(page: Page): Promise<string[]> {
  return page.$eval(SIDEBAR, (host) =>
    [...(host.shadowRoot?.querySelectorAll<HTMLElement>('[data-tab]') ?? [])].map(({ dataset }) => dataset.tab ?? ''),
  );
}

/** What is wider than the place it has in the sidebar. */
function cutOff(host: Element): string[] {
  const content = host.shadowRoot?.querySelector('.content');
  const edges = content?.getBoundingClientRect();
  if (!content || !edges) return ['no content'];
  const wide = [...content.querySelectorAll<HTMLElement>('button, p, h2, h3, label, select, input')].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && (box.left < edges.left - 1 || box.right > edges.right + 1) && !element.closest('[class*="hidden"]');
  });
  return wide.map((element) => `${element.tagName} ${element.className}: ${element.innerText.slice(0, 60)}`);
}
