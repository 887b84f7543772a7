import type { Page } from 'puppeteer-core';
import type { Browser } from 'webextension-polyfill';

/** Opens a page of the extension and waits until an element is there. */
export async function openOurs(page: Page, url: string, selector: string): Promise<void> {
  // Firefox does not say when such a page has loaded, and whoever waits in it meanwhile may lose the page that they wait in.
  page.goto(url).catch(() => {});
  for (let tries = 0; tries < 200; tries += 1) {
    if (await page.$(selector).catch(() => null)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} did not open.`);
}

/**
 * Waits until the extension has opened a tab of its own with an element in it, and closes that tab. Another page of the extension looks for
 * it, since Firefox tells the driver of such a tab only if it can do so before the tab is in the extension's process.
 */
export async function closeOwnTab(from: Page, url: string, selector: string, timeout = 20_000): Promise<void> {
  const close = async (start: string, wanted: string) => {
    type Own = Window & { chrome: Pick<Browser, 'extension' | 'tabs'> };
    const { extension, tabs } = (window as unknown as Own).chrome;
    const own = extension.getViews({ type: 'tab' }).find((view) => view !== window && view.location.href.startsWith(start));
    if (!own?.document.querySelector(wanted)) return false;
    const tab = await (own as unknown as Own).chrome.tabs.getCurrent();
    if (tab?.id === undefined) return false;
    // Asked of this page: what the closed one asked for would never be answered.
    await tabs.remove(tab.id);
    return true;
  };
  const end = Date.now() + timeout;
  while (!(await from.evaluate(close, url, selector))) {
    if (Date.now() > end) throw new Error(`${url} did not open.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
