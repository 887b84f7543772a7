import { signal } from '@preact/signals';
import type { Session } from '../../utils/session/index.ts';
import { mountInPage } from '../shared/mountInPage.tsx';
import { Announcer } from './Announcer.tsx';
import css from './announcer.css?inline';

/** So long what was said stays to be read, in milliseconds. */
const LINGER = 4000;

/** What tells the reader where keys have led, and which there are. */
export interface MountedAnnouncer {
  say(text: string): void;
  showKeys(): void;
  isOpen(): boolean;
  remove(): void;
}

/** Puts into the page the line that screen readers speak, and the list of keys. */
export function mountAnnouncer(session: Session): MountedAnnouncer {
  const said = signal({ text: '', turn: 0 });
  const open = signal(false);
  const close = () => {
    open.value = false;
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const unmount = mountInPage({
    // As earlier versions call it too: what one of them left in the page is found by it and removed.
    name: 'guide',
    css,
    view: <Announcer said={said} open={open} close={close} />,
    keepsKeys: true,
    update() {
      // Asked for, so that this runs again: a page may change its colours as it changes what it shows.
      void session.reading.value;
    },
  });
  return {
    say(text) {
      clearTimeout(timer);
      const { turn } = said.value;
      said.value = { text, turn: turn + 1 };
      timer = setTimeout(() => {
        said.value = { text: '', turn: turn + 1 };
      }, LINGER);
    },
    showKeys() {
      open.value = true;
    },
    isOpen: () => open.value,
    remove() {
      clearTimeout(timer);
      unmount();
    },
  };
}
