import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { findWords } from '../../utils/page/findText.ts';
import { markWords } from '../../utils/page/textRanges.ts';
import type { Stance } from '../../utils/stance/verdict.ts';
import { t } from '../../utils/texts/texts.ts';
import css from './popover.css?inline';
import { type Explanation, Why } from './Why.tsx';

const MARGIN = 8;

/** What a popover asks for and what can be done in it. */
export interface Reasons {
  /** Asked while a popover is open; may read signals. */
  why(comment: string): Explanation | null;
  /** Sets a comment's stance; `null` takes that back. */
  correct(comment: string, stance: Stance | null): void;
  showModel(): void;
  /** Goes to a comment. */
  jump(comment: string): void;
}

/** The popover of one badge: in its shadow root and in the browser's top layer, where nothing of the page clips it. */
export interface Panel {
  badge: HTMLElement;
  /** The element, for telling what happens inside it. */
  element: HTMLElement;
  /** Opened by a tap, a click or the keyboard: stays wherever the pointer goes, also when the page scrolls beneath it. */
  pinned: boolean;
  correct(stance: Stance | null): void;
  /** Takes the keyboard to the first button within. */
  stepIn(): void;
  /** Puts it beside its badge again; `false` where the badge is gone. */
  place(): boolean;
  close(): void;
}

export function openPanel(badge: HTMLElement, button: HTMLButtonElement, pinned: boolean, reasons: Reasons): Panel {
  const id = badge.dataset.comment ?? '';
  const element = document.createElement('div');
  element.id = 'why';
  element.setAttribute('role', 'dialog');
  element.setAttribute('aria-label', t('why.label'));
  element.setAttribute('popover', 'manual');
  // Takes the focus when its words are selected, which would else be lost by the badge and close it.
  element.tabIndex = -1;
  // A tap in here is not one on the comment, nor on a link that the badge may stand in.
  element.addEventListener('click', (event) => {
    event.preventDefault();
    event.stopPropagation();
  });
  const style = document.createElement('style');
  style.textContent = css;
  button.after(style, element);
  button.setAttribute('aria-expanded', 'true');
  element.showPopover?.();
  const reachable = signal(false);
  const correct = (stance: Stance | null) => reasons.correct(id, stance);
  const holdsFocus = () => element.contains(badge.shadowRoot?.activeElement ?? null);
  const focus = () => (element.querySelector<HTMLElement>('[aria-pressed="true"]') ?? element.querySelector('button'))?.focus();
  let unmark = () => {};
  let below = false;
  const stop = effect(() => {
    const explanation = reasons.why(id);
    if (!explanation) return;
    render(
      <Why {...explanation} reachable={reachable.value} correct={correct} showModel={reasons.showModel} jump={reasons.jump} />,
      element,
    );
    const { comment, opening } = explanation;
    unmark();
    const words = badge.parentElement && findWords(badge.parentElement, comment.text);
    if (words && opening.because !== 'reader') unmark = markWords(badge, words, comment.text, opening.evidence);
    below = words !== null && words.getBoundingClientRect().top < button.getBoundingClientRect().top;
    place(button, element, below);
    // The button that was pressed may be gone.
    if (reachable.value && !holdsFocus()) focus();
  });
  return {
    badge,
    element,
    pinned,
    correct,
    stepIn() {
      reachable.value = true;
    },
    place() {
      if (!button.isConnected) return false;
      place(button, element, below);
      return true;
    },
    close() {
      // Before it goes: within the badge the focus moves unheard, and does not open it again.
      if (holdsFocus()) button.focus();
      stop();
      unmark();
      render(null, element);
      element.remove();
      style.remove();
      button.setAttribute('aria-expanded', 'false');
    },
  };
}

/** Where it leaves the comment to be read and there is room: above its button, or below; never beyond the edges of the window. */
function place(button: HTMLElement, popover: HTMLElement, below: boolean): void {
  const at = button.getBoundingClientRect();
  const high = at.top - MARGIN - popover.offsetHeight;
  const low = at.bottom + MARGIN;
  const lowest = innerHeight - MARGIN - popover.offsetHeight;
  const goesLow = below ? low <= lowest || high < 0 : high < 0;
  popover.style.top = `${goesLow ? Math.max(MARGIN, Math.min(low, lowest)) : high}px`;
  popover.style.left = `${Math.max(MARGIN, Math.min(at.left, innerWidth - popover.offsetWidth - MARGIN))}px`;
}
