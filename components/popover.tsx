import { effect } from '@preact/signals';
import { render } from 'preact';
import { badgeOf, buttonOf } from './badge.ts';
import css from './popover.css?inline';
import { Why, type WhyProps } from './Why.tsx';

// One popover at a time, in the shadow root of the badge it explains and in the browser's top layer, where nothing of the page clips it.
// The document listens once for all badges; a click on a badge never reaches the page, which might fold the comment or follow a link.

const PATIENCE = 150;
const GRACE = 250;
const MARGIN = 8;

interface Opened {
  badge: HTMLElement;
  style: HTMLElement;
  popover: HTMLElement;
  /** Opened by a tap, a click or the keyboard: stays wherever the pointer goes, also when the page scrolls beneath it. */
  pinned: boolean;
  stop: () => void;
}

/** Lets badges explain themselves on hover, focus and tap. `why` is asked while a popover is open and may read signals. */
export function followBadges(why: (comment: string) => WhyProps | null): () => void {
  let opened: Opened | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const close = () => {
    clearTimeout(timer);
    if (!opened) return;
    const { badge, style, popover, stop } = opened;
    opened = null;
    stop();
    render(null, popover);
    popover.remove();
    style.remove();
    buttonOf(badge)?.setAttribute('aria-expanded', 'false');
    buttonOf(badge)?.removeAttribute('aria-describedby');
  };

  const open = (badge: HTMLElement, pinned: boolean) => {
    clearTimeout(timer);
    if (opened?.badge === badge) {
      opened.pinned ||= pinned;
      return;
    }
    close();
    const button = buttonOf(badge);
    if (!button) return;
    const popover = document.createElement('div');
    popover.id = 'why';
    popover.setAttribute('role', 'tooltip');
    popover.setAttribute('popover', 'manual');
    // Takes the focus when its words are selected, which would else be lost by the badge and close it.
    popover.tabIndex = -1;
    const style = document.createElement('style');
    style.textContent = css;
    button.after(style, popover);
    button.setAttribute('aria-expanded', 'true');
    button.setAttribute('aria-describedby', popover.id);
    popover.showPopover?.();
    const stop = effect(() => {
      const props = why(badge.dataset.comment ?? '');
      if (!props) return;
      render(<Why {...props} />, popover);
      place(button, popover);
    });
    opened = { badge, style, popover, pinned, stop };
  };

  const later = (delay: number, act: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(act, delay);
  };

  const listening = new AbortController();
  const on = <Type extends keyof DocumentEventMap>(type: Type, act: (event: DocumentEventMap[Type]) => void) =>
    document.addEventListener(type, act, { capture: true, signal: listening.signal });

  on('pointerover', (event) => {
    if (event.pointerType === 'touch') return;
    const badge = badgeOf(event);
    if (badge) later(opened ? 0 : PATIENCE, () => open(badge, false));
    else if (!opened) clearTimeout(timer);
    else if (!opened.pinned) later(GRACE, close);
  });
  on('focusin', (event) => {
    const badge = badgeOf(event);
    if (badge && buttonOf(badge)?.matches(':focus-visible')) open(badge, true);
  });
  on('focusout', (event) => {
    if (opened && badgeOf(event) === opened.badge) close();
  });
  on('pointerdown', (event) => {
    if (opened && badgeOf(event) !== opened.badge) close();
  });
  on('click', (event) => {
    const badge = badgeOf(event);
    if (!badge) return;
    event.preventDefault();
    event.stopPropagation();
    if (opened && event.composedPath().includes(opened.popover)) return;
    if (opened?.badge === badge && opened.pinned) close();
    else open(badge, true);
  });
  on('keydown', (event) => {
    const pressed = (event.key === 'Enter' || event.key === ' ') && badgeOf(event);
    const dismissed = event.key === 'Escape' && opened;
    // The page shall not take the same key for a command of its own.
    if (pressed || dismissed) event.stopPropagation();
    if (dismissed) close();
  });
  const move = () => {
    const button = opened && buttonOf(opened.badge);
    if (opened && button?.isConnected) place(button, opened.popover);
    else close();
  };
  on('scroll', move);
  addEventListener('resize', move, { signal: listening.signal });

  return () => {
    listening.abort();
    close();
  };
}

/** Above its button, where it leaves the comment to be read, or below where there is no room; never beyond the edges of the window. */
function place(button: HTMLElement, popover: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const above = at.top - MARGIN - popover.offsetHeight;
  popover.style.top = `${above >= 0 ? above : at.bottom + MARGIN}px`;
  popover.style.left = `${Math.max(MARGIN, Math.min(at.left, innerWidth - popover.offsetWidth - MARGIN))}px`;
}
