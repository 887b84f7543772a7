import { afterLayout } from './afterLayout.ts';

/** What waits for an idle moment waits no longer than this, in milliseconds. */
const LONGEST = 3000;

/**
 * Calls back once the browser has painted a frame and has nothing else to do: what stands at a point, say, costs little then, since all is
 * laid out and painted that changed.
 */
export function whenIdle(act: () => void): void {
  if (typeof requestIdleCallback === 'undefined') setTimeout(act, 0);
  else afterLayout(() => requestIdleCallback(act, { timeout: LONGEST }));
}
