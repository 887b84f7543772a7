import { effect, signal } from '@preact/signals';
import { type Chunked, runChunked } from '../../utils/chunked.ts';
import { isTaken, type ReadingPosition, whenIdle } from '../../utils/page/index.ts';
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
  let looking = new AbortController();
  function* look(host: HTMLElement, side: 'left' | 'right', layout: typeof foundIn): Chunked<void> {
    const scrolls = document.documentElement.scrollHeight > innerHeight;
    if ((found !== side || foundIn !== layout) && (yield* isTaken(side, WIDTH))) [found, foundIn] = [side, layout];
    set(host, 'room', found === side && foundIn === layout ? 'none' : 'some');
    set(host, 'scrollbar', scrolls && innerWidth === document.documentElement.clientWidth ? 'over' : 'beside');
  }
  const unmount = mountInPage({
    name: 'minimap',
    css,
    view: <Minimap session={session} position={position} jump={jump} />,
    update(host) {
      // The page may have changed its colours, or got a scrollbar, whenever it was measured.
      const layout = position.layout.value;
      void rests.value;
      // Only in the page's margin: never on what is read.
      const side = settings.value.sidebarSide === 'left' ? 'right' : 'left';
      looking.abort();
      looking = new AbortController();
      const { signal } = looking;
      whenIdle(() => !signal.aborted && runChunked(look(host, side, layout), signal, whenIdle));
    },
  });
  return () => {
    stop();
    clearTimeout(timer);
    looking.abort();
    unmount();
  };
}

function set(host: HTMLElement, name: 'room' | 'scrollbar', value: string): void {
  if (host.dataset[name] !== value) host.dataset[name] = value;
}
