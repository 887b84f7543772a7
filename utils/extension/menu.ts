import { browser } from 'wxt/browser';
import { sendMessage } from '../messaging/index.ts';
import { changeSettings, siteIsOn, storedSettings } from '../reader/index.ts';
import { t } from '../texts/index.ts';
import { readOnce } from './permissions.ts';
import { tellClosed } from './toolbar.ts';

/** Puts what the popup does into the menu of the right button as well. Firefox for Android has no such menu. */
export async function offerMenu(): Promise<void> {
  const { contextMenus } = browser;
  if (!contextMenus) return;
  await contextMenus.removeAll();
  for (const id of ['read', 'site'] as const) {
    contextMenus.create({ id, title: t(`menu.${id}`), contexts: ['page'], documentUrlPatterns: ['http://*/*', 'https://*/*'] });
  }
}

/** Hears the menu and the keyboard, where there are any. To be called at once whenever the background starts. */
export function hearMenu(): void {
  browser.contextMenus?.onClicked.addListener(({ menuItemId, pageUrl }, tab) => {
    // Which sites are read in private windows is written down nowhere.
    if (menuItemId === 'site' && pageUrl && !tab?.incognito) turnSite(new URL(pageUrl).host);
    if (menuItemId === 'read' && tab?.id !== undefined) readOrFold(tab.id);
  });
  browser.commands?.onCommand.addListener(async (command, tab) => {
    const here = tab ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0];
    if (command === 'read' && here?.id !== undefined) await readOrFold(here.id);
  });
}

/** Reads the page, or folds the sidebar where that was done, or opens it again. */
async function readOrFold(tabId: number): Promise<void> {
  const page = await sendMessage('describe', undefined, { tabId, frameId: 0 }).catch(() => null);
  if (!page?.platform) return readOnce(tabId).catch(() => tellClosed(tabId));
  await sendMessage('turnSidebar', undefined, { tabId, frameId: 0 }).catch(() => {});
}

async function turnSite(host: string): Promise<void> {
  const current = await storedSettings();
  const others = current.sitesOff.filter((other) => other !== host);
  await changeSettings({ sitesOff: siteIsOn(current, host) ? [...others, host] : others });
}
