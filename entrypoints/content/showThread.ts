import { effect, untracked } from '@preact/signals';
import { removeBadges } from '../../components/badge/showBadges.tsx';
import { mountSidebar } from '../../components/sidebar/mountSidebar.tsx';
import { type Order, onMessage, sendMessage } from '../../utils/messaging/index.ts';
import { isRequested } from '../../utils/page/index.ts';
import { changeSettings, settings, sidebarOpen, turnSidebar, whenCorrected } from '../../utils/reader/index.ts';
import { createSession, describeSession, diagnose, exportedFile, exportOf, readAlong, trackVisit } from '../../utils/session/index.ts';
import { afterMarks } from './afterMarks.ts';
import { keepBadges } from './keepBadges.ts';
import { openWhereThereIsRoom } from './keepSidebar.ts';
import { keepToolbar } from './keepToolbar.ts';
import { startNavigation } from './navigation.ts';

/** Reads the thread on this page and shows where its comments stand. Returns how to leave the page as it was. */
export function showThread(): () => void {
  const leaving = new AbortController();
  const session = createSession();
  const following = readAlong(session, document, leaving.signal);
  const isMarked = afterMarks(session, leaving.signal);
  const guiding = startNavigation(session, isMarked);
  /** Whether what the session holds was read in a frame of this page. */
  let framed = false;
  const actions = {
    ...following,
    jump: (id: string) => (framed ? void sendMessage('askFrames', { jump: id }) : guiding.jump(id)),
    showKeys: guiding.showKeys,
    order: (order: Order) => (framed ? void sendMessage('orderTab', order) : following.order(order)),
    exported: () => exportOf(session),
    openViewer: () => void sendMessage('openViewer', undefined),
  };
  let unmount: (() => void) | null = null;

  const stops = [
    whenCorrected(session.thread, following.retry),
    trackVisit(session),
    keepBadges(session, guiding.jump),
    keepToolbar(session, false),
    effect(() => {
      const wanted = settings.value.sidebar && ((session.thread.value !== null && isMarked.value) || session.health.value !== null);
      // What the sidebar reads while it is drawn is its own affair.
      if (wanted) unmount ??= untracked(() => mountSidebar(session, actions));
      else unmount = unmount?.() ?? null;
    }),
    openWhereThereIsRoom(session, isMarked),
    onMessage('turnSidebar', async () => {
      const open = settings.value.sidebar && sidebarOpen.value;
      if (!settings.value.sidebar) await changeSettings({ sidebar: true });
      await turnSidebar(!open);
    }),
    onMessage('describe', () => describeSession(session, false)),
    onMessage('diagnose', diagnose),
    onMessage('export', () => exportedFile(session)),
    onMessage('showFrame', ({ data }) => {
      framed = following.take(data);
    }),
  ];
  if (isRequested()) following.readAnyway();
  // A frame may have been read before this page was.
  sendMessage('askFrames', { jump: null }).catch(() => {});
  return () => {
    leaving.abort();
    unmount?.();
    guiding.stop();
    removeBadges();
    // Last, since an extension that was updated can no longer take its listeners back.
    for (const stop of stops) stop();
  };
}
