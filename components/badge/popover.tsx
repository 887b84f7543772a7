import { isTrusted } from '../../utils/page/index.ts';
import { badgeOf, buttonOf, leadOf } from './badge.ts';
import { stanceOfKey } from './Correct.tsx';
import { openPanel, type Panel, type Reasons } from './popoverPanel.tsx';
import { badgeByKey, stopAt, stopInView } from './tabStop.ts';

// One popover at a time. The document listens once for all badges; a click on a badge never reaches the page, which might fold the
// comment or follow a link.

const HOVER_MS = 150;
const GRACE = 250;

/** Lets badges explain themselves on hover, focus and tap, and be put right by click and by key. */
export function openPopovers(reasons: Reasons): () => void {
  let opened: Panel | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const close = () => {
    clearTimeout(timer);
    const panel = opened;
    opened = null;
    panel?.close();
  };

  const open = (badge: HTMLElement, pinned: boolean) => {
    clearTimeout(timer);
    if (opened?.badge === badge) {
      opened.pinned ||= pinned;
      return;
    }
    close();
    // There is nothing to explain before the model has read the comment.
    const button = badge.hasAttribute('data-pending') ? null : buttonOf(badge);
    if (button) opened = openPanel(badge, button, pinned, reasons);
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
    showMark(badge ?? nearestBadge(event.target));
    if (badge) later(opened ? 0 : HOVER_MS, () => open(badge, false));
    else if (!opened) clearTimeout(timer);
    else if (!opened.pinned) later(GRACE, close);
  });
  on('focusin', (event) => {
    const badge = badgeOf(event);
    if (badge) stopAt(badge);
    if (badge && buttonOf(badge)?.matches(':focus-visible')) open(badge, true);
  });
  on('focusout', (event) => {
    if (opened && badgeOf(event) === opened.badge) close();
  });
  on('pointerdown', (event) => {
    // A finger hovers nowhere: the comment that it touches has its mark seen.
    if (event.pointerType === 'touch') showMark(badgeOf(event) ?? nearestBadge(event.target));
    if (opened && badgeOf(event) !== opened.badge) close();
  });
  on('click', (event) => {
    const badge = badgeOf(event);
    if (!badge) return;
    if (opened && event.composedPath().includes(opened.element)) {
      opened.pinned = true;
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const lead = leadOf(badge);
    if (lead?.dataset.to && event.composedPath().includes(lead)) {
      close();
      return reasons.jump(lead.dataset.to);
    }
    // A click without a pointer is a key: it goes into what is open, a tap closes it.
    const byKey = event.detail === 0;
    if (opened?.badge === badge && opened.pinned && !byKey) close();
    else open(badge, true);
    if (byKey) opened?.stepIn();
  });
  on('keydown', (event) => {
    const stance = opened && isTrusted(event) && !isTyping(event) ? stanceOfKey(event.key) : undefined;
    const from = badgeOf(event);
    if (event.key === 'Tab' && !from) stopInView();
    const next = from && event.composedPath()[0] === buttonOf(from) && !isTyping(event) ? badgeByKey(event.key, from) : null;
    if (next) {
      event.preventDefault();
      buttonOf(next)?.focus();
    }
    const pressed = (event.key === 'Enter' || event.key === ' ') && badgeOf(event);
    const dismissed = event.key === 'Escape' && opened;
    // The page shall not take the same key for a command of its own.
    if (pressed || dismissed || next || stance !== undefined) event.stopPropagation();
    if (stance !== undefined) {
      event.preventDefault();
      opened?.correct(stance);
    }
    if (dismissed) close();
  });
  const move = () => {
    if (!opened?.place()) close();
  };
  on('scroll', move);
  addEventListener('resize', move, { signal: listening.signal });

  return () => {
    listening.abort();
    showMark(null);
    close();
  };
}

/** The comment that the pointer is on, or that was touched last, has its mark seen, also where it has nothing to say. */
let near: HTMLElement | null = null;
function showMark(badge: HTMLElement | null): void {
  if (badge === near) return;
  near?.removeAttribute('data-near');
  badge?.setAttribute('data-near', '');
  near = badge;
}

/** So far up from what the pointer is on its comment is looked for: a whole list of comments is not one. */
const CLIMB = 8;

/** The badge of the comment that an element of the page stands in: the first one in the smallest element around that holds any. */
function nearestBadge(target: EventTarget | null): HTMLElement | null {
  let around = target instanceof Element ? target : null;
  for (let level = 0; around && level < CLIMB; level += 1, around = around.parentElement) {
    const badge = around.querySelector<HTMLElement>('[data-standpoint="badge"]');
    if (badge) return badge;
  }
  return null;
}

/** Whether a key is meant for a field, or for a command of the browser. */
function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  const [target] = event.composedPath();
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}
