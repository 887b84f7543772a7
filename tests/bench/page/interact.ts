import type { Page } from 'puppeteer-core';

/** How long the page takes to answer its reader, in milliseconds: the slowest of all that they did, and the usual. */
export interface Interactions {
  slowest: number;
  median: number;
  count: number;
}

/** Notes every key, click and press in the page until the next frame shows what came of it, as web-vitals' INP does. Runs before the page's own scripts. */
function note(): void {
  const noted = new Map<number, number>();
  Object.assign(window, { noted });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { interactionId?: number })[]) {
      // What has none is no interaction: a mouse that moves.
      if (entry.interactionId) noted.set(entry.interactionId, Math.max(noted.get(entry.interactionId) ?? 0, entry.duration));
    }
  }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
}

/** Opens a page and types, clicks and scrolls in it from its first moment for so many milliseconds; what takes less than 16 is not noted. */
export async function measureInteractions(page: Page, url: string, milliseconds: number): Promise<Interactions> {
  await page.evaluateOnNewDocument(note);
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  const end = performance.now() + milliseconds;
  await page.evaluate(() => {
    const field = document.createElement('input');
    field.style.cssText = 'position: fixed; top: 0; left: 0';
    document.body.prepend(field);
    field.focus({ preventScroll: true });
  });
  while (performance.now() < end) {
    await page.keyboard.press('a');
    await page.mouse.click(30, 400);
    await page.mouse.click(30, 8);
    await page.mouse.wheel({ deltaY: 300 });
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  const durations = await page.evaluate(() => [...(window as unknown as { noted: Map<number, number> }).noted.values()]);
  durations.sort((one, other) => one - other);
  return { slowest: durations.at(-1) ?? 16, median: durations[Math.floor(durations.length / 2)] ?? 16, count: durations.length };
}
