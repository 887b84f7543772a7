import { signal } from '@preact/signals';
import { storage } from 'wxt/utils/storage';
import { isEphemeral } from './ephemeral.ts';
import { areKeys, type Keys } from './keyBindings.ts';

/** What the reader chose. One small item of synchronised storage; every context watches it. */
export interface Settings {
  /** Whether comments have badges at all. */
  badges: boolean;
  /** Whether a mark is seen only on comments about which something is known, or on every comment. */
  shown: 'sure' | 'everything';
  /** How much of a badge is seen: its icon and word, the icon alone, or a small mark. */
  density: 'word' | 'icon' | 'dot';
  sidebar: boolean;
  /** The share of shown labels that must be right, 0.7…0.95: the higher, the more comments are `unsure`. */
  precision: number;
  /** Whether exports name people "Person 1", "Person 2", … */
  pseudonyms: boolean;
  /** Hosts on which Standpoint stays silent. */
  sitesOff: string[];
  /** Where the sidebar stands. */
  sidebarSide: 'left' | 'right';
  /** In CSS pixels, 280…640. */
  sidebarWidth: number;
  /** Whether a strip at the page's edge shows where in the page the comments stand. */
  minimap: boolean;
  /** The keys that the reader chose to walk through a thread, by where they lead; the usual ones for all others. */
  keys: Partial<Keys>;
  /** Whether those keys count alone too, without Alt and Shift. */
  singleKeys: boolean;
  /** For how many days it is kept which comments of a thread the reader has seen; 0: not at all. */
  keepVisits: number;
}

/** The settings of a reader who has changed none. */
export const DEFAULT_SETTINGS: Settings = {
  badges: true,
  shown: 'sure',
  density: 'word',
  sidebar: true,
  precision: 0.85,
  pseudonyms: false,
  sitesOff: [],
  sidebarSide: 'right',
  sidebarWidth: 340,
  minimap: true,
  keys: {},
  singleKeys: false,
  keepVisits: 30,
};

const isBoolean = (value: unknown) => typeof value === 'boolean';
const oneOf =
  (...known: string[]) =>
  (value: unknown) =>
    known.includes(value as string);
const between = (least: number, most: number) => (value: unknown) => typeof value === 'number' && value >= least && value <= most;

/** What each setting may be. */
export const VALID: Record<keyof Settings, (value: unknown) => boolean> = {
  badges: isBoolean,
  shown: oneOf('sure', 'everything'),
  density: oneOf('word', 'icon', 'dot'),
  sidebar: isBoolean,
  precision: between(0.7, 0.95),
  pseudonyms: isBoolean,
  keepVisits: between(0, 365),
  sitesOff: (value) => Array.isArray(value) && value.every((site) => typeof site === 'string'),
  sidebarSide: oneOf('left', 'right'),
  sidebarWidth: between(280, 640),
  minimap: isBoolean,
  keys: areKeys,
  singleKeys: isBoolean,
};

/** Goes up by one whenever a setting is renamed or means something else; one that is added needs none. */
export const SETTINGS_VERSION = 1;
type Stored = Record<string, unknown>;
/** How settings of the version before become those of the version named. */
export const MIGRATIONS: Record<number, (old: Stored) => Stored> = {};

const versioned = { version: SETTINGS_VERSION, migrations: MIGRATIONS };
const synced = storage.defineItem<Stored | null>('sync:settings', { fallback: null, ...versioned });
/** Where settings stand while the browser does not take them into its synchronised storage. */
const unsynced = storage.defineItem<Stored | null>('local:settings', { fallback: null, ...versioned });

/** The settings as this context knows them; written by the storage alone, save in private windows. */
export const settings = signal<Settings>(DEFAULT_SETTINGS);
/** Whether the browser could not synchronise the settings, so that they stand on this device alone. */
export const onlyHere = signal(false);

/** Settings out of whatever was stored: what is missing, or cannot be, is as usual. */
export function settingsFrom(stored: Stored | null): Settings {
  const known = Object.entries(stored ?? {}).filter(([name, value]) => Object.hasOwn(VALID, name) && VALID[name as keyof Settings](value));
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(known) };
}

/** Reads the stored settings and follows every change of them. Resolves when they are there; returns how to stop following. */
export async function followSettings(): Promise<() => void> {
  let there: Stored | null = null;
  let here: Stored | null = null;
  const show = () => {
    settings.value = settingsFrom(here ?? there);
    onlyHere.value = here !== null;
  };
  const stops = [
    synced.watch((stored) => {
      there = stored;
      show();
    }),
    unsynced.watch((stored) => {
      here = stored;
      show();
    }),
  ];
  there = await synced.getValue().catch(() => null);
  here = await unsynced.getValue();
  show();
  return () => {
    for (const stop of stops) stop();
  };
}

/** Changes settings in storage; every context, this one too, hears of it from there. In a private window they change for its page alone. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  if (isEphemeral()) {
    settings.value = { ...settings.value, ...change };
    return;
  }
  // One after the other: a change that comes while one is being stored would else be made to what was before it, and take that back.
  const stored = lastChange.then(() => inTurn(async () => keep({ ...(await storedSettings()), ...change })));
  lastChange = stored.catch(() => {});
  await stored;
}

let lastChange: Promise<void> = Promise.resolve();

/** Windows of ours take turns: of two that change something at once, the later would else write over what the earlier changed. In a page, whose scripts could keep the turn to themselves, there is none to take. */
async function inTurn(change: () => Promise<void>): Promise<void> {
  const isOurs = globalThis.location?.protocol.endsWith('-extension:');
  await (isOurs ? navigator.locks.request('settings', change) : change());
}

/** The settings as they are stored, for who does not follow them. */
export async function storedSettings(): Promise<Settings> {
  return settingsFrom((await unsynced.getValue()) ?? (await synced.getValue().catch(() => null)));
}

/** The browser may refuse: synchronisation can be off, full, or asked too often. */
async function keep(next: Settings): Promise<void> {
  const taken = await synced.setValue({ ...next }).then(
    () => true,
    () => false,
  );
  if (taken) await unsynced.removeValue();
  else await unsynced.setValue({ ...next });
}

/** Whether the reader left Standpoint on for a site. */
export function siteIsOn(current: Settings, host: string): boolean {
  return !current.sitesOff.includes(host);
}
