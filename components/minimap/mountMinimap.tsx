import { effect, signal } from '@preact/signals';
import { isTaken, type ReadingPosition } from '../../utils/page/index.ts';
import { settings } from '../../utils/reader/index.ts';
import type { Session } from '../../utils/session/index.ts';
import { mountInPage } from '../shared/mountInPage.tsx';
import { Minimap } from './Minimap.tsx';
import css from './minimap.css?inline';

/** What the map takes of the page's edge, in CSS pixels. */
const WIDTH = 14;

/** The page is at rest so many milliseconds after it was scrolled. */
const REST_MS = 200;

/** Shows the map of the comments at the edge of the page. Returns how to take it away. */
export function mountMinimap(session: Session, position: ReadingPosition, jump: (id: string, smooth: boolean) => void): () => void {
  /** How often the page came to rest: other parts of it then stand at its edge. */
  const rests = signal(0);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = effect(() => {
    void position.view.value;
    clearTimeout(timer);
    timer = setTimeout(() => {
      rests.value += 1;
    }, REST_MS);
  });
  /** Where the comments stood, and the side, when something was found at the edge: until that changes the map does not come back. */
  let found = '';
  let foundIn = position.layout.peek();
  const unmount = mountInPage({
    name: 'minimap',
    css,
    view: <Minimap session={session} position={position} jump={jump} />,
    update(host) {
      // The page may have changed its colours, or got a scrollbar, whenever it was measured.
      const layout = position.layout.value;
      void rests.value;
      const scrolls = document.documentElement.scrollHeight > innerHeight;
      // Only in the page's margin: never on what is read.
      const side = settings.value.sidebarSide === 'left' ? 'right' : 'left';
      if ((found !== side || foundIn !== layout) && isTaken(side, WIDTH)) [found, foundIn] = [side, layout];
      host.dataset.room = found === side && foundIn === layout ? 'none' : 'some';
      host.dataset.scrollbar = scrolls && innerWidth === document.documentElement.clientWidth ? 'over' : 'beside';
    },
  });
  return () => {
    stop();
    clearTimeout(timer);
    unmount();
  };
}
