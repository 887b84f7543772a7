import { onSignal, sendMessage } from '../messaging/index.ts';
import { watch } from './watch.ts';

/**
 * Has the script that reads threads brought once the page shows a thread of any platform: at once, when the page has moved on to one, or
 * when a frame in it has one to be summed up here. Knows no more of platforms than their markers, and hears of frames only where the page has
 * any, so that pages which are no thread are left with next to nothing.
 */
export function injectReader(signal: AbortSignal): void {
  const ending = new AbortController();
  signal.addEventListener('abort', () => ending.abort());
  const isPage = window.top === window;
  const bring = () => {
    ending.abort();
    sendMessage('bringThread', undefined).catch(() => {});
  };
  let hears = !isPage;
  const hearFrames = () => {
    hears = true;
    ending.signal.addEventListener('abort', onSignal('showFrame', bring));
    // A frame may have told of its thread before anybody heard.
    sendMessage('askFrames', { jump: null }).catch(() => {});
  };
  const look = () => {
    if (document.querySelector(PLATFORM_MARKERS)) bring();
    else if (!hears && document.querySelector('iframe, frame')) hearFrames();
  };
  watch(document, ending.signal, look);
  // The toolbar tells a page without a thread from one that may not be read.
  if (isPage && !ending.signal.aborted) sendMessage('tellToolbar', null).catch(() => {});
}
