import { effect } from '@preact/signals';
import { removeBadges } from '../../components/badge/showBadges.tsx';
import { onMessage, sendMessage } from '../../utils/messaging/index.ts';
import { jump } from '../../utils/page/index.ts';
import { whenCorrected } from '../../utils/reader/index.ts';
import { createSession, describeSession, exportedFile, readAlong } from '../../utils/session/index.ts';
import { keepBadges } from './keepBadges.ts';
import { keepToolbar } from './keepToolbar.ts';

/**
 * Reads the thread in a frame of another site's page and shows its badges here; what was read goes to the page around, whose sidebar sums
 * it up where the extension may run there. Returns how to leave the frame as it was.
 */
export function showFrame(): () => void {
  const leaving = new AbortController();
  const session = createSession();
  const following = readAlong(session, document, leaving.signal);
  const tell = () => {
    const { thread, raw, pending, hold, failure } = session;
    if (!thread.value) return;
    const state = { thread: thread.value, scored: raw.value, pending: pending.value, hold: hold.value, failure: failure.value };
    // Nobody may be there to hear it.
    sendMessage('tellPage', state).catch(() => {});
  };
  const stops = [
    whenCorrected(session.thread, following.retry),
    keepBadges(session),
    keepToolbar(session, true),
    effect(tell),
    onMessage('describe', () => describeSession(session, true)),
    onMessage('export', () => exportedFile(session)),
    onMessage('tellAgain', tell),
    onMessage('jump', ({ data: id }) => jump(session.reading.value, id)),
  ];
  return () => {
    leaving.abort();
    for (const stop of stops) stop();
    removeBadges();
  };
}
