import type { Reading } from '../thread/index.ts';

/** Brings a comment into view; one that this page does not hold opens in a tab of its own. */
export function jump(reading: Reading | null, id: string, smooth = true): void {
  const { thread, elements } = reading ?? {};
  const element = elements?.get(id);
  if (!element?.isConnected) {
    // It was read on another page of the thread, or the forum emptied it out.
    const there = thread?.comments.find((comment) => comment.id === id)?.permalink;
    if (there) window.open(there, '_blank', 'noopener');
    return;
  }
  const calm = !smooth || matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block: 'center', behavior: calm ? 'instant' : 'smooth' });
}
