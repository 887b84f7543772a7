import { signal } from '@preact/signals';
import { storage } from 'wxt/utils/storage';

/** What the reader chose. One small item of synchronised storage; every context watches it. */
export interface Settings {
  badges: boolean;
  /** How much of a badge is seen: its icon and word, the icon alone, or a small mark. */
  density: 'word' | 'icon' | 'dot';
  sidebar: boolean;
  /** The share of shown labels that must be right, 0.7…0.95: the higher, the more comments are `unsure`. */
  precision: number;
  /** Whether exports name people "Person 1", "Person 2", … */
  pseudonyms: boolean;
  /** Hosts on which Standpoint stays silent. */
  sitesOff: string[];
  /** Where the sidebar stands, and whether it is open or folded into its tab. */
  sidebarSide: 'left' | 'right';
  sidebarOpen: boolean;
  /** In CSS pixels, 280…640. */
  sidebarWidth: number;
}

export const DEFAULT_SETTINGS: Settings = {
  badges: true,
  density: 'word',
  sidebar: true,
  precision: 0.85,
  pseudonyms: false,
  sitesOff: [],
  sidebarSide: 'right',
  sidebarOpen: true,
  sidebarWidth: 340,
};

const item = storage.defineItem<Settings>('sync:settings', { fallback: DEFAULT_SETTINGS, version: 1 });

/** The settings as this context knows them; written by the storage alone. */
export const settings = signal<Settings>(DEFAULT_SETTINGS);

/** Reads the stored settings and follows every change of them. Resolves when they are there; returns how to stop following. */
export async function followSettings(): Promise<() => void> {
  // Settings stored by an earlier version may lack fields that came later.
  const take = (stored: Partial<Settings> | null) => {
    settings.value = { ...DEFAULT_SETTINGS, ...stored };
  };
  const stop = item.watch(take);
  take(await item.getValue());
  return stop;
}

/** Changes settings in storage; every context, this one too, hears of it from there. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  await item.setValue({ ...DEFAULT_SETTINGS, ...(await item.getValue()), ...change });
}

/** Whether the reader left Standpoint on for a site. */
export function siteIsOn(current: Settings, host: string): boolean {
  return !current.sitesOff.includes(host);
}
