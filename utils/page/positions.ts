import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { type Chunked, runChunked } from '../chunked.ts';
import type { Reading } from '../thread/index.ts';
import { afterLayout } from './afterLayout.ts';

/** Where the comments stand in the page, measured all at once. */
export interface Layout {
  /** Ids of the comments that are shown, from top to bottom, and the index of each among them. */
  ids: readonly string[];
  order: ReadonlyMap<string, number>;
  /** How far below the top of all that can be scrolled each stands, in CSS pixels. */
  tops: readonly number[];
  /** The height of all that can be scrolled. */
  height: number;
  scroller: Element;
}

/** The part of the page that is in view. */
export interface View {
  top: number;
  height: number;
}

/** Where the comments are and where the reader is. */
export interface ReadingPosition {
  /** `null` until measured, and where no comment is shown. */
  layout: ReadonlySignal<Layout | null>;
  view: ReadonlySignal<View>;
  /**
   * Where the reader is: the index of the comment they were taken to, as long as that is in view, else of the last one that begins above
   * the line they read at; −1 above the first.
   */
  current: ReadonlySignal<number>;
  /** Whether they were taken to that one. */
  isAnchored: ReadonlySignal<boolean>;
  /** Takes note of where the reader is being taken. */
  anchor(id: string): void;
}

/** So many comments are looked at between two pauses. */
const PAUSE = 200;

/** Measures where the comments of a reading stand; `null` where none is shown. Reads the layout once, and pauses in between; n log n at worst. */
export function* measure({ thread, elements }: Reading): Chunked<Layout | null> {
  const first = thread.comments.find(({ id }) => elements.get(id)?.isConnected);
  const shown = first && elements.get(first.id);
  if (!shown) return null;
  const scroller = scrollerOf(shown);
  const offset = () => scroller.scrollTop - (isRoot(scroller) ? 0 : scroller.getBoundingClientRect().top);
  let from = offset();
  const found: { id: string; top: number }[] = [];
  let looked = 0;
  for (const { id } of thread.comments) {
    const element = elements.get(id);
    const box = element?.isConnected ? element.getBoundingClientRect() : null;
    // What is folded away has no box.
    if (box && (box.height > 0 || box.width > 0)) found.push({ id, top: box.top + from });
    if (++looked % PAUSE === 0) {
      yield;
      // The reader may have scrolled meanwhile.
      from = offset();
    }
  }
  if (found.length === 0) return null;
  found.sort((one, other) => one.top - other.top);
  return {
    ids: found.map(({ id }) => id),
    order: new Map(found.map(({ id }, index) => [id, index])),
    tops: found.map(({ top }) => top),
    height: scroller.scrollHeight,
    scroller,
  };
}

/** The last index whose top is not below `y`; −1 above the first. */
export function indexAt(tops: readonly number[], y: number): number {
  let low = 0;
  let high = tops.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tops[middle] as number) <= y) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The reading line in CSS pixels from the top of the page: the upper edge of what is in view at the start of the page, its lower edge at the end, so that the first and the last comment are reached too. */
export function readingLine({ top, height }: View, all: number): number {
  return top + height * Math.min(1, top / Math.max(1, all - height));
}

/** What scrolls a comment: mostly the page, on some sites an element in it. */
function scrollerOf(element: Element): Element {
  for (let around = element.parentElement; around && !isRoot(around); around = around.parentElement) {
    if (around.scrollHeight > around.clientHeight && /auto|scroll/.test(getComputedStyle(around).overflowY)) return around;
  }
  return document.scrollingElement ?? document.documentElement;
}

const isRoot = (element: Element) => element === document.body || element === document.documentElement;

/** Measuring takes at most so large a part of the time, and is done no sooner than so many milliseconds after a change. */
const MEASURING_SHARE = 1 / 20;
const MIN_REST_MS = 200;
/** So long a page may take to scroll to where the reader is taken, in milliseconds. */
const SCROLL_MS = 1000;
/** So often the comments in view are noted as seen, in milliseconds. */
const GLANCE_MS = 250;

/** The thread in the page, and where it is noted which of its comments were in view. */
interface Followed {
  reading: ReadonlySignal<Reading | null>;
  seen: Set<string>;
}

