import { useLayoutEffect, useState } from 'preact/hooks';
import { bottomBarAt, sideBarAt, topBarAt, whenIdle } from '../../utils/page/index.ts';
import type { Settings } from '../../utils/reader/index.ts';

/** The page is looked at again so long after it was scrolled: bars come and go then. */
const SETTLED = 150;

/** The bars of the page's own that stay over the place of an open sidebar, in CSS pixels: it begins below one and stands beside another, a sheet ends above one. */
interface Bars {
  top: number;
  beside: number;
  bottom: number;
}

/** On narrower windows the sidebar is a sheet. */
const NARROW = 700;

function barsAt(side: Settings['sidebarSide'], width: number): Bars {
  if (innerWidth < NARROW) return { top: 0, beside: 0, bottom: bottomBarAt() };
  return { top: topBarAt(side, width), beside: sideBarAt(side), bottom: 0 };
}

export function useBars(side: Settings['sidebarSide'], width: number): Bars {
  // Known before it is drawn first: what was drawn once would move.
  const [bars, setBars] = useState(() => barsAt(side, width));
  useLayoutEffect(() => {
    const look = () =>
      setBars((before) => {
        const now = barsAt(side, width);
        return now.top === before.top && now.beside === before.beside && now.bottom === before.bottom ? before : now;
      });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(look, SETTLED);
    };
    const listening = new AbortController();
    whenIdle(() => !listening.signal.aborted && look());
    for (const type of ['scroll', 'resize']) addEventListener(type, later, { passive: true, signal: listening.signal });
    return () => {
      clearTimeout(timer);
      listening.abort();
    };
  }, [side, width]);
  return bars;
}
