/** How long the page must be quiet before it is read again, and how long it can put that off by never being quiet. In milliseconds. */
const QUIET_MS = 250;
const MAX_UNQUIET_MS = 2000;
/** Nobody waits longer than this for new posts on a page that is slow to read. */
const MAX_DELAY_MS = 3000;

/**
 * Calls `settled` now, and whenever the page has changed and come to rest, until `signal` is aborted: one trigger for posts that were added,
 * edited or emptied out, for navigation inside the page and for a page restored from the back/forward cache. Changes made by ourselves
 * do not count. A page that is slow to read is read less often, and never again before `settled` is done.
 */
export function watch(document: Document, signal: AbortSignal, settled: () => void | Promise<void>): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince = 0;
  let rest = QUIET_MS;
  let busy = false;
  let changedMeanwhile = false;
  const run = async () => {
    timer = undefined;
    const start = performance.now();
    busy = true;
    try {
      await settled();
    } finally {
      busy = false;
    }
    rest = Math.min(MAX_DELAY_MS, Math.max(QUIET_MS, 4 * (performance.now() - start)));
    if (changedMeanwhile && !signal.aborted) changed();
  };
  const changed = () => {
    changedMeanwhile = busy;
    if (busy) return;
    const now = performance.now();
    if (timer === undefined) waitingSince = now;
    else clearTimeout(timer);
    const patience = Math.max(0, waitingSince + Math.max(MAX_UNQUIET_MS, rest) - now);
    timer = setTimeout(run, Math.min(rest, patience));
  };
  const observer = new MutationObserver((records) => {
    if (records.some((record) => !isOurs(record))) changed();
  });
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  const { defaultView: window } = document;
  // Every page is shown once; one that comes back out of the cache is shown again.
  window?.addEventListener('pageshow', ({ persisted }) => persisted && changed(), { signal });
  window?.addEventListener('popstate', changed, { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  run();
}

function isOurs({ target, addedNodes, removedNodes, type }: MutationRecord): boolean {
  if (type === 'characterData') return target.parentElement?.closest('[data-standpoint]') != null;
  if ((target as Element).closest?.('[data-standpoint]')) return true;
  // A badge that the page took away is a change of the page's: it must be put back.
  return (
    removedNodes.length === 0 && [...addedNodes].every((node) => node.nodeType === 1 && (node as Element).hasAttribute('data-standpoint'))
  );
}
