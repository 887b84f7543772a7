import { measureElement, observeWindowOffset, observeWindowRect, Virtualizer, windowScroll } from '@tanstack/virtual-core';
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';

interface VirtualOptions {
  count: number;
  /** A guess at an item's height in pixels, until it is drawn. */
  estimateSize: (index: number) => number;
  keyOf: (index: number) => string;
  /** Where the list begins in the page, in pixels. */
  start: number;
}

/** Draws of a long list in a scrolled page only what is near the view: TanStack's virtualizer as a hook. */
export function useVirtual({ count, estimateSize, keyOf, start }: VirtualOptions): Virtualizer<Window, HTMLElement> {
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const options = {
    count,
    estimateSize,
    getItemKey: keyOf,
    scrollMargin: start,
    overscan: 6,
    getScrollElement: () => window,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
    measureElement,
    initialOffset: () => window.scrollY,
    onChange: () => redraw(undefined),
  };
  const virtualizerRef = useRef<Virtualizer<Window, HTMLElement>>(null);
  virtualizerRef.current ??= new Virtualizer<Window, HTMLElement>(options);
  const virtualizer = virtualizerRef.current;
  virtualizer.setOptions(options);
  // TanStack's own adapters call these two, though they are named as private: its version is fixed in package.json.
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  return virtualizer;
}
