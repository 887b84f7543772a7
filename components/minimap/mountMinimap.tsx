import type { ReadingPosition } from '../../utils/page/positions.ts';
import type { Session } from '../../utils/session/session.ts';
import { mountInPage } from '../shared/mountInPage.tsx';
import { Minimap } from './Minimap.tsx';
import css from './minimap.css?inline';

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
      host.dataset.scrollbar = scrolls && innerWidth === document.documentElement.clientWidth ? 'over' : 'beside';
    },
  });
}
