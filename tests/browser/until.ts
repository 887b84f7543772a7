import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';

/** Waits for something to become true; fails with what was waited for. */
export async function until(holds: () => Promise<boolean>, what: string, milliseconds = 8000): Promise<void> {
  const end = Date.now() + milliseconds;
  while (Date.now() < end) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`Waited in vain: ${what}`);
}

export function isInView(page: Page, selector: string): Promise<boolean> {
  return page.$eval(selector, (element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
}

/** Waits until the page has stopped scrolling. */
export async function atRest(page: Page): Promise<void> {
  let before = -1;
  await until(async () => {
    await new Promise((resolve) => setTimeout(resolve, 150));
    const now = await page.evaluate(() => scrollY);
    const still = now === before;
    before = now;
    return still;
  }, 'the page stands still');
}
