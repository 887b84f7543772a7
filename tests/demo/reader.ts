import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import type { Running } from './launch.ts';
import { openOurs } from './ownPages.ts';

/** What a reader sees and does: helpers that know the page's contract and the words on buttons, and nothing of how they are made. */

export const SIDEBAR = '[data-standpoint="sidebar"]';
/** All that stands on comments, and what stands there once the model has read them. */
export const MARK = '[data-standpoint="badge"]';
export const BADGE = `${MARK}:not([data-pending])`;

export interface Badge {
  comment: string;
  stance: string;
  confidence: number;
}

/** Waits until the thread on a page is read and analysed, and opens the sidebar where it is folded. Throws with what it says if that failed. */
export async function waitUntilDone(page: Page, timeout = 20_000): Promise<void> {
  await untilDone(page, timeout);
  await openSidebar(page);
  if ((await stateOf(page)) === 'failed') throw new Error(`Standpoint says: ${await sidebarText(page)}`);
}

/** The same, and leaves the sidebar as it is. */
export async function untilDone(page: Page, timeout = 20_000): Promise<void> {
  await page.waitForSelector(`${SIDEBAR}:is([data-state="done"], [data-state="failed"])`, { timeout });
}

/** Opens the sidebar by its tab, where it is folded. */
export async function openSidebar(page: Page): Promise<void> {
  await page.$eval(SIDEBAR, (host) => host.shadowRoot?.querySelector<HTMLElement>('button.tab')?.click());
  // In a long thread what it says comes a little after the sidebar itself.
  await page.waitForSelector(`${SIDEBAR} >>> aside > .content`);
}

export function stateOf(page: Page): Promise<string | null> {
  return page.$eval(SIDEBAR, (host) => host.getAttribute('data-state'));
}

export function badgesOf(page: Page): Promise<Badge[]> {
  return page.$$eval(BADGE, (badges) =>
    badges.map((badge) => ({
      comment: badge.getAttribute('data-comment') ?? '',
      stance: badge.getAttribute('data-stance') ?? '',
      confidence: Number(badge.getAttribute('data-confidence') ?? Number.NaN),
    })),
  );
}

/** The sidebar's words, line by line as shown. */
export function sidebarText(page: Page): Promise<string> {
  return page.$eval(SIDEBAR, (host) => {
    const parts = [...(host.shadowRoot?.children ?? [])].filter((part) => !part.matches('style')) as HTMLElement[];
    return parts.map(({ innerText }) => innerText).join('\n');
  });
}

/** Scrolls so that the first comments stand in view with their badges, a long opening post above them. */
export async function showBadge(page: Page): Promise<void> {
  await page.$$eval(
    BADGE,
    ([first]) => first && scrollBy({ top: first.getBoundingClientRect().top - innerHeight / 3, behavior: 'instant' }),
  );
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

/** The first button, link or switch, also one inside our shadow roots, whose words or label match. */
export async function control(page: Page, name: RegExp): Promise<ElementHandle<HTMLElement>> {
  const handle = await page.waitForFunction(
    (source: string, flags: string) => {
      const wanted = new RegExp(source, flags);
      const search = (root: ParentNode): Element | undefined => {
        for (const element of root.querySelectorAll('*')) {
          const words = [element.getAttribute('aria-label'), element.textContent, ...labelsOf(element)];
          if (
            element.matches('button, a, input, select, [role=button], [role=switch]') &&
            words.some((text) => wanted.test(text?.trim() ?? ''))
          ) {
            return element;
          }
          const inside = element.shadowRoot && search(element.shadowRoot);
          if (inside) return inside;
        }
        return undefined;
      };
      const labelsOf = (element: Element) => [...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent);
      return search(document);
    },
    { timeout: 5000 },
    name.source,
    name.flags,
  );
  return handle.asElement() as ElementHandle<HTMLElement>;
}

/** Clicks as a script would: also what is out of view, or under something else. */
export async function press(page: Page, name: RegExp): Promise<void> {
  await (await control(page, name)).evaluate((element) => element.click());
}

/** Presses with the keyboard: what sets a verdict or a claim hears no script, so that no page can press it. */
export async function pressByKey(page: Page, name: RegExp): Promise<void> {
  await (await control(page, name)).focus();
  await page.keyboard.press('Enter');
}

/** Opens the popup over a tab. It stands in a tab of its own behind that one, so that for it that one is the current tab. */
export async function openPopup(running: Running, page: Page): Promise<Page> {
  await page.bringToFront();
  const popup = await running.browser.newPage({ background: true });
  await openOurs(popup, running.popup, 'button');
  return popup;
}

/** Does something that downloads a file, and gives the file's text. */
export async function downloaded({ downloads }: Running, act: () => Promise<void>): Promise<string> {
  // A file of the same name would be written over, and seem old.
  for (const file of readdirSync(downloads)) rmSync(join(downloads, file));
  await act();
  for (let tries = 0; tries < 100; tries += 1) {
    // Firefox writes under a name of its own making until all is there.
    const name = readdirSync(downloads).find((file) => file.startsWith('standpoint-') && file.endsWith('.json'));
    const text = name && readFileSync(join(downloads, name), 'utf8');
    if (text) return text;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('No file was downloaded.');
}
