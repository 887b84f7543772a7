import { onSignal, sendMessage } from '../messaging/index.ts';
import { watch } from './watch.ts';

/** One string, taken apart only once a page is marked: what is made here is made on every page of a forum. */
const MARKERS = PLATFORM_LINES;

/** The first platform that an element is a marker of. */
function platformOf(marked: Element): string | null {
  const index = MARKERS.split(',\n').findIndex((marker) => marked.matches(marker));
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
    const marked = document.querySelector(MARKERS);
    // What reads that platform's pages comes along, where it is this one; whatever is missing is asked for later.
    if (marked) bring(platformOf(marked));
    else if (!hears && document.querySelector('iframe, frame')) hearFrames();
  };
  watch(document, ending.signal, look);
  // The toolbar tells a page without a thread from one that may not be read.
  if (isPage && !ending.signal.aborted) sendMessage('tellToolbar', null).catch(() => {});
}
