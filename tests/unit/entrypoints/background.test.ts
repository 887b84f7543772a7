import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import background from '../../../entrypoints/background.ts';
import { removeAllListeners } from '../../../utils/messaging/channel.ts';
import { storedSettings } from '../../../utils/reader/settings.ts';

type Heard = (...told: unknown[]) => unknown;
/** What the background listens to, by event. */
let heard: Record<string, Heard>;
const event = (name: string) => ({
  addListener(listener: Heard) {
    const before = heard[name];
    heard[name] = (...told) => Promise.all([before?.(...told), listener(...told)]);
  },
});
const create = vi.fn(async (_: object) => ({}));
const executeScript = vi.fn(async (_: object) => []);
const registered = vi.fn(async () => []);
const menu = { removeAll: vi.fn(async () => {}), create: vi.fn(), onClicked: event('menu') };

beforeEach(() => {
  heard = {};
  vi.clearAllMocks();
  removeAllListeners();
  fakeBrowser.storage.resetState();
  fakeBrowser.runtime.getURL = (path: string) => `chrome-extension://id${path}`;
  Object.assign(fakeBrowser.runtime, { onInstalled: event('installed'), onStartup: event('startup') });
  Object.assign(fakeBrowser.permissions, { onAdded: event('added'), onRemoved: event('removed') });
  Object.assign(fakeBrowser.scripting, { getRegisteredContentScripts: registered, executeScript });
  Object.assign(fakeBrowser, { contextMenus: menu, commands: { onCommand: event('command') } });
  Object.assign(browser.tabs, { create, query: async () => [{ id: 5 }] });
});

describe('the background', () => {
  it('opens the welcome page when it is installed, and not when it is updated', async () => {
    background.main();
    await heard.installed?.({ reason: 'update' });
    expect(create).not.toHaveBeenCalled();
    await heard.installed?.({ reason: 'install' });
    expect(create).toHaveBeenCalledWith({ url: 'chrome-extension://id/welcome.html' });
  });

  it('puts scripts and menu back after an update, and when the browser starts', async () => {
    background.main();
    await heard.installed?.({ reason: 'update' });
    await heard.startup?.();
    expect(registered).toHaveBeenCalledTimes(2);
    expect(menu.create.mock.calls.map(([{ id }]) => id)).toEqual(['read', 'site', 'read', 'site']);
  });

  it('reads at once where the reader just allowed it', async () => {
    background.main();
    await heard.added?.({ origins: ['*://forum.example.org/*'] });
    expect(executeScript).toHaveBeenCalledWith({
      target: { tabId: 5 },
      files: ['/always.js', '/generic.js', '/content-scripts/content.js'],
    });
  });

  it('reads the page from the menu and by key', async () => {
    background.main();
    heard.menu?.({ menuItemId: 'read', pageUrl: 'https://forum.example.org/t/1' }, { id: 8 });
    await vi.waitFor(() => expect(executeScript).toHaveBeenCalledTimes(1));
    await heard.command?.('read', { id: 8 });
    expect(executeScript.mock.calls.map(([call]) => call)).toMatchObject([{ target: { tabId: 8 } }, { target: { tabId: 8 } }]);
  });

  it('switches a site off and on from the menu, and in private windows writes none down', async () => {
    background.main();
    const turn = (tab: object) => heard.menu?.({ menuItemId: 'site', pageUrl: 'https://forum.example.org/t/1' }, tab);
    turn({ id: 8, incognito: true });
    turn({ id: 8 });
    await vi.waitFor(async () => expect((await storedSettings()).sitesOff).toEqual(['forum.example.org']));
    turn({ id: 8 });
    await vi.waitFor(async () => expect((await storedSettings()).sitesOff).toEqual([]));
  });

  it('brings a part of the script for threads to the page that asks, and no other file', async () => {
    background.main();
    const ask = (data: string) =>
      fakeBrowser.runtime.onMessage.trigger(
        { type: 'bringPart', data, id: 1, timestamp: 1 },
        { tab: { id: 5 }, frameId: 3 } as never,
        () => {},
      );
    await ask('content-scripts/loader');
    expect(executeScript).not.toHaveBeenCalled();
    await ask('points');
    await vi.waitFor(() => expect(executeScript).toHaveBeenCalledWith({ target: { tabId: 5, frameIds: [3] }, files: ['/points.js'] }));
  });

  it('brings the platform that a page asks for, where there is one of that name', async () => {
    background.main();
    const ask = (data: string) =>
      fakeBrowser.runtime.onMessage.trigger(
        { type: 'bringPlatform', data, id: 1, timestamp: 1 },
        { tab: { id: 5 }, frameId: 0 } as never,
        () => {},
      );
    for (const name of ['nobody', '../points', 'constructor']) await ask(name);
    expect(executeScript).not.toHaveBeenCalled();
    await ask('hackernews');
    await vi.waitFor(() =>
      expect(executeScript).toHaveBeenCalledWith({ target: { tabId: 5, frameIds: [0] }, files: ['/platforms/hackernews.js'] }),
    );
  });

  it('works where there are no menus and no keys, as in Firefox for Android', async () => {
    Object.assign(fakeBrowser, { contextMenus: undefined, commands: undefined });
    background.main();
    await heard.installed?.({ reason: 'install' });
    expect(create).toHaveBeenCalledOnce();
  });
});
