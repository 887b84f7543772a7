import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { afterLayout } from '../../utils/page/index.ts';
import type { Session } from '../../utils/session/index.ts';

/**
 * Whether the first marks of the page are painted: all else that is put into it has the browser lay it out again, for which they would wait.
 * Ends with `ending`.
 */
export function afterMarks({ reading }: Session, ending: AbortSignal): ReadonlySignal<boolean> {
  const isMarked = signal(false);
  let callOff: (() => void) | null = null;
  const stop = effect(() => {
    if (!reading.value) return;
    // In one frame they are put in and measured, with the next they are in their places.
    callOff ??= afterLayout(() => {
      callOff = afterLayout(() => {
        isMarked.value = true;
      }, true);
    });
  });
  ending.addEventListener('abort', () => {
    stop();
    callOff?.();
  });
  return isMarked;
}
