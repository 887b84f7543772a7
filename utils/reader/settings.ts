import { signal } from '@preact/signals';
import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import { DEFAULT_PRECISION, PRECISION_RANGE } from '../stance/index.ts';
import { isEphemeral } from './ephemeral.ts';
import { chosenKeys } from './keyBindings.ts';

/** How wide the sidebar may be, in CSS pixels. */
export const SIDEBAR_WIDTH = { least: 280, most: 640 } as const;
/** How much of a badge is seen: its icon and word, the icon alone, or a small mark. */
export const DENSITIES = ['word', 'icon', 'dot'] as const;

const between = (least: number, most: number) => v.pipe(v.number(), v.minValue(least), v.maxValue(most));

/** What the reader chose: what each setting may be, and is where nothing was chosen. One small item of synchronised storage; every context watches it. */
export const settingsSchema = v.object({
  /** Whether comments have badges at all. */
  badges: v.optional(v.boolean(), true),
  /** Whether a mark is seen only on comments about which something is known, or on every comment. */
  shown: v.optional(v.picklist(['sure', 'everything']), 'sure'),
  density: v.optional(v.picklist(DENSITIES), 'word'),
  sidebar: v.optional(v.boolean(), true),
  /** The share of shown labels that must be right: the higher, the more comments are `unsure`. */
  precision: v.optional(between(PRECISION_RANGE.least / 100, PRECISION_RANGE.most / 100), DEFAULT_PRECISION),
  /** Whether exports name people "Person 1", "Person 2", … */
  pseudonyms: v.optional(v.boolean(), false),
  /** Hosts on which Standpoint stays silent. */
  sitesOff: v.optional(v.array(v.string()), (): string[] => []),
  /** Where the sidebar stands. */
  sidebarSide: v.optional(v.picklist(['left', 'right']), 'right'),
  sidebarWidth: v.optional(between(SIDEBAR_WIDTH.least, SIDEBAR_WIDTH.most), 340),
  /** Whether a strip at the page's edge shows where in the page the comments stand. */
  minimap: v.optional(v.boolean(), true),
  /** The keys that the reader chose to walk through a thread, by where they lead; the usual ones for all others. */
  keys: v.optional(chosenKeys, {}),
  /** Whether those keys count alone too, without Alt and Shift. */
  singleKeys: v.optional(v.boolean(), false),
  /** For how many days it is kept which comments of a thread the reader has seen; 0: not at all. */
  keepVisits: v.optional(between(0, 365), 30),
});
/** All settings, each chosen or as usual. */
export type Settings = v.InferOutput<typeof settingsSchema>;

/** The settings of a reader who has changed none. */
export const DEFAULT_SETTINGS: Settings = v.getDefaults(settingsSchema);

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
  const { entries } = settingsSchema;
  const valid = Object.entries(stored ?? {}).filter(
    ([name, value]) => value !== undefined && Object.hasOwn(entries, name) && v.is(entries[name as keyof Settings], value),
  );
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(valid) };
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
  [there, here] = await Promise.all([synced.getValue().catch(() => null), unsynced.getValue()]);
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
  const stored = lastChange.then(() => inTurn(async () => store({ ...(await storedSettings()), ...change })));
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
async function store(next: Settings): Promise<void> {
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
