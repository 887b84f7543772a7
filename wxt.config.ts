import { defineConfig } from 'wxt';

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  imports: false,
  manifest: { name: 'Standpoint', permissions: ['storage', 'activeTab', 'scripting'] },
});
