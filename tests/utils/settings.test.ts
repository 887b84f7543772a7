import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { changeSettings, DEFAULT_SETTINGS, followSettings, settings, siteIsOn } from '../../utils/settings.ts';

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

  it('switch off one site and no other', () => {
    const current = { ...DEFAULT_SETTINGS, sitesOff: ['forum.example.org'] };
    expect(siteIsOn(current, 'forum.example.org')).toBe(false);
    expect(siteIsOn(current, 'example.org')).toBe(true);
  });
});
