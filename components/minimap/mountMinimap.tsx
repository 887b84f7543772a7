import { effect } from '@preact/signals';
import { render } from 'preact';
import type { Spots } from '../../utils/page/positions.ts';
import { pageTheme } from '../../utils/page/theme.ts';
import type { Session } from '../../utils/session/session.ts';
import { Minimap } from './Minimap.tsx';
import css from './minimap.css?inline';

/** Shows the map of the comments at the edge of the page, of which it touches nothing. Returns how to take it away. */
export function mountMinimap(session: Session, spots: Spots, jump: (id: string, smooth: boolean) => void): () => void {
  for (const old of document.querySelectorAll('[data-standpoint="minimap"]')) old.remove();
  const host = document.createElement('div');
  host.dataset.standpoint = 'minimap';
  const style = document.createElement('style');
  style.textContent = css;
  const view = document.createElement('div');
  host.attachShadow({ mode: 'open' }).append(style, view);
  render(<Minimap session={session} spots={spots} jump={jump} />, view);
  const stop = effect(() => {
    // The page may have changed its colours, or got a scrollbar, whenever it was measured.
    void spots.places.value;
    host.dataset.theme = pageTheme();
    const scrolls = document.documentElement.scrollHeight > innerHeight;
    host.dataset.scrollbar = scrolls && innerWidth === document.documentElement.clientWidth ? 'over' : 'beside';
    if (host.parentNode !== document.documentElement) document.documentElement.append(host);
  });
  return () => {
    stop();
    render(null, view);
    host.remove();
  };
}
