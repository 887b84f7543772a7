import { effect } from '@preact/signals';
import { type ComponentChild, render } from 'preact';
import { pageTheme } from '../../utils/page/index.ts';

interface InPage {
  /** Names the host: `data-standpoint`. */
  name: string;
  css: string;
  view: ComponentChild;
  /** Whether what is typed here is not meant for the page's hotkeys. */
  keepsKeys?: boolean;
  /** Brings the host up to date; runs again whenever a signal that it asks for changes, and with it the look for the page's colours. */
  update(host: HTMLElement): void;
}

/** Shows something of ours beside the page's own content, of which it touches nothing, in a shadow root of its own. Returns how to take it away. */
export function mountInPage({ name, css, view, keepsKeys = false, update }: InPage): () => void {
  // An earlier version of the extension may have been cut off from the page before it could take its own away.
  for (const old of document.querySelectorAll(`[data-standpoint="${name}"]`)) old.remove();
  const host = document.createElement('div');
  host.dataset.standpoint = name;
  const style = document.createElement('style');
  style.textContent = css;
  const root = document.createElement('div');
  host.attachShadow({ mode: 'open' }).append(style, root);
  if (keepsKeys) for (const type of ['keydown', 'keypress', 'keyup']) host.addEventListener(type, (event) => event.stopPropagation());
  render(view, root);
  const stop = effect(() => {
    update(host);
    host.dataset.theme = pageTheme();
    // After the body; put back where a page has replaced its whole document.
    if (host.parentNode !== document.documentElement) document.documentElement.append(host);
  });
  return () => {
    stop();
    render(null, root);
    host.remove();
  };
}
