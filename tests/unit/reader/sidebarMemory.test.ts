import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { rememberedOn, sidebarOpen, turnSidebar } from '../../../utils/reader/sidebarMemory.ts';

const go = (url: string) => (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(url);

beforeEach(() => {
  fakeBrowser.storage.resetState();
  go('https://forum.example.org/t/1');
});
afterEach(() => go('about:blank'));

describe('whether the sidebar was opened or folded', () => {
  it('is remembered for its site and no other, by no name', async () => {
    await turnSidebar(true);
    expect([await rememberedOn('forum.example.org'), await rememberedOn('other.example.org')]).toEqual([true, null]);
    await turnSidebar(false);
    expect([await rememberedOn('forum.example.org'), sidebarOpen.value]).toEqual([false, false]);
    expect(JSON.stringify(await browser.storage.local.get())).not.toContain('forum');
  });

  it('is forgotten with the page in a private window', async () => {
    Object.assign(browser.extension, { inIncognitoContext: true });
    await turnSidebar(true);
    Object.assign(browser.extension, { inIncognitoContext: false });
    expect([sidebarOpen.value, await rememberedOn('forum.example.org')]).toEqual([true, null]);
    expect(await browser.storage.local.get('sidebarSites')).toEqual({ sidebarSites: undefined });
  });

  it('is forgotten of the site longest ago where there are too many', async () => {
    for (let site = 0; site < 502; site += 1) await turnSidebar(true, `site${site}.example`);
    expect(await rememberedOn('site0.example')).toBeNull();
    expect(await rememberedOn('site501.example')).toBe(true);
  });

  it('is as if it had never been where something else was stored', async () => {
    await browser.storage.local.set({ sidebarSites: ['yes'] });
    expect(await rememberedOn('forum.example.org')).toBeNull();
  });
});
