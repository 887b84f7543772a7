import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Chunked, runChunked } from '../../utils/chunked.ts';
import { isInked, isTaken, sideBarAt, stripAt, whenIdle } from '../../utils/page/index.ts';
import type { Settings } from '../../utils/reader/index.ts';

/** How wide the folded tab is, and how wide what is left of it where the page has no room for it, in CSS pixels. */
const [WIDE, SLIM] = [32, 8];
/** So many comments tell how far to the side a thread reaches. */
const ASKED = 100;
/** The page is looked at again so long after it was scrolled. */
const SETTLED = 150;
/** Where its place is taken, it moves along the edge by steps of so much, and not so near to the window's ends. */
const [STEP, END] = [24, 80];

interface FoldedPlace {
  /** Whether words of the page would lie under it in full: then only a strip in the page's margin is seen. */
  slim: boolean;
  /** How far it moved along the edge, since words stand even there; `null` where all of the edge is taken. */
  down: number | null;
  /** How wide the bar is that the page keeps at this side; it stands beside that. */
  beside: number;
}

/** The place that was found last, and what the window showed then: what stands at a point takes long to tell in a long page. */
let known: { view: string; place: FoldedPlace } | null = null;

function viewOf(side: Settings['sidebarSide'], comment: Element | undefined): string {
  const { left, top, width } = comment?.getBoundingClientRect() ?? new DOMRect();
  return `${side} ${innerWidth} ${innerHeight} ${left} ${top} ${width}`;
}

/** Where the folded sidebar stands at the edge so that it covers nothing that is read. Once it is slim it stays so until the window is another. */
export function useFoldedPlace(
  side: Settings['sidebarSide'],
  comments: ReadonlyMap<string, Element> | undefined,
  handle: RefObject<HTMLElement | null>,
): FoldedPlace {
  // What more of a thread was read stands further down the page, and is looked at when the reader has come there; another thread begins anew.
  const first = comments?.values().next().value;
  const elements = useRef(comments);
  elements.current = comments;
  // Slim until it is known that there is room.
  const [place, setPlace] = useState<FoldedPlace>({ slim: true, down: 0, beside: 0 });
  useLayoutEffect(() => {
    let now: FoldedPlace = { slim: false, down: 0, beside: 0 };
    let looking = new AbortController();
    const look = () => {
      looking.abort();
      looking = new AbortController();
      const { signal } = looking;
      whenIdle(() => !signal.aborted && lookNow(signal));
    };
    const lookNow = async (signal: AbortSignal) => {
      const view = viewOf(side, first);
      const isKnown = first !== undefined && known?.view === view;
      const found = isKnown ? known?.place : await runChunked(findPlace(side, elements.current, handle.current, now), signal, whenIdle);
      if (!found || signal.aborted) return;
      known = { view, place: found };
      now = found;
      setPlace((before) => (before.slim === found.slim && before.down === found.down && before.beside === found.beside ? before : found));
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(look, SETTLED);
    };
    const anew = () => {
      now = { slim: false, down: 0, beside: 0 };
      later();
    };
    look();
    const listening = new AbortController();
    // Some pages scroll an element in them.
    addEventListener('scroll', later, { passive: true, capture: true, signal: listening.signal });
    addEventListener('resize', anew, { signal: listening.signal });
    return () => {
      clearTimeout(timer);
      listening.abort();
      looking.abort();
    };
  }, [side, elements, handle, first]);
  return place;
}

function* findPlace(
  side: Settings['sidebarSide'],
  elements: ReadonlyMap<string, Element> | undefined,
  handle: HTMLElement | null,
  now: FoldedPlace,
): Chunked<FoldedPlace> {
  const slim = now.slim || (yield* isTaken(side, WIDE, [...(elements?.values() ?? [])].slice(0, ASKED)));
  return { slim, down: slim ? yield* placeAlong(side, handle, now.down) : 0, beside: sideBarAt(side) };
}

/** How far along the edge the strip covers nothing: where it is, else as near to its own place as can be. */
function* placeAlong(side: Settings['sidebarSide'], handle: HTMLElement | null, now: number | null): Chunked<number | null> {
  const height = handle?.offsetHeight ?? 0;
  if (height === 0) return 0;
  const [left, right] = stripAt(side, SLIM);
  const own = handle?.offsetTop ?? 0;
  const isCovering = (down: number) => isInked({ left, right, top: own + down, bottom: own + down + height });
  if (now !== null && !(yield* isCovering(now))) return now;
  for (let away = 0; away < innerHeight; away += STEP) {
    for (const down of [away, -away]) {
      const isInside = own + down >= END && own + down + height <= innerHeight - END;
      if (isInside && !(yield* isCovering(down))) return down;
    }
  }
  return null;
}
