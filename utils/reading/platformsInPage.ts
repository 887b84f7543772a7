import type { Platform } from './platform.ts';
import { type Mark, recognizeAmong } from './recognizeAmong.ts';

// Takes the place of `platforms/index.ts` in the script for threads: of nearly seventy platforms a page needs one. Here is what tells them apart; each
// itself is a script of its own, which puts it here (see `utils/commands/build/platformScripts.ts`).

const shared = globalThis as { standpointPlatforms?: Record<string, Platform> };
const atHand = (name: string): Platform | null => shared.standpointPlatforms?.[name] ?? null;

const known = PLATFORM_TABLE.map(({ address, thread, ...mark }): Mark & Pick<Platform, 'thread'> => ({
  ...mark,
  ...(address && { address: new RegExp(...address) }),
  ...(thread && { thread: new RegExp(...thread) }),
}));

/** The hosts on which a platform is known to run, those left out that the reader has to allow; as in match patterns (`*.reddit.com`). */
export const HOSTS = PLATFORM_HOSTS;

/** The platform that a page is of; `null` where none knows it, and while the script of the one that does is not there yet. */
export function recognize(document: Document): Platform | null {
  const found = recognizeAmong(known, PLATFORM_MARKERS, document);
  return found && atHand(found.name);
}

/** The name of the platform that a page is of, where its script has still to be asked for; else `null`. */
export function absentPlatform(document: Document): string | null {
  const found = recognizeAmong(known, PLATFORM_MARKERS, document);
  return found && !atHand(found.name) ? found.name : null;
}

/** How a platform names its threads, by its own name: known without its script. */
export function namesThreads(name: string): Pick<Platform, 'name' | 'thread'> | undefined {
  return known.find((platform) => platform.name === name);
}
