import { afterLayout, watchNear } from '../../utils/page/index.ts';
import { frameOf, frameSizeOf, placeBadges, sizeOf, unplace } from './placeBadges.ts';

/** Keeps badges in their places while the page changes around them. */
export interface Places {
  /** Takes a badge in; it is placed when it comes near what is in view. */
  take(badge: HTMLElement): void;
  /** Places these once the page is laid out; of more than a few only those near what is in view, the others when they come there. */
  place(badges: Iterable<HTMLElement>): void;
  /** Places all again that are near what is in view: the page has changed. */
  placeAgain(): void;
  isNear(badge: HTMLElement): boolean;
  forget(badge: HTMLElement): void;
  stop(): void;
}

/** So many badges are all placed at once. */
export const MAX_AT_ONCE = 200;
/** Else only badges within so much of the window's height above and below what is in view are kept placed: a thread may hold 10,000. */
const AROUND = '50%';

/**
 * Keeps badges at the ends of their lines while the page scrolls, grows and is resized; `inOrder` gives them as they follow in the page. Cost:
 * linear in the badges near what is in view.
 */
export function keepPlaces(inOrder: () => readonly HTMLElement[]): Places {
  const ending = new AbortController();
  const all = new Set<HTMLElement>();
  const due = new Set<HTMLElement>();
  /** The badges whose line is as wide as an element, and how large that was. */
  const framed = new Map<Element, { badges: Set<HTMLElement>; size: string }>();
  /** Which element that is for a badge, as it was when it was taken in: a badge that moves has another. */
  const frames = new Map<HTMLElement, Element>();
  let callOff: (() => void) | null = null;

  const placeDue = () => {
    callOff?.();
    callOff = null;
    const badges = [...due];
    due.clear();
    placeBadges(badges);
    for (const badge of badges) if (views.has(badge)) watchFrame(badge);
  };
  const soon = (badges: Iterable<HTMLElement>) => {
    for (const badge of badges) due.add(badge);
    if (due.size > 0) callOff ??= afterLayout(placeDue, true);
  };
  const sizes =
    typeof ResizeObserver === 'undefined'
      ? null
      : new ResizeObserver((entries) => {
          for (const { target } of entries) {
            const held = framed.get(target);
            const size = sizeOf(target);
            if (!held || held.size === size) continue;
            held.size = size;
            for (const badge of held.badges) due.add(badge);
          }
          // The page is laid out, and not yet painted: nothing need wait.
          if (due.size > 0) placeDue();
        });
  const watchFrame = (badge: HTMLElement) => {
    const element = frameOf(badge);
    if (frames.get(badge) !== element) leaveFrame(badge);
    if (!element) return;
    frames.set(badge, element);
    const held = framed.get(element) ?? { badges: new Set(), size: frameSizeOf(badge) };
    if (!framed.has(element)) sizes?.observe(element);
    held.badges.add(badge);
    framed.set(element, held);
  };
  const leaveFrame = (badge: HTMLElement) => {
    const element = frames.get(badge);
    const held = element && framed.get(element);
    frames.delete(badge);
    if (!held) return;
    held.badges.delete(badge);
    if (held.badges.size > 0) return;
    framed.delete(element);
    sizes?.unobserve(element);
  };
  const views = watchNear(
    `${AROUND} 0px`,
    () => inOrder().filter((badge) => all.has(badge)),
    (came, left) => {
      for (const badge of left) leaveFrame(badge as HTMLElement);
      soon(came.filter(({ isConnected }) => isConnected) as HTMLElement[]);
    },
  );
  const near = () => views.all() as Iterable<HTMLElement>;

  const again = () => soon(near());
  const changed = () => {
    again();
    views.lookAgain();
  };
  // Where a line was longer, a badge at its end would now stand beyond the edge of the page: it goes to its place before that is painted.
  const widthChanged = () => {
    const isLong = all.size > MAX_AT_ONCE;
    if (isLong) for (const badge of all) if (!views.has(badge)) unplace(badge);
    soon(isLong ? near() : all);
  };
  addEventListener('resize', widthChanged, { signal: ending.signal });
  // Pictures in a header that were not there when it was measured, and letters of another width.
  document.addEventListener('load', again, { capture: true, signal: ending.signal });
  document.fonts?.addEventListener?.('loadingdone', again, { signal: ending.signal });

  return {
    take(badge) {
      all.add(badge);
      views.add(badge);
    },
    place(badges) {
      soon(all.size > MAX_AT_ONCE ? [...badges].filter((badge) => views.has(badge)) : badges);
    },
    placeAgain: changed,
    isNear: (badge) => views.has(badge),
    forget(badge) {
      views.remove(badge);
      all.delete(badge);
      due.delete(badge);
      leaveFrame(badge);
    },
    stop() {
      ending.abort();
      callOff?.();
      views.stop();
      sizes?.disconnect();
      all.clear();
      framed.clear();
      frames.clear();
    },
  };
}
