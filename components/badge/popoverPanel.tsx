import { effect, signal, untracked } from '@preact/signals';
import { render } from 'preact';
import { findWords, markSentence } from '../../utils/page/index.ts';
import type { Evidence, Stance, Verdict } from '../../utils/stance/index.ts';
import { t } from '../../utils/texts/index.ts';
import { decisiveSentence } from './decisiveSentence.ts';
import { placeOf } from './placePopover.ts';
import css from './popover.css?inline';
import { type Explanation, Why } from './Why.tsx';

/** What a popover asks for and what can be done in it. */
export interface Reasons {
  /** Asked while a popover is open; may read signals. */
  why(comment: string): Explanation | null;
  /** The sentences that speak most for a comment's stance, which are worked out when somebody asks. Absent where nobody can. */
  weigh?(comment: string): Promise<Evidence[]>;
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

/** Opens the explanation of a badge beside it; `pinned` where the reader asked for it by key or press, so that it takes the focus. */
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
  let isDeleted = false;
  const correct = (stance: Stance | null) => {
    // Nobody can tell where words stand that are gone; what was set before they went can be taken back.
    if (!isDeleted || stance === null) reasons.correct(id, stance);
  };
  const holdsFocus = () => element.contains(badge.shadowRoot?.activeElement ?? null);
  const focus = () => (element.querySelector<HTMLElement>('[aria-pressed="true"]') ?? element.querySelector('button'))?.focus();
  let unmark = () => {};
  /** What it leaves to be read: the comment's words, then the sentence marked in them. */
  let about: (Element | Range)[] = [];
  const evidence = signal<Evidence[]>([]);
  let weighed: string | null = null;
  /** Asks once for what the badge says of these words. */
  const weigh = ({ stance, because, evidence: known }: Verdict, text: string) => {
    const asked = `${stance} ${text}`;
    if (asked === weighed) return;
    weighed = asked;
    evidence.value = [];
    if (known.length > 0 || stance === 'unsure' || because !== 'words') return;
    reasons.weigh?.(id).then(
      (found) => {
        if (asked === weighed) evidence.value = found;
      },
      // The popover says what is known without it.
      () => {},
    );
  };
  const stop = effect(() => {
    const known = reasons.why(id);
    if (!known) return;
    isDeleted = known.comment.deleted;
    untracked(() => weigh(known.opening, known.comment.text));
    const explanation = evidence.value.length > 0 ? { ...known, opening: { ...known.opening, evidence: evidence.value } } : known;
    render(
      <Why {...explanation} reachable={reachable.value} correct={correct} showModel={reasons.showModel} jump={reasons.jump} />,
      element,
    );
    const { comment, opening } = explanation;
    unmark();
    unmark = () => {};
    const body = badge.parentElement && findWords(badge.parentElement, comment.text);
    const marked = body && markSentence(badge, body, comment.text, decisiveSentence(comment.text, opening));
    unmark = marked?.unmark ?? unmark;
    about = [...(body ? [body] : []), ...(marked?.range ? [marked.range] : [])];
    place(button, element, about);
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
      place(button, element, about);
      return true;
    },
    close() {
      // Before it goes: within the badge the focus moves unheard, and does not open it again.
      if (holdsFocus()) button.focus();
      weighed = null;
      stop();
      unmark();
      render(null, element);
      element.remove();
      style.remove();
      button.setAttribute('aria-expanded', 'false');
    },
  };
}

function place(button: HTMLElement, popover: HTMLElement, about: readonly (Element | Range)[]): void {
  const size = { width: popover.offsetWidth, height: popover.offsetHeight };
  const avoided = about.map((one) => one.getBoundingClientRect()).filter(({ width, height }) => width > 0 && height > 0);
  const { left, top } = placeOf(button.getBoundingClientRect(), size, avoided, { width: innerWidth, height: innerHeight });
  popover.style.left = `${left}px`;
  popover.style.top = `${top}px`;
}
