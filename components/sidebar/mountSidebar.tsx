import { effect } from '@preact/signals';
import { render } from 'preact';
import { pageTheme } from '../../utils/page/theme.ts';
import type { Session } from '../../utils/session/session.ts';
import type { Actions } from './actions.ts';
import { Sidebar } from './Sidebar.tsx';
import css from './sidebar.css?inline';

/** Shows the sidebar beside the page's own content, of which it touches nothing. Returns how to take it away. */
export function mountSidebar(session: Session, actions: Actions): () => void {
  // An earlier version of the extension may have been cut off from the page before it could take its own away.
  for (const old of document.querySelectorAll('[data-standpoint="sidebar"]')) old.remove();
  const host = document.createElement('div');
  host.dataset.standpoint = 'sidebar';
  const style = document.createElement('style');
  style.textContent = css;
  const view = document.createElement('div');
  host.attachShadow({ mode: 'open' }).append(style, view);
  // What is typed here is not meant for the page's hotkeys.
  for (const type of ['keydown', 'keypress', 'keyup']) host.addEventListener(type, (event) => event.stopPropagation());
  render(<Sidebar session={session} actions={actions} />, view);
  const stop = effect(() => {
    host.dataset.state = session.state.value;
    // Asked for, so that this runs again: a page may change its colours as it changes what it shows.
    void session.reading.value;
    host.dataset.theme = pageTheme();
    // After the body; put back where a page has replaced its whole document.
    if (host.parentNode !== document.documentElement) document.documentElement.append(host);
  });
  return () => {
    stop();
    render(null, view);
    host.remove();
  };
}
