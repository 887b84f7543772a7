import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { pageTheme } from '../../utils/page/theme.ts';
import type { Session } from '../../utils/session/session.ts';
import { Guide } from './Announcer.tsx';
import css from './announcer.css?inline';

/** So long what was said stays to be read, in milliseconds. */
const LINGER = 4000;

/** What tells the reader where keys have led, and which there are. */
export interface Guidance {
  say(words: string): void;
  showKeys(): void;
  isOpen(): boolean;
  remove(): void;
}

export function mountGuide(session: Session): Guidance {
  for (const old of document.querySelectorAll('[data-standpoint="guide"]')) old.remove();
  const host = document.createElement('div');
  host.dataset.standpoint = 'guide';
  const style = document.createElement('style');
  style.textContent = css;
  const view = document.createElement('div');
  host.attachShadow({ mode: 'open' }).append(style, view);
  for (const type of ['keydown', 'keypress', 'keyup']) host.addEventListener(type, (event) => event.stopPropagation());
  const said = signal({ words: '', turn: 0 });
  const open = signal(false);
  const close = () => {
    open.value = false;
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  render(<Guide said={said} open={open} close={close} />, view);
  const stop = effect(() => {
    void session.reading.value;
    host.dataset.theme = pageTheme();
    if (host.parentNode !== document.documentElement) document.documentElement.append(host);
  });
  return {
    say(words) {
      clearTimeout(timer);
      const { turn } = said.value;
      said.value = { words, turn: turn + 1 };
      timer = setTimeout(() => {
        said.value = { words: '', turn: turn + 1 };
      }, LINGER);
    },
    showKeys() {
      open.value = true;
    },
    isOpen: () => open.value,
    remove() {
      clearTimeout(timer);
      stop();
      render(null, view);
      host.remove();
    },
  };
}
