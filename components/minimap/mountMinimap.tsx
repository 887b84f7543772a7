import { isTaken, type ReadingPosition } from '../../utils/page/index.ts';
import { settings } from '../../utils/reader/index.ts';
import type { Session } from '../../utils/session/index.ts';
import { mountInPage } from '../shared/mountInPage.tsx';
import { Minimap } from './Minimap.tsx';
import css from './minimap.css?inline';

/** What the map takes of the page's edge, in CSS pixels. */
const WIDTH = 14;

/** Shows the map of the comments at the edge of the page. Returns how to take it away. */
export function mountMinimap(session: Session, spots: ReadingPosition, jump: (id: string, smooth: boolean) => void): () => void {
  return mountInPage({
    name: 'minimap',
    css,
    view: <Minimap session={session} spots={spots} jump={jump} />,
    update(host) {
      // The page may have changed its colours, or got a scrollbar, whenever it was measured.
      void spots.places.value;
      const scrolls = document.documentElement.scrollHeight > innerHeight;
      // Only in the page's margin: never on what is read.
      const side = settings.value.sidebarSide === 'left' ? 'right' : 'left';
      host.dataset.room = isTaken(side, WIDTH) ? 'none' : 'some';
      host.dataset.scrollbar = scrolls && innerWidth === document.documentElement.clientWidth ? 'over' : 'beside';
    },
  });
}
