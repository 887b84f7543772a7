import type { Theme } from '../../utils/page/index.ts';
import type { Settings } from '../../utils/reader/index.ts';
import { type Label, type Proposition, type Stance, shownLabel } from '../../utils/stance/index.ts';
import { describeConfidence, describeReason, describeTowards, nameInSentence, t, WORDS, wordOf } from '../../utils/texts/index.ts';
import type { Comment } from '../../utils/thread/index.ts';
import { createArrow, createIcon } from '../shared/icons.ts';
import css from './badge.css?inline';
import { type ParentRelation, type Relations, toldOf } from './relations.ts';

// A thread may hold 10,000 badges: each is plain nodes cloned from one template per word, without listeners or a tree of components.
// Equal style elements share one parsed sheet in every browser; adopted sheets would be dearer to read and fail in Firefox.
const templates = new Map<string, DocumentFragment>();

const drawings = new WeakMap<HTMLElement, string>();

/** A name for what a badge draws, which its width depends on. */
export function drawingOf(badge: HTMLElement): string {
  return drawings.get(badge) ?? '';
}

/** What all badges of a page have in common. */
export interface Look {
  theme: Theme;
  density: Settings['density'];
  /** Whether a mark is seen also on comments about which nothing is known. */
  shown: Settings['shown'];
  /** What the thread claims or asks decides what the stances are called. */
  kind: Proposition['kind'];
}

function contentOf(icon: Label, word: string | null): DocumentFragment {
  const key = `${icon} ${word}`;
  let template = templates.get(key);
  if (!template) {
    template = document.createDocumentFragment();
    template.append(...(word === null ? [createArrow()] : []), createIcon(icon), ...(word === null ? [] : [wordsOf(word)]));
    templates.set(key, template);
  }
  return template.cloneNode(true) as DocumentFragment;
}

function wordsOf(text: string): HTMLSpanElement {
  const span = document.createElement('span');
  span.textContent = text;
  return span;
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
  // One of all badges is a stop of the Tab key.
  button.tabIndex = -1;
  button.setAttribute('aria-haspopup', 'dialog');
  button.setAttribute('aria-expanded', 'false');
  badge.attachShadow({ mode: 'open' }).append(style, button);
  return badge;
}

/** What a badge is pressed by; `null` where the page has emptied it. */
export function buttonOf(badge: HTMLElement): HTMLButtonElement | null {
  return badge.shadowRoot?.querySelector('button') ?? null;
}

/**
 * Makes a badge say where its comment stands: towards the opening post where that is known, towards the comment it answers where that is,
 * and nothing where neither is; and whether its comment is new to the reader. Does nothing where it says so already.
 */
export function paintBadge(badge: HTMLElement, comment: Comment, relations: Relations, look: Look, fresh = false): void {
  const button = buttonOf(badge);
  if (!button) return;
  const { opening, parent } = relations;
  const told = toldOf(relations);
  const towardsParent = told.opening === null ? told.parent : null;
  const icon = towardsParent ? towardsParent.verdict.stance : shownLabel(opening.stance, look.kind);
  const word = towardsParent ? null : wordOf(opening.stance, look.kind, comment.text);
  const drawn = `${icon} ${word}`;
  if (button.dataset.drawn !== drawn) button.replaceChildren(contentOf(icon, word));
  set(button, 'data-drawn', drawn);
  // Of a comment that is still to be read nothing is known, as of one that was read in vain.
  set(badge, 'data-stance', opening.stance === 'pending' ? 'unsure' : opening.stance);
  toggle(badge, 'data-pending', opening.stance === 'pending');
  if (parent) set(badge, 'data-parent-stance', parent.verdict.stance);
  else badge.removeAttribute('data-parent-stance');
  toggle(badge, 'data-joined', towardsParent !== null);
  toggle(badge, 'data-quiet', told.opening === null && told.parent === null);
  set(badge, 'data-confidence', opening.confidence.toFixed(2));
  set(badge, 'data-theme', look.theme);
  set(badge, 'data-density', look.density);
  set(badge, 'data-shown', look.shown);
  toggle(badge, 'data-fresh', fresh);
  set(button, 'data-look', icon);
  set(button, 'data-set', opening.because === 'reader' ? 'reader' : 'model');
  const { stance, confidence } = towardsParent?.verdict ?? opening;
  const sure = stance === 'unsure' ? '0' : confidence.toFixed(2);
  if (button.style.getPropertyValue('--sure') !== sure) button.style.setProperty('--sure', sure);
  set(button, 'aria-label', `Standpoint: ${spoken(comment, relations, look.kind)}${fresh ? `. ${t('since.badge')}` : ''}`);
  const towards = told.parent && `${told.parent.verdict.stance} ${told.parent.author}`;
  drawings.set(badge, `${drawn} ${towards} ${look.density}`);
  paintParent(badge, button, told.parent, towardsParent === null);
}

/** The words on the comment that is answered, which lead there. */
function paintParent(badge: HTMLElement, button: HTMLButtonElement, parent: ParentRelation | null, arrow: boolean): void {
  const before = leadOf(badge);
  if (!parent) {
    before?.remove();
    return;
  }
  const text = describeTowards(parent.verdict.stance as Stance, parent);
  const lead = before ?? document.createElement('button');
  set(lead, 'data-look', parent.verdict.stance);
  set(lead, 'data-to', parent.id);
  if (lead.textContent === text && lead.children.length === (arrow ? 2 : 1)) return;
  lead.type = 'button';
  lead.className = 'lead';
  // The popover leads there too, so that the keyboard stops once at a badge.
  lead.tabIndex = -1;
  lead.setAttribute('aria-label', `${text}. ${t('stance.goTo', { name: nameInSentence(parent.author) })}`);
  lead.replaceChildren(...(arrow ? [createArrow()] : []), wordsOf(text));
  if (!before) button.after(lead);
}

/** The part of a badge that leads to the comment answered, if it has one. */
export function leadOf(badge: HTMLElement): HTMLButtonElement | null {
  return badge.shadowRoot?.querySelector<HTMLButtonElement>('.lead') ?? null;
}

/** All that is seen in a badge, and what is not: how sure it is, or why there is nothing to be sure of. */
function spoken(comment: Comment, relations: Relations, kind: Proposition['kind']): string {
  const { opening } = relations;
  const { parent, ...told } = toldOf(relations);
  if (told.opening === null && parent === null) {
    return opening.stance === 'skipped' ? describeReason(opening, comment) : WORDS[opening.stance === 'pending' ? 'pending' : 'unsure'];
  }
  const parts = [
    ...(told.opening ? [`${wordOf(opening.stance, kind, comment.text)}, ${describeConfidence(opening)}`] : []),
    ...(parent ? [`${describeTowards(parent.verdict.stance as Stance, parent)}, ${describeConfidence(parent.verdict)}`] : []),
  ];
  return parts.join('. ');
}

// Whoever watches the page's attributes hears of us only when something changed.
function set(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function toggle(element: Element, name: string, wanted: boolean): void {
  if (element.hasAttribute(name) !== wanted) element.toggleAttribute(name, wanted);
}

/** The badge that an event happened in, if it was one. */
export function badgeOf(event: Event): HTMLElement | undefined {
  const isBadge = (target: EventTarget) => target instanceof HTMLElement && target.dataset.standpoint === 'badge';
  return event.composedPath().find(isBadge) as HTMLElement | undefined;
}
