import { defineContentScript } from 'wxt/utils/define-content-script';
import { injectReader } from '../utils/page/index.ts';

/** All that runs on pages of forums which are no thread: it looks for one, and has the rest brought where there is one. */
export default defineContentScript({
  matches: PLATFORM_HOSTS.map((host) => `*://${host}/*`),
  runAt: 'document_idle',
  main: ({ signal }) => injectReader(signal),
});
