import { signal } from '@preact/signals';
import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import { DEFAULT_PRECISION } from '../stance/applyThresholds.ts';
import { isEphemeral } from './ephemeral.ts';
import { areKeys, type Keys } from './keyBindings.ts';

/** The bounds of what the reader may choose on a scale, ends included. */
export const BOUNDS = {
  /** A share, 0…1. */
  precision: { min: 0.7, max: 0.95 },
  /** In CSS pixels. */
  sidebarWidth: { min: 280, max: 640 },
  /** In days. */
  keepVisits: { min: 0, max: 365 },
} as const;

const within = ({ min, max }: { min: number; max: number }) => v.pipe(v.number(), v.minValue(min), v.maxValue(max));

/** What each setting may be, and what it is where nothing, or nothing valid, is stored. */
const settingsSchema = v.object({
  /** Whether comments have badges at all. */
  badges: v.fallback(v.boolean(), true),
  /** Whether a mark is seen only on comments about which something is known, or on every comment. */
  shown: v.fallback(v.picklist(['sure', 'everything']), 'sure'),
  /** How much of a badge is seen: its icon and word, the icon alone, or a small mark. */
  density: v.fallback(v.picklist(['word', 'icon', 'dot']), 'word'),
  sidebar: v.fallback(v.boolean(), true),
  /** The share of shown labels that must be right: the higher, the more comments are `unsure`. */
  precision: v.fallback(within(BOUNDS.precision), DEFAULT_PRECISION),
  /** Whether exports name people "Person 1", "Person 2", … */
  pseudonyms: v.fallback(v.boolean(), false),
  /** Hosts on which Standpoint stays silent. */
  sitesOff: v.fallback(v.array(v.string()), []),
  /** Where the sidebar stands, and whether it is open or folded into its tab. */
  sidebarSide: v.fallback(v.picklist(['left', 'right']), 'right'),
  sidebarOpen: v.fallback(v.boolean(), true),
  sidebarWidth: v.fallback(within(BOUNDS.sidebarWidth), 340),
  /** Whether a strip at the page's edge shows where in the page the comments stand. */
  minimap: v.fallback(v.boolean(), true),
  /** The keys that the reader chose to walk through a thread, by where they lead; the usual ones for all others. */
  keys: v.fallback(v.custom<Partial<Keys>>(areKeys), {}),
  /** Whether those keys count alone too, without Alt and Shift. */
  singleKeys: v.fallback(v.boolean(), false),
  /** For how many days it is kept which comments of a thread the reader has seen; 0: not at all. */
  keepVisits: v.fallback(within(BOUNDS.keepVisits), 30),
});

/** What the reader chose. One small item of synchronised storage; every context watches it. */
export type Settings = v.InferOutput<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = v.parse(settingsSchema, {});

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
  return v.parse(settingsSchema, typeof stored === 'object' && stored !== null ? stored : {});
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
  await keep({ ...(await storedSettings()), ...change });
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
