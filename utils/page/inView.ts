import { effect, type ReadonlySignal } from '@preact/signals';
import type { Reading } from '../thread/index.ts';

/** So long the view must have stayed before it is told, in milliseconds: whoever scrolls by reads nothing. */
const SETTLE_MS = 150;

/** Tells the ids of the comments in view whenever they have changed, until `ending` is aborted. Nothing is measured; the browser says what comes and goes. */
export function followInView(reading: ReadonlySignal<Reading | null>, ending: AbortSignal, tell: (ids: string[]) => void): void {
  const ids = new Map<Element, string>();
  const inView = new Set<Element>();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const observer = new IntersectionObserver((changes) => {
    for (const { target, isIntersecting } of changes) isIntersecting ? inView.add(target) : inView.delete(target);
    clearTimeout(waiting);
    waiting = setTimeout(() => tell([...inView].flatMap((element) => ids.get(element) ?? [])), SETTLE_MS);
  });
  const stop = effect(() => {
    const elements = new Set<Element>();
    for (const { id } of reading.value?.thread.comments ?? []) {
      const element = reading.value?.elements.get(id);
      if (!element) continue;
      elements.add(element);
      if (!ids.has(element)) observer.observe(element);
      ids.set(element, id);
    }
    for (const element of ids.keys()) {
      if (elements.has(element)) continue;
      observer.unobserve(element);
      ids.delete(element);
      inView.delete(element);
    }
  });
  ending.addEventListener('abort', () => {
    stop();
    observer.disconnect();
    clearTimeout(waiting);
  });
}
