import { generateChromeMessagesText, parseMessagesFile } from '@wxt-dev/i18n/build';
import { fakeBrowser } from 'wxt/testing/fake-browser';

// The fake browser has no texts of its own: it answers with the English ones, as a browser in English does.
const messages: Record<string, { message: string }> = JSON.parse(
  generateChromeMessagesText(await parseMessagesFile('utils/texts/locales/en.yml')),
);
fakeBrowser.i18n.getMessage = (name: string) => messages[name]?.message ?? '';

// Nor has it permissions, menus or a toolbar: nothing is allowed beside what the manifest names, and nobody presses anything.
const event = () => ({ addListener() {}, removeListener() {} });
Object.assign(fakeBrowser, { contextMenus: undefined, commands: undefined });
Object.assign(fakeBrowser.permissions, { onAdded: event(), onRemoved: event(), getAll: async () => ({ origins: [] }) });
Object.assign(fakeBrowser.action, { setTitle: async () => {}, setBadgeText: async () => {}, setBadgeBackgroundColor: async () => {} });
fakeBrowser.runtime.getManifest = () => ({ manifest_version: 3, name: 'Standpoint', version: '0.1.0' });

// A browser tells an observer how large a thing is once the page is laid out; happy-dom lays nothing out and never does. Told here of the whole page alone.
if (typeof ResizeObserver !== 'undefined') {
  const { observe } = ResizeObserver.prototype;
  const callbacks = new WeakMap<ResizeObserver, ResizeObserverCallback>();
  globalThis.ResizeObserver = class extends ResizeObserver {
    constructor(callback: ResizeObserverCallback) {
      super(callback);
      callbacks.set(this, callback);
    }
    override observe(target: Element): void {
      observe.call(this, target);
      if (target === document.documentElement) setTimeout(() => callbacks.get(this)?.([], this), 0);
    }
    override disconnect(): void {
      callbacks.delete(this);
      super.disconnect();
    }
  };
}
