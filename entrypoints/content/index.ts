import { defineContentScript } from 'wxt/utils/define-content-script';
import { HOSTS } from '../../utils/platforms/index.ts';
import { showThread } from './showThread.ts';
import { whileOn } from './whileOn.ts';

export default defineContentScript({
  matches: HOSTS.map((host) => `*://${host}/*`),
  runAt: 'document_idle',
  main: (ctx) => whileOn(ctx, [location.host], showThread),
});
