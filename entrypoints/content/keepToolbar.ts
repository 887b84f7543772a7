import { effect } from '@preact/signals';
import { sendMessage } from '../../utils/messaging/channel.ts';
import type { PageState } from '../../utils/messaging/pageState.ts';
import { describeSession } from '../../utils/session/describe.ts';
import type { Session } from '../../utils/session/session.ts';

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
