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
