import type { Session } from '../../utils/session/index.ts';
import { mountInPage } from '../shared/mountInPage.tsx';
import type { Actions } from './actions.ts';
import { Sidebar } from './Sidebar.tsx';
import css from './sidebarHost.css?inline';

/** Shows the sidebar beside the page's own content. Returns how to take it away. */
export function mountSidebar(session: Session, actions: Actions): () => void {
  return mountInPage({
    name: 'sidebar',
    css,
    view: <Sidebar session={session} actions={actions} />,
    keepsKeys: true,
    update(host) {
      host.dataset.state = session.state.value;
      // Asked for, so that this runs again: a page may change its colours as it changes what it shows.
      void session.reading.value;
    },
  });
}
