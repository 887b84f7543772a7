import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isEphemeral } from '../../../utils/reader/ephemeral.ts';
import { changeSettings, DEFAULT_SETTINGS, settings, storedSettings } from '../../../utils/reader/settings.ts';

beforeEach(() => fakeBrowser.reset());
afterEach(() => {
  vi.unstubAllGlobals();
  settings.value = DEFAULT_SETTINGS;
});

const goTo = (href: string) => vi.stubGlobal('location', new URL(href));

test('what the reader sets on a site that has a page called welcome.html is stored as on any other', async () => {
  goTo('https://forum.example.org/welcome.html');
  expect(isEphemeral()).toBe(false);
  await changeSettings({ density: 'dot' });
  expect((await storedSettings()).density).toBe('dot');
});

test('what the reader tries on the example of the extension’s own welcome page is forgotten with it', async () => {
  goTo(`${browser.runtime.getURL('/welcome.html')}#example`);
  expect(isEphemeral()).toBe(true);
  await changeSettings({ density: 'dot' });
  expect(settings.value.density).toBe('dot');
  expect((await storedSettings()).density).toBe('word');
});

test('what the reader sets on another page of the extension is stored', () => {
  goTo(browser.runtime.getURL('/options.html'));
  expect(isEphemeral()).toBe(false);
});
