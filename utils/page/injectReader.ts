import { onSignal, sendMessage } from '../messaging/index.ts';
import { watch } from './watch.ts';

/** The first platform that an element is a marker of; `markers` are those of all, a line each. */
function platformOf(marked: Element, markers: string): string | null {
  const index = markers.split(',\n').findIndex((marker) => marked.matches(marker));
  return PLATFORM_NAMES.split(' ')[index] ?? null;
}

/**
 * Has the script that reads threads brought once the page shows a thread of any platform: at once, when the page has moved on to one, or
 * when a frame in it has one to be summed up here. Knows no more of platforms than their markers, and hears of frames only where the page has
 * any, so that pages which are no thread are left with next to nothing.
 */
export function injectReader(signal: AbortSignal): void {
  const ending = new AbortController();
  signal.addEventListener('abort', () => ending.abort());
  // One string, taken apart only once a page is marked: what is made here is made on every page of a forum.
  const markers = PLATFORM_LINES;
  const isPage = window.top === window;
  const bring = (platform: string | null) => {
    ending.abort();
    sendMessage('bringThread', platform).catch(() => {});
  };
  let hears = !isPage;
  const hearFrames = () => {
    hears = true;
    ending.signal.addEventListener(
      'abort',
      onSignal('showFrame', () => bring(null)),
    );
    // A frame may have told of its thread before anybody heard.
    sendMessage('askFrames', { jump: null }).catch(() => {});
  };
  const look = () => {
    const marked = document.querySelector(markers);
    // What reads that platform's pages comes along, where it is this one; whatever is missing is asked for later.
    if (marked) bring(platformOf(marked, markers));
    else if (!hears && document.querySelector('iframe, frame')) hearFrames();
  };
  watch(document, ending.signal, look);
  // The toolbar tells a page without a thread from one that may not be read.
  if (isPage && !ending.signal.aborted) sendMessage('tellToolbar', null).catch(() => {});
}
