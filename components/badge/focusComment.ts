import { buttonOf } from './badge.ts';

/** What takes the focus on comments that have no badge: an element of ours, never one of the page. */
const footings = new Map<Element, HTMLElement>();

/**
 * Moves the focus to a comment's badge, so that the keyboard goes on from there. `holder` is the element that the badge stands in;
 * `text` is what is heard where it has none.
 */
export function focusComment(holder: Element, text: string): void {
  const badge = holder.querySelector<HTMLElement>(':scope > [data-standpoint="badge"]');
  const target = (badge && buttonOf(badge)) ?? footingOn(holder, text);
  // The badge's popover opens when the focus comes to it, and would lie over what the reader came to read.
  const hush = (event: Event) => event.stopImmediatePropagation();
  addEventListener('focusin', hush, true);
  target.focus({ preventScroll: true });
  removeEventListener('focusin', hush, true);
}

/** Takes back what was put on comments without a badge. */
export function removeFootings(): void {
  for (const footing of footings.values()) footing.remove();
  footings.clear();
}

function footingOn(holder: Element, text: string): HTMLElement {
  let footing = footings.get(holder);
  if (!footing) {
    footing = document.createElement('span');
    footing.dataset.standpoint = 'footing';
    footing.tabIndex = -1;
    footing.setAttribute('role', 'note');
    // Out of the flow, so that nothing of the page moves.
    footing.style.cssText = 'all: initial; position: absolute; outline: none;';
    footings.set(holder, footing);
  }
  footing.setAttribute('aria-label', text);
  if (footing.parentNode !== holder) holder.append(footing);
  return footing;
}
