import type { Theme } from '../../utils/page/theme.ts';
import type { Settings } from '../../utils/reader/settings.ts';
import type { Label, Proposition, Verdict } from '../../utils/stance/verdict.ts';
import { shownAs } from '../../utils/stance/verdict.ts';
import { describeConfidence, describeReason, wordOf } from '../../utils/texts/stanceTexts.ts';
import { t } from '../../utils/texts/texts.ts';
import type { Comment } from '../../utils/thread/thread.ts';
import { createIcon } from '../shared/icons.ts';
import css from './badge.css?inline';

// A thread may hold 10,000 badges: each is plain nodes cloned from one template per word, without listeners or a tree of components.
// Equal style elements share one parsed sheet in every browser; adopted sheets would be dearer to read and fail in Firefox.
const templates = new Map<string, DocumentFragment>();

/** What all badges of a page have in common. */
export interface Look {
  theme: Theme;
  density: Settings['density'];
  /** What the thread claims or asks decides what the stances are called. */
  kind: Proposition['kind'];
}

function contentOf(icon: Label, word: string): DocumentFragment {
  const key = `${icon} ${word}`;
  let template = templates.get(key);
  if (!template) {
    template = document.createDocumentFragment();
    const words = document.createElement('span');
    words.textContent = word;
    template.append(createIcon(icon), words);
    templates.set(key, template);
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
  button.setAttribute('aria-haspopup', 'dialog');
  button.setAttribute('aria-expanded', 'false');
  badge.attachShadow({ mode: 'open' }).append(style, button);
  return badge;
}

export function buttonOf(badge: HTMLElement): HTMLButtonElement | null {
  return badge.shadowRoot?.querySelector('button') ?? null;
}

/** Makes a badge say a verdict, and whether its comment is new to the reader. Does nothing where it says so already. */
export function paintBadge(badge: HTMLElement, comment: Comment, verdict: Verdict, { theme, density, kind }: Look, fresh = false): void {
  const button = buttonOf(badge);
  if (!button) return;
  const icon = shownAs(verdict.stance, kind);
  const word = wordOf(verdict.stance, kind, comment.text);
  if (button.dataset.look !== icon || button.querySelector('span')?.textContent !== word) button.replaceChildren(contentOf(icon, word));
  set(badge, 'data-stance', verdict.stance);
  set(badge, 'data-confidence', verdict.confidence.toFixed(2));
  set(badge, 'data-theme', theme);
  set(badge, 'data-density', density);
  badge.toggleAttribute('data-fresh', fresh);
  set(button, 'data-look', icon);
  set(button, 'data-set', verdict.because === 'reader' ? 'reader' : 'model');
  const sure = verdict.stance === 'unsure' ? '0' : verdict.confidence.toFixed(2);
  if (button.style.getPropertyValue('--sure') !== sure) button.style.setProperty('--sure', sure);
  set(button, 'aria-label', `Standpoint: ${word}${aside(comment, verdict)}${fresh ? `. ${t('since.badge')}` : ''}`);
}

/** What is not seen in a badge but heard: how sure it is, or why there is nothing to be sure of. */
function aside(comment: Comment, verdict: Verdict): string {
  if (verdict.stance === 'unsure') return '';
  if (verdict.stance === 'unread') return `. ${describeReason(verdict, comment)}`;
  return `, ${describeConfidence(verdict)}`;
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
