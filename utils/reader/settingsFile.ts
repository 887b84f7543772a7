import * as v from 'valibot';
import { isObject } from '../messaging/index.ts';
import { MIGRATIONS, SETTINGS_VERSION, type Settings, settingsSchema } from './settings.ts';

const FORMAT = 'standpoint-settings';
const fileSchema = v.object({
  format: v.literal(FORMAT),
  version: v.pipe(v.number(), v.integer()),
  settings: v.custom<Record<string, unknown>>(isObject),
});

/** What a file cannot be taken for: a newer version wrote it, or it holds no settings. */
export type Refusal = 'newer' | 'other';

/** The settings as the text of a file, which `readSettingsFile` takes back. */
export function settingsFile(settings: Settings): string {
  return `${JSON.stringify({ format: FORMAT, version: SETTINGS_VERSION, settings }, null, 2)}\n`;
}

/** The settings in a file of this version or an earlier one; nothing of it is taken where one value cannot be. */
export function readSettingsFile(text: string): Settings | Refusal {
  const file = parsed(text);
  if (!v.is(fileSchema, file)) return 'other';
  if (file.version > SETTINGS_VERSION) return 'newer';
  let stored = file.settings;
  for (let version = file.version + 1; version <= SETTINGS_VERSION; version += 1) stored = MIGRATIONS[version]?.(stored) ?? stored;
  const taken = v.safeParse(settingsSchema, stored);
  return taken.success ? taken.output : 'other';
}

/** Anything at all may stand in a file that a reader picks. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
