import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  changeSettings,
  DEFAULT_SETTINGS,
  followSettings,
  onlyHere,
  SETTINGS_VERSION,
  type Settings,
  settings,
  settingsFrom,
  siteIsOn,
  storedSettings,
} from '../../../utils/reader/settings.ts';
import { readSettingsFile, settingsFile } from '../../../utils/reader/settingsFile.ts';

let stopFollowing: () => void = () => {};

beforeEach(() => fakeBrowser.storage.resetState());
afterEach(() => stopFollowing());

describe('the settings', () => {
  it('are the usual ones before anything was chosen', async () => {
    stopFollowing = await followSettings();
    expect(settings.value).toEqual(DEFAULT_SETTINGS);
  });

  it('chosen in an earlier version stay chosen, and what came later is as usual', async () => {
    await browser.storage.sync.set({ settings: { badges: false, precision: 0.9 } });
    stopFollowing = await followSettings();
    expect(settings.value).toEqual({ ...DEFAULT_SETTINGS, badges: false, precision: 0.9 });
    expect(settings.value.density).toBe('word');
  });

  it('are heard of wherever they are changed, one at a time', async () => {
    stopFollowing = await followSettings();
    await changeSettings({ density: 'icon' });
    await changeSettings({ pseudonyms: true });
    await vi.waitFor(() => expect(settings.value).toEqual({ ...DEFAULT_SETTINGS, density: 'icon', pseudonyms: true }));
  });

  it('stand on this device while the browser does not take them, and are synchronised again with the next change that it takes', async () => {
    stopFollowing = await followSettings();
    const set = vi.spyOn(browser.storage.sync, 'set').mockRejectedValue(new Error('QUOTA_BYTES_PER_ITEM quota exceeded'));
    await changeSettings({ density: 'icon' });
    await changeSettings({ badges: false });
    await vi.waitFor(() => expect(settings.value).toEqual({ ...DEFAULT_SETTINGS, density: 'icon', badges: false }));
    expect(onlyHere.value).toBe(true);
    set.mockRestore();
    await changeSettings({ badges: true });
    await vi.waitFor(() => expect(onlyHere.value).toBe(false));
    expect(settings.value).toEqual({ ...DEFAULT_SETTINGS, density: 'icon' });
    expect((await browser.storage.sync.get('settings')).settings).toMatchObject({ density: 'icon' });
    expect((await browser.storage.local.get('settings')).settings).toBeUndefined();
  });

  it('can be read where there is no synchronised storage at all', async () => {
    const get = vi.spyOn(browser.storage.sync, 'get').mockRejectedValue(new Error('This feature is disabled.'));
    const set = vi.spyOn(browser.storage.sync, 'set').mockRejectedValue(new Error('This feature is disabled.'));
    stopFollowing = await followSettings();
    await changeSettings({ density: 'dot' });
    await vi.waitFor(() => expect(settings.value.density).toBe('dot'));
    get.mockRestore();
    set.mockRestore();
  });

  it('are changed for the page alone in a private window', async () => {
    stopFollowing = await followSettings();
    Object.assign(browser.extension, { inIncognitoContext: true });
    await changeSettings({ sidebar: false });
    Object.assign(browser.extension, { inIncognitoContext: false });
    expect(settings.value.sidebar).toBe(false);
    expect(await storedSettings()).toEqual(DEFAULT_SETTINGS);
  });

  it('that cannot be are as usual', () => {
    const odd = {
      badges: 'yes',
      density: 'huge',
      precision: 7,
      sitesOff: [1],
      sidebarWidth: Number.NaN,
      sidebar: undefined,
      pseudonyms: true,
    };
    expect(settingsFrom(odd)).toEqual({ ...DEFAULT_SETTINGS, pseudonyms: true });
  });

  it('switch off one site and no other', () => {
    const current = { ...DEFAULT_SETTINGS, sitesOff: ['forum.example.org'] };
    expect(siteIsOn(current, 'forum.example.org')).toBe(false);
    expect(siteIsOn(current, 'example.org')).toBe(true);
  });
});

/** Settings as versions that readers had stored them, each with what has to become of it. A new version adds what the last one stored. */
const EARLIER: { version: number; stored: Record<string, unknown>; become: Partial<Settings> }[] = [
  {
    version: 1,
    stored: { badges: false, sidebar: true, precision: 0.9, sitesOff: [], sidebarSide: 'left', sidebarOpen: false, sidebarWidth: 400 },
    become: { badges: false, precision: 0.9, sidebarSide: 'left', sidebarWidth: 400 },
  },
  {
    version: 1,
    stored: { badges: true, density: 'dot', sidebar: true, precision: 0.85, pseudonyms: true, sitesOff: ['a.example'] },
    become: { density: 'dot', pseudonyms: true, sitesOff: ['a.example'] },
  },
];

describe('settings of an earlier version', () => {
  it('are known for every version there was', () => {
    const known = new Set(EARLIER.map(({ version }) => version));
    for (let version = 1; version <= SETTINGS_VERSION; version += 1) expect(known).toContain(version);
  });

  it.each(EARLIER)('($version) are taken over from storage, and from a file', async ({ version, stored, become }) => {
    const wanted = { ...DEFAULT_SETTINGS, ...become };
    expect(readSettingsFile(JSON.stringify({ format: 'standpoint-settings', version, settings: stored }))).toEqual(wanted);
    vi.resetModules();
    await browser.storage.sync.set({ settings: stored, settings$: { v: version } });
    const fresh = await import('../../../utils/reader/settings.ts');
    const stop = await fresh.followSettings();
    expect(fresh.settings.value).toEqual(wanted);
    stop();
  });
});

describe('a file of settings', () => {
  it('is taken back as it was written', () => {
    const current: Settings = { ...DEFAULT_SETTINGS, density: 'icon', sitesOff: ['a.example'] };
    expect(readSettingsFile(settingsFile(current))).toEqual(current);
  });

  it.each([
    ['a newer version wrote', JSON.stringify({ format: 'standpoint-settings', version: SETTINGS_VERSION + 1, settings: {} }), 'newer'],
    ['holds no JSON', 'Dear diary', 'other'],
    ['holds nothing', '', 'other'],
    ['is null', 'null', 'other'],
    ['is of something else', '{"version":1,"settings":{}}', 'other'],
    ['has a value that cannot be', '{"format":"standpoint-settings","version":1,"settings":{"precision":"high"}}', 'other'],
    ['has a list in their place', '{"format":"standpoint-settings","version":1,"settings":null}', 'other'],
  ])('is refused that %s', (_what, text, refusal) => {
    expect(readSettingsFile(text)).toBe(refusal);
  });
});
