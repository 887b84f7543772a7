import { effect } from '@preact/signals';
import { type PageState, sendMessage } from '../../utils/messaging/index.ts';
import { type Session, toolbarState } from '../../utils/session/index.ts';

/** Keeps the toolbar's button as the session is. Returns how to stop, which leaves it saying that nothing is read here. */
export function keepToolbar(session: Session, inFrame: boolean): () => void {
  // An extension that was updated hears no more of its old scripts.
  const tell = async (page: PageState | null) => sendMessage('tellToolbar', page).catch(() => {});
  let told = '';
  const stop = effect(() => {
    const page = toolbarState(session, inFrame);
    const now = JSON.stringify(page);
    if (now === told) return;
    told = now;
    tell(page);
  });
  return () => {
    stop();
    tell(null).catch(() => {});
  };
}
