import type { Label, Verdict } from '../utils/stance/verdict.ts';
import type { Theme } from '../utils/theme.ts';
import css from './badge.css?inline';
import { createIcon } from './icons.ts';
import { describeConfidence, WORDS } from './words.ts';

// A thread may hold 10,000 badges: each is plain nodes cloned from one template per label, without listeners or a tree of components.
// Equal style elements share one parsed sheet in every browser; adopted sheets would be dearer to read and fail in Firefox.
const templates = new Map<Label, DocumentFragment>();

function contentOf(label: Label): DocumentFragment {
  let template = templates.get(label);
  if (!template) {
    template = document.createDocumentFragment();
    const word = document.createElement('span');
    word.textContent = WORDS[label];
    template.append(createIcon(label), word);
    templates.set(label, template);
  }
  return template.cloneNode(true) as DocumentFragment;
}

/** The badge of a comment, still without a verdict. */
export function createBadge(comment: string): HTMLSpanElement {
  const badge = document.createElement('span');
  badge.dataset.standpoint = 'badge';
  badge.dataset.comment = comment;
  const style = document.createElement('style');
  style.textContent = css;
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('aria-expanded', 'false');
  badge.attachShadow({ mode: 'open' }).append(style, button);
  return badge;
}

export function buttonOf(badge: HTMLElement): HTMLButtonElement | null {
  return badge.shadowRoot?.querySelector('button') ?? null;
}

/** Makes a badge say a verdict. Does nothing where it says so already. */
export function paintBadge(badge: HTMLElement, verdict: Verdict, theme: Theme): void {
  const button = buttonOf(badge);
  if (!button) return;
  if (badge.dataset.stance !== verdict.stance) button.replaceChildren(contentOf(verdict.stance));
  const sure = verdict.stance === 'unsure' ? '' : describeConfidence(verdict);
  set(badge, 'data-stance', verdict.stance);
  set(badge, 'data-confidence', verdict.confidence.toFixed(2));
  set(badge, 'data-theme', theme);
  set(button, 'aria-label', `Standpoint: ${WORDS[verdict.stance]}${sure && `, ${sure}`}`);
}

// Whoever watches the page's attributes hears of us only when something changed.
function set(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** The badge that an event happened in, if it was one. */
export function badgeOf(event: Event): HTMLElement | undefined {
  const isBadge = (target: EventTarget) => target instanceof HTMLElement && target.dataset.standpoint === 'badge';
  return event.composedPath().find(isBadge) as HTMLElement | undefined;
}
