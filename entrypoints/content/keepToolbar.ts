import { effect } from '@preact/signals';
import { type PageState, sendMessage } from '../../utils/messaging/index.ts';
import { describeSession, type Session } from '../../utils/session/index.ts';

/** Keeps the toolbar's button as the session is. Returns how to stop, which leaves it saying that nothing is read here. */
export function keepToolbar(session: Session, inFrame: boolean): () => void {
  // An extension that was updated hears no more of its old scripts.
  const tell = async (page: PageState | null) => sendMessage('tellToolbar', page).catch(() => {});
  const stop = effect(() => void tell(describeSession(session, inFrame)));
  return () => {
    stop();
    tell(null).catch(() => {});
  };
}
