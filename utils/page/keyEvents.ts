import { COMMANDS, type Command, goesBack, type Keys } from '../reader/index.ts';

const FIELDS = 'input:not([type=button], [type=checkbox], [type=radio], [type=submit], [type=reset], [type=range]), textarea, select';

const isLetter = (key: string) => /^[a-z]$/.test(key);

/** The command a key gives; `null` where it gives none. `alone`: whether single letters count. */
export function commandOf(event: KeyboardEvent, keys: Keys, alone: boolean): { command: Command; back: boolean } | null {
  const { altKey, ctrlKey, shiftKey, metaKey } = event;
  const combined = altKey && shiftKey;
  if (metaKey || event.isComposing) return null;
  if (!combined && (altKey || ctrlKey || !alone)) return null;
  const key = pressedKey(event);
  const command = COMMANDS.find((name) => keys[name] === key);
  if (!command) return null;
  const back = combined ? ctrlKey : shiftKey && isLetter(key ?? '');
  return back && !goesBack(command) ? null : { command, back };
}

/** Whether what is pressed may be meant for a field: also one in a shadow root, and, since it may hide one, any strange custom element. */
export function isTyping(event: Event): boolean {
  const [target] = event.composedPath();
  if (document.designMode === 'on') return true;
  if (!(target instanceof Element)) return false;
  if (target.localName.includes('-') && !target.shadowRoot) return true;
  const editable = (target as HTMLElement).isContentEditable || target.closest('[contenteditable]:not([contenteditable="false"])') !== null;
  return editable || target.matches(`${FIELDS}, [role=textbox], [role=searchbox], [role=combobox]`);
}

/**
 * The key that was pressed, a small letter or a sign; `null` where it is neither: digits correct a badge. With Alt a Mac types other
 * signs, and not every layout has Latin letters: then its place on the keyboard tells.
 */
export function pressedKey({ key, code }: KeyboardEvent): string | null {
  if (/^(?:Digit|Numpad)\d$/.test(code)) return null;
  if (/^[!-/:-~]$/.test(key)) return key.toLowerCase();
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return letter.toLowerCase();
  return code === 'Slash' ? '?' : null;
}
