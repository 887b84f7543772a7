import { onSignal, sendMessage } from '../messaging/index.ts';
import { watch } from './watch.ts';

/**
 * Has the script that reads threads brought once the page shows a thread of any platform: at once, when the page has moved on to one, or
 * when a frame in it has one to be summed up here. Knows no more of platforms than their markers, so that pages which are no thread are
 * left with next to nothing.
 */
export function injectReader(signal: AbortSignal): void {
  const brought = new AbortController();
  const bring = () => {
    brought.abort();
    sendMessage('bringThread', undefined).catch(() => {});
  };
  const look = () => {
    if (document.querySelector(PLATFORM_MARKERS)) bring();
  };
  const until = AbortSignal.any([signal, brought.signal]);
  until.addEventListener('abort', onSignal('showFrame', bring));
  watch(document, until, look);
  // The toolbar tells a page without a thread from one that may not be read.
  if (!brought.signal.aborted && window.top === window) sendMessage('tellToolbar', null).catch(() => {});
}
