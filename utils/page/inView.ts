import { effect, type ReadonlySignal } from '@preact/signals';
import type { Reading } from '../thread/index.ts';
import { watchNear } from './nearView.ts';

/** So long the view must have stayed before it is told, in milliseconds: whoever scrolls by reads nothing. */
const SETTLE_MS = 150;

/** Tells the ids of the comments in view whenever they have changed, until `ending` is aborted. Next to nothing is measured; the browser says what comes and goes. */
export function followInView(reading: ReadonlySignal<Reading | null>, ending: AbortSignal, tell: (ids: string[]) => void): void {
  const ids = new Map<Element, string>();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const inOrder = () => {
    const { thread, elements } = reading.peek() ?? {};
    return thread?.comments.flatMap(({ id }) => elements?.get(id) ?? []) ?? [];
  };
  const view = watchNear('0px', inOrder, () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => tell([...view.all()].flatMap((element) => ids.get(element) ?? [])), SETTLE_MS);
  });
  const stop = effect(() => {
    const elements = new Set<Element>();
    for (const { id } of reading.value?.thread.comments ?? []) {
      const element = reading.value?.elements.get(id);
      if (!element) continue;
      elements.add(element);
      view.add(element);
      ids.set(element, id);
    }
    for (const element of ids.keys()) {
      if (elements.has(element)) continue;
      view.remove(element);
      ids.delete(element);
    }
    view.lookAgain();
  });
  ending.addEventListener('abort', () => {
    stop();
    view.stop();
    clearTimeout(waiting);
  });
}
