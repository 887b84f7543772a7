import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { ROOT } from '../demo/build.ts';
import { openOurs } from '../demo/ownPages.ts';
import { BADGE, openPopup, SIDEBAR, showBadge } from '../demo/reader.ts';
import { inThread, type Reader } from './checks.ts';
import { until } from './until.ts';

const AXE = readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** What axe-core finds against WCAG 2.2 AA and good habits, in the light and the dark: nothing. */
export async function checkAccess(reader: Reader): Promise<void> {
  const { check, forum, running } = reader;
  for (const look of ['light', 'dark'] as const) {
    await inThread(reader, look === 'dark' ? `${forum.demo}?dark` : forum.demo, async ({ page }) => {
      const views = await page.$eval(SIDEBAR, (host) =>
        [...(host.shadowRoot?.querySelectorAll<HTMLElement>('[data-tab]') ?? [])].map(({ dataset }) => dataset.tab ?? ''),
      );
      assert.ok(views.includes('overview'));
      for (const view of views) {
        await check(`axe finds nothing in the sidebar’s ${view}, ${look}`, async () => {
          await page.$eval(SIDEBAR, (host, name) => host.shadowRoot?.querySelector<HTMLElement>(`[data-tab="${name}"]`)?.click(), view);
          await new Promise((resolve) => setTimeout(resolve, 500));
          await expectNothing(page, [SIDEBAR]);
        });
      }
      await check(`axe finds nothing in badges and popover, ${look}`, async () => {
        await showBadge(page);
        await page.$eval(BADGE, (badge) => badge.shadowRoot?.querySelector('button')?.click());
        const open = () => page.$eval(BADGE, (badge) => badge.shadowRoot?.querySelector('[role="dialog"]') !== null);
        await until(open, 'the popover is open');
        await expectNothing(page, [BADGE]);
      });
    });
  }
  await inThread(reader, forum.demo, async ({ page }) => {
    for (const name of ['popup', 'options', 'welcome', 'viewer']) {
      await check(`axe finds nothing in ${name}`, async () => {
        const view = name === 'popup' ? await openPopup(running, page) : await openView(reader, name);
        await new Promise((resolve) => setTimeout(resolve, 500));
        await expectNothing(view);
        await view.close();
      });
    }
  });
}

export async function openView({ running }: Reader, name: string): Promise<Page> {
  const view = await running.browser.newPage();
  await openOurs(view, running.popup.replace('popup.html', `${name}.html`), 'h1');
  return view;
}

/** Fails with every rule that is broken, where and how; within the elements named, or the whole page. */
export async function expectNothing(page: Page, within?: string[]): Promise<void> {
  await page.evaluate(AXE);
  const broken = await page.evaluate(async (include) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(include ? { include } : document, {
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) =>
          `${id} (${help}) at ${target.flat().join(' » ')}: ${failureSummary?.split('\n').slice(1, 3).join(' ')}`,
      ),
    );
  }, within ?? null);
  assert.deepEqual(broken, []);
}
