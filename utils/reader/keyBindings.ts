import * as v from 'valibot';
import { mapOf } from '../messaging/index.ts';

// The keys that walk through a thread. One key each: with Alt and Shift, or alone where the reader wants that.

/** Where a key leads: to the next comment of a kind, to one place, or to something of ours. */
export const COMMANDS = [
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
/** What a key does. */
export type Command = (typeof COMMANDS)[number];
/** The key of every command: a small letter or a sign. */
export type Keys = Record<Command, string>;

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

/** Keys that the reader chose for some commands: all commands have different ones, the usual keys of the others among them. */
export const chosenKeys: v.GenericSchema<Partial<Keys>> = v.pipe(
  mapOf(v.pipe(v.string(), v.regex(/^[!-/:-@[-~]$/))) as v.GenericSchema<Partial<Keys>>,
  // A name that is none would make them more, one key for two of them fewer.
  v.check((chosen) => Object.keys(keysOf(chosen)).length === COMMANDS.length),
  v.check((chosen) => new Set(Object.values(keysOf(chosen))).size === COMMANDS.length),
);

const ONE_WAY: ReadonlySet<Command> = new Set(['parent', 'top', 'find', 'help']);

/** Whether a command can lead backwards too. */
export function goesBack(command: Command): boolean {
  return !ONE_WAY.has(command);
}

/** With Alt and Shift: the browsers' toolbar, report, dialog and bookmarks; our popup, and reading a page. */
const TAKEN_BY_BROWSERS = 'tiabsr';

/** Why a key cannot be given to a command; `null` where it can. */
export function refusalOf(command: Command, key: string, keys: Keys): { because: 'taken'; by: Command } | { because: 'browser' } | null {
  const by = COMMANDS.find((other) => other !== command && keys[other] === key);
  if (by) return { because: 'taken', by };
  return TAKEN_BY_BROWSERS.includes(key) ? { because: 'browser' } : null;
}

/** The keys to press, each as it is written on a keyboard. */
export function pressesOf(key: string, back: boolean, alone: boolean): string[] {
  const name = key.toUpperCase();
  if (!alone) return [...(back ? ['Ctrl'] : []), 'Alt', 'Shift', name];
  return back ? ['Shift', name] : [name];
}
