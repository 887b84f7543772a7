import { useLayoutEffect, useState } from 'preact/hooks';
import { afterLayout, topBarAt } from '../../utils/page/index.ts';
import type { Settings } from '../../utils/reader/index.ts';

/** The page is looked at again so long after it was scrolled: bars come and go then. */
const SETTLED = 150;

/** How far down a bar of the page's own reaches over the place of an open sidebar, in CSS pixels: the sidebar begins below it. */
export function useTopBar(side: Settings['sidebarSide'], width: number): number {
  // Known before it is drawn first: what was drawn once would move.
  const [bar, setBar] = useState(() => topBarAt(side, width));
  useLayoutEffect(() => {
    const look = () => setBar(topBarAt(side, width));
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(look, SETTLED);
    };
    const callOff = afterLayout(look);
    const listening = new AbortController();
    for (const type of ['scroll', 'resize']) addEventListener(type, later, { passive: true, signal: listening.signal });
    return () => {
      clearTimeout(timer);
      callOff();
      listening.abort();
    };
  }, [side, width]);
  return bar;
}
