import { MIGRATIONS, SETTINGS_VERSION, type Settings, settingsFrom, VALID } from './settings.ts';

const FORMAT = 'standpoint-settings';

/** What a file cannot be taken for: a newer version wrote it, or it holds no settings. */
export type Refusal = 'newer' | 'other';

/** The settings as the text of a file, which `readSettingsFile` takes back. */
export function settingsFile(settings: Settings): string {
  return `${JSON.stringify({ format: FORMAT, version: SETTINGS_VERSION, settings }, null, 2)}\n`;
}

/** The settings in a file of this version or an earlier one; nothing of it is taken where one value cannot be. */
export function readSettingsFile(text: string): Settings | Refusal {
  const file = parsed(text);
  if (file?.format !== FORMAT || !Number.isInteger(file.version) || typeof file.settings !== 'object' || !file.settings) return 'other';
  if (file.version > SETTINGS_VERSION) return 'newer';
  let stored = file.settings;
  for (let version = file.version + 1; version <= SETTINGS_VERSION; version += 1) stored = MIGRATIONS[version]?.(stored) ?? stored;
  const fits = Object.entries(stored).every(([name, value]) => VALID[name as keyof Settings]?.(value) ?? true);
  return fits ? settingsFrom(stored) : 'other';
}

/** Anything at all may stand in a file that a reader picks. */
function parsed(text: string): { format?: unknown; version: number; settings?: Record<string, unknown> } | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
