import { effect, type ReadonlySignal, untracked } from '@preact/signals';
import { runChunked } from '../../utils/chunked.ts';
import { isTaken, topBarAt, whenIdle } from '../../utils/page/index.ts';
import { rememberedOn, settings, sidebarOpen } from '../../utils/reader/index.ts';
import type { Session } from '../../utils/session/index.ts';

/** On narrower windows the sidebar is a sheet, which covers what is read: it opens on touch alone. */
const NARROW = 700;

/**
 * Opens the sidebar by itself where the reader had it open on this site, or else where the page leaves free room for it; once a page, and
 * never over a page without replies; not before `isMarked`. Returns how to stop.
 */
export function openWhereThereIsRoom({ reading }: Session, isMarked: ReadonlySignal<boolean>): () => void {
  let decided = false;
  const leaving = new AbortController();
  let stop = () => {};
  sidebarOpen.value = false;
  const narrow = matchMedia(`(max-width: ${NARROW - 1}px)`);
  // A window that was made narrower, or a tablet that was turned.
  const foldOnNarrow = () => {
    if (narrow.matches) sidebarOpen.value = false;
  };
  narrow.addEventListener('change', foldOnNarrow);
  rememberedOn(location.host).then((remembered) => {
    if (leaving.signal.aborted) return;
    stop = effect(() => {
      const { thread, elements } = reading.value ?? {};
      if (decided || !isMarked.value || !thread || thread.comments.length === 0) return;
      decided = true;
      untracked(() => {
        const { sidebarSide, sidebarWidth } = settings.value;
        // Whatever the reader did meanwhile stands.
        if (sidebarOpen.value || innerWidth < NARROW) return;
        if (remembered !== null) {
          sidebarOpen.value = remembered;
          return;
        }
        // An open sidebar begins below the bar that a forum keeps at the top, so that what stands in it is not in the way.
        whenIdle(() => {
          if (leaving.signal.aborted) return;
          const top = topBarAt(sidebarSide, sidebarWidth);
          const looking = runChunked(isTaken(sidebarSide, sidebarWidth, elements?.values(), top), leaving.signal, whenIdle);
          looking.then((taken) => {
            if (taken === false && !sidebarOpen.value && !narrow.matches) sidebarOpen.value = true;
          });
        });
      });
    });
  });
  return () => {
    leaving.abort();
    narrow.removeEventListener('change', foldOnNarrow);
    stop();
  };
}
