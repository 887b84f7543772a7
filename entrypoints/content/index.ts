import { defineContentScript } from 'wxt/utils/define-content-script';
import { HOSTS } from '../../utils/reading/index.ts';
import { showFrame } from './showFrame.ts';
import { showThread } from './showThread.ts';
import { whileEnabled } from './whileEnabled.ts';

/** Brought into a page, or a frame of one, once a thread was found there or the reader asked for it. */
export default defineContentScript({
  matches: HOSTS.map((host) => `*://${host}/*`),
  registration: 'runtime',
  main(ctx) {
    if (window.top === window) return whileEnabled(ctx, [location.host], showThread);
    const around = URL.canParse(document.referrer) ? [new URL(document.referrer).host] : [];
    return whileEnabled(ctx, [location.host, ...around], showFrame);
  },
});
