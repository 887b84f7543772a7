import * as signals from '@preact/signals';
import * as preact from 'preact';
import * as hooks from 'preact/hooks';
import * as jsx from 'preact/jsx-runtime';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { bringPlatform, shareModules } from '../../utils/page/index.ts';
import * as reader from '../../utils/reader/index.ts';
import { absentPlatform, HOSTS } from '../../utils/reading/index.ts';
import { showFrame } from './showFrame.ts';
import { showThread } from './showThread.ts';
import { whileEnabled } from './whileEnabled.ts';

/** Brought into a page, or a frame of one, once a thread was found there or the reader asked for it. */
export default defineContentScript({
  matches: HOSTS.map((host) => `*://${host}/*`),
  registration: 'runtime',
  main(ctx) {
    shareModules({ preact, hooks, jsx, signals, reader });
    // While the settings are read, what the page is read by is brought.
    const absent = absentPlatform(document);
    if (absent) bringPlatform(absent).catch(() => {});
    if (window.top === window) return whileEnabled(ctx, [location.host], showThread);
    const around = URL.canParse(document.referrer) ? [new URL(document.referrer).host] : [];
    return whileEnabled(ctx, [location.host, ...around], showFrame);
  },
});
