import { afterLayout } from './afterLayout.ts';

/** So many elements are all watched: the browser looks at each of them in every frame. */
const MOST = 400;
/** Of more, so many before and after what is in view; these move on when what is near comes so close to the first or last of them. */
const [REACH, EDGE] = [200, 40];
/** So long after some were added it is looked for those around view, in milliseconds. */
const SETTLE_MS = 500;

/** Tells which of a page's elements come near what is in view, and leave it. */
export interface NearView {
  add(element: Element): void;
  remove(element: Element): void;
  has(element: Element): boolean;
  /** Those that are near now. */
  all(): Iterable<Element>;
  /** The page has changed: others may be near now, and stand in another order. */
  lookAgain(): void;
  stop(): void;
}

/**
 * Watches elements that stand one below the other: those that come within `margin` of what is in view and those that leave are told while the
 * page is laid out. However many there are, the browser is asked to watch a few hundred; `inOrder` gives all from top to bottom, and is asked
 * for only where there are more.
 */
export function watchNear(
  margin: string,
  inOrder: () => readonly Element[],
  tell: (came: readonly Element[], left: readonly Element[]) => void,
): NearView {
  const all = new Set<Element>();
  const watched = new Set<Element>();
  const near = new Set<Element>();
  const ending = new AbortController();
  let order: readonly Element[] | null = null;
  /** The part of the order that is watched. */
  let [from, to] = [0, 0];
  let callOff: (() => void) | null = null;
  let settling: ReturnType<typeof setTimeout> | undefined;

  const isLong = () => all.size > MOST;
  /** Whether this one is near and holds no other: a comment that holds its answers reaches far, and is near from far away. */
  const isNear = (index: number) => {
    const element = order?.[index];
    return element !== undefined && near.has(element) && !element.contains(order?.[index + 1] ?? null);
  };
  /** Whether others have to be watched: none is near, or what is near comes close to the first or last of those watched. */
  const isLeft = () => {
    if (!order) return near.size === 0;
    let isAnyNear = false;
    for (let index = from; index < to; index += 1) {
      if (!isNear(index)) continue;
      if ((from > 0 && index < from + EDGE) || (to < order.length && index >= to - EDGE)) return true;
      isAnyNear = true;
    }
    return !isAnyNear;
  };
  const observer =
    typeof IntersectionObserver === 'undefined'
      ? null
      : new IntersectionObserver(
          (entries) => {
            const came: Element[] = [];
            const left: Element[] = [];
            for (const { target, isIntersecting } of entries) {
              if (!watched.has(target)) continue;
              if (isIntersecting) near.add(target);
              else near.delete(target);
              (isIntersecting ? came : left).push(target);
            }
            tell(came, left);
            follow();
          },
          { rootMargin: margin },
        );
  const watch = (element: Element) => {
    watched.add(element);
    observer?.observe(element);
  };
  const leave = (element: Element): boolean => {
    watched.delete(element);
    observer?.unobserve(element);
    return near.delete(element);
  };
  const move = () => {
    callOff = null;
    if (!isLong()) return;
    order ??= inOrder();
    // What is known to be near comes first: to ask the page for places would have it laid out.
    const last = order.findLastIndex((_, index) => isNear(index));
    const around = last < 0 ? firstInView(order) : last;
    [from, to] = [Math.max(0, around - REACH), Math.min(order.length, around + REACH)];
    const wanted = new Set(order.slice(from, to));
    const left = [...watched].filter((element) => !wanted.has(element) && leave(element));
    for (const element of wanted) if (!watched.has(element)) watch(element);
    if (left.length > 0) tell([], left);
  };
  const soon = () => {
    if (!ending.signal.aborted) callOff ??= afterLayout(move);
  };
  const settled = () => {
    settling = undefined;
    soon();
  };
  const follow = () => {
    if (isLong() && isLeft()) soon();
  };
  document.addEventListener('scroll', follow, { capture: true, passive: true, signal: ending.signal });
  return {
    add(element) {
      if (all.has(element)) return;
      all.add(element);
      order = null;
      // Watched until there are too many: of thousands that come one after the other, all are looked through now and then alone.
      if (watched.size < 2 * MOST) watch(element);
      else soon();
      if (isLong()) settling ??= setTimeout(settled, SETTLE_MS);
    },
    remove(element) {
      all.delete(element);
      order = null;
      leave(element);
      if (isLong()) soon();
    },
    has: (element) => near.has(element),
    all: () => near,
    lookAgain() {
      order = null;
      if (isLong()) soon();
    },
    stop() {
      ending.abort();
      clearTimeout(settling);
      callOff?.();
      observer?.disconnect();
      for (const set of [all, watched, near]) set.clear();
    },
  };
}

/**
 * The index of the first that has not been scrolled past, those that hold others apart; found by halving where they begin, since what holds
 * others ends after them. What is folded away has no place, and the next that has one stands for it.
 */
export function firstInView(order: readonly (Element | undefined)[]): number {
  let [from, to] = [0, order.length];
  let above: DOMRect | null = null;
  while (from < to) {
    const middle = (from + to) >> 1;
    let shown = middle;
    let box = boxOf(order[shown]);
    while (!box && shown + 1 < to) box = boxOf(order[++shown]);
    if (box && box.top < 0) {
      from = shown + 1;
      above = box;
    } else to = middle;
  }
  const first = above && above.bottom >= 0 ? from - 1 : from;
  return Math.max(0, Math.min(first, order.length - 1));
}

function boxOf(element: Element | undefined): DOMRect | null {
  const box = element?.isConnected ? element.getBoundingClientRect() : null;
  // An element without words is as wide or as high as nothing, and has its place all the same.
  return box && (box.width > 0 || box.height > 0 || box.top !== 0 || box.left !== 0) ? box : null;
}
