/** The keys that walk through a thread. One key each: with Alt and Shift, or alone where the reader wants that. */

/** Where a key leads: to the next comment of a kind, to one place, or to something of ours. */
export const WAYS = [
  'oppose',
  'support',
  'question',
  'unsure',
  'unseen',
  'author',
  'match',
  'comment',
  'parent',
  'top',
  'find',
  'help',
] as const;
export type Way = (typeof WAYS)[number];
export type Keys = Record<Way, string>;

/** None that Chrome, Edge or Firefox, or the extension's own commands, take together with Alt and Shift. */
export const DEFAULT_KEYS: Keys = {
  oppose: 'o',
  support: 'y',
  question: 'q',
  unsure: 'u',
  unseen: 'n',
  author: 'w',
  match: 'm',
  comment: 'j',
  parent: 'p',
  top: 'h',
  find: 'f',
  help: '?',
};

/** The usual keys, save those that the reader chose. */
export function keysOf(chosen: Partial<Keys>): Keys {
  return { ...DEFAULT_KEYS, ...chosen };
}

/** Whether something stored holds keys, as settings hold them. */
export function areKeys(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const all = Object.entries({ ...DEFAULT_KEYS, ...value });
  const known = all.every(([way, key]) => (WAYS as readonly string[]).includes(way) && /^[!-/:-@[-~]$/.test(String(key)));
  return known && new Set(all.map(([, key]) => key)).size === WAYS.length;
}

const ONE_WAY: ReadonlySet<Way> = new Set(['parent', 'top', 'find', 'help']);

/** Whether a way can be gone backwards too. */
export function goesBack(way: Way): boolean {
  return !ONE_WAY.has(way);
}

/** With Alt and Shift: the browsers' toolbar, report, dialog and bookmarks; our popup, and reading a page. */
const TAKEN_BY_BROWSERS = 'tiabsr';

/** The way a key leads; `null` where it leads nowhere. `alone`: whether single letters count. */
export function wayOf(event: KeyboardEvent, keys: Keys, alone: boolean): { way: Way; back: boolean } | null {
  const { altKey, ctrlKey, shiftKey, metaKey } = event;
  const combined = altKey && shiftKey;
  if (metaKey || event.isComposing) return null;
  if (!combined && (altKey || ctrlKey || !alone)) return null;
  const key = keyOf(event);
  const way = WAYS.find((name) => keys[name] === key);
  if (!way) return null;
  const back = combined ? ctrlKey : shiftKey && isLetter(key ?? '');
  return back && !goesBack(way) ? null : { way, back };
}

/**
 * The key that was pressed, a small letter or a sign; `null` where it is neither: digits correct a badge. With Alt a Mac types other
 * signs, and not every layout has Latin letters: then its place on the keyboard tells.
 */
export function keyOf({ key, code }: KeyboardEvent): string | null {
  if (/^(?:Digit|Numpad)\d$/.test(code)) return null;
  if (/^[!-/:-~]$/.test(key)) return key.toLowerCase();
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return letter.toLowerCase();
  return code === 'Slash' ? '?' : null;
}

/** Why a key cannot be given to a way; `null` where it can. */
export function refusalOf(way: Way, key: string, keys: Keys): { because: 'taken'; by: Way } | { because: 'browser' } | null {
  const by = WAYS.find((other) => other !== way && keys[other] === key);
  if (by) return { because: 'taken', by };
  return TAKEN_BY_BROWSERS.includes(key) ? { because: 'browser' } : null;
}

/** The keys to press, each as it is written on a keyboard. */
export function pressesOf(key: string, back: boolean, alone: boolean): string[] {
  const name = key.toUpperCase();
  if (!alone) return [...(back ? ['Ctrl'] : []), 'Alt', 'Shift', name];
  return back ? ['Shift', name] : [name];
}

const isLetter = (key: string) => /^[a-z]$/.test(key);

const FIELDS = 'input:not([type=button], [type=checkbox], [type=radio], [type=submit], [type=reset], [type=range]), textarea, select';

/** Whether what is pressed may be meant for a field: also one in a shadow root, and, since it may hide one, any strange custom element. */
export function isTyping(event: Event): boolean {
  const [target] = event.composedPath();
  if (document.designMode === 'on') return true;
  if (!(target instanceof Element)) return false;
  if (target.localName.includes('-') && !target.shadowRoot) return true;
  const editable = (target as HTMLElement).isContentEditable || target.closest('[contenteditable]:not([contenteditable="false"])') !== null;
  return editable || target.matches(`${FIELDS}, [role=textbox], [role=searchbox], [role=combobox]`);
}
