import { effect, untracked } from '@preact/signals';
import { browser } from 'wxt/browser';
import { removeBadges, showBadges } from '../../utils/badges.tsx';
import { saidOf, whenSaid } from '../../utils/corrections.ts';
import { download } from '../../utils/download.ts';
import { exportFile, exportThread } from '../../utils/export.ts';
import { follow } from '../../utils/follow.ts';
import { onMessage, sendMessage } from '../../utils/messages.ts';
import { createSession, type Session } from '../../utils/session.ts';
import { settings } from '../../utils/settings.ts';
import { mountSidebar } from '../../utils/sidebar.tsx';

/** Reads the thread on this page and shows where its comments stand. Returns how to leave the page as it was. */
export function showThread(): () => void {
  const leaving = new AbortController();
  const session = createSession();
  const following = follow(session, document, leaving.signal, (thread) => sendMessage('analyze', { thread, said: saidOf(thread) }));
  const actions = { jump: (id: string) => jump(session, id), download: () => save(session), ...following };
  let unmount: (() => void) | null = null;

  const stops = [
    whenSaid(session.thread, following.retry),
    effect(() => {
      const { reading, analysis } = session;
      if (settings.value.badges && reading.value && analysis.value) showBadges(reading.value, analysis.value);
      else removeBadges();
    }),
    effect(() => {
      const wanted = settings.value.sidebar && (session.thread.value !== null || session.health.value !== null);
      // What the sidebar reads while it is drawn is its own affair.
      if (wanted) unmount ??= untracked(() => mountSidebar(session, actions));
      else unmount = unmount?.() ?? null;
    }),
    onMessage('describe', () => ({
      platform: session.thread.value?.platform ?? null,
      title: session.thread.value?.title ?? document.title,
      state: session.state.value,
      failure: session.failure.value,
      summary: session.summary.value,
      refused: session.refused.value,
    })),
    onMessage('readAnyway', following.readAnyway),
    onMessage('export', () => fileOf(session)),
  ];
  return () => {
    leaving.abort();
    for (const stop of stops) stop();
    unmount?.();
    removeBadges();
  };
}

function fileOf({ thread, analysis, summary }: Session): { name: string; text: string } | null {
  if (!thread.value || !analysis.value || !summary.value) return null;
  const options = { version: browser.runtime.getManifest().version, exportedAt: new Date(), pseudonyms: settings.value.pseudonyms };
  return exportFile(exportThread(thread.value, analysis.value, summary.value, options));
}

function save(session: Session): void {
  const file = fileOf(session);
  if (file) download(file.name, file.text);
}

/** Brings a comment into view; one that this page does not hold opens in a tab of its own. */
function jump(session: Session, id: string): void {
  const { thread, elements } = session.reading.value ?? {};
  const place = elements?.get(id);
  if (!place?.isConnected) {
    // It was read on another page of the thread, or the forum emptied it out.
    const there = thread?.comments.find((comment) => comment.id === id)?.permalink;
    if (there) window.open(there, '_blank', 'noopener');
    return;
  }
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  place.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
}