/**
 * Keeps the places of a thread's comments true until `ending` is aborted: measured anew, bit by bit, when the thread grew
 * or the page changed its height. Scrolling measures nothing. What was in view is noted in `seen`.
 */
export function trackPosition({ reading, seen }: Followed, ending: AbortSignal): ReadingPosition {
  const layout = signal<Layout | null>(null);
  const view = signal<View>({ top: 0, height: innerHeight });
  /** The post that the reader was taken to, and whether the page is still scrolling there. */
  const taken = signal<string | null>(null);
  const onTheWay = signal(false);
  let arrival: ReturnType<typeof setTimeout> | undefined;
  const standsAt = computed(() => {
    const { top, height } = view.value;
    if (taken.value === null) return null;
    // The opening post stands above all comments.
    const index = layout.value?.order.get(taken.value) ?? -1;
    const there = layout.value?.tops[index] ?? Number.NaN;
    return onTheWay.value || (there >= top && there < top + height) ? index : null;
  });
  const current = computed(() => standsAt.value ?? indexAt(layout.value?.tops ?? [], readingLine(view.value, layout.value?.height ?? 0)));
  const isAnchored = computed(() => standsAt.value !== null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let rest = MIN_REST_MS;
  let callOff = () => {};
  const changed = () => {
    timer ??= setTimeout(() => {
      callOff = afterLayout(update);
    }, rest);
  };
  const watcher = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(changed);
  const look = () => {
    const scroller = layout.value?.scroller;
    if (scroller) view.value = { top: scroller.scrollTop, height: scroller.clientHeight };
  };
  const update = async () => {
    const measured = reading.peek();
    if (ending.aborted || !measured) {
      timer = undefined;
      return;
    }
    const start = performance.now();
    let waited = 0;
    const wait = (act: () => void) => {
      const since = performance.now();
      callOff = afterLayout(() => {
        waited += performance.now() - since;
        act();
      });
    };
    const before = layout.value?.scroller;
    const measuredLayout = await runChunked(measure(measured), ending, wait);
    timer = undefined;
    if (ending.aborted || !reading.peek()) return;
    rest = Math.max(MIN_REST_MS, (performance.now() - start - waited) / MEASURING_SHARE);
    layout.value = measuredLayout;
    // What came meanwhile has still to be measured.
    if (reading.peek() !== measured) changed();
    const scroller = layout.value?.scroller;
    if (scroller !== before) {
      watcher?.disconnect();
      for (const element of [document.body, scroller, scroller?.firstElementChild]) if (element) watcher?.observe(element);
    }
    look();
  };

  let frame = 0;
  const scrolled = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      look();
    });
  };
  document.addEventListener('scroll', scrolled, { capture: true, passive: true, signal: ending });
  addEventListener('resize', changed, { signal: ending });

  let glanced = Number.NaN;
  const glance = setInterval(() => {
    if (!layout.value || document.hidden) return;
    const { tops, ids } = layout.value;
    const { top, height } = view.value;
    // What merely flew past was not seen.
    const still = Math.abs(top - glanced) < height;
    glanced = top;
    if (still)
      for (let next = indexAt(tops, top) + 1; (tops[next] ?? Number.POSITIVE_INFINITY) < top + height; next += 1)
        seen.add(ids[next] as string);
  }, GLANCE_MS);

  const stops = [
    effect(() => {
      // A thread that is new to the page is measured at once, since nothing is shown before.
      if (reading.value) changed();
      else layout.value = null;
    }),
  ];
  ending.addEventListener('abort', () => {
    for (const stop of stops) stop();
    clearInterval(glance);
    clearTimeout(timer);
    clearTimeout(arrival);
    callOff();
    cancelAnimationFrame(frame);
    watcher?.disconnect();
  });
  return {
    layout,
    view,
    current,
    isAnchored,
    anchor(id) {
      taken.value = id;
      onTheWay.value = true;
      clearTimeout(arrival);
      arrival = setTimeout(() => {
        onTheWay.value = false;
      }, SCROLL_MS);
    },
  };
}
