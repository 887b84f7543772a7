import { storage } from 'wxt/utils/storage';
import { type Comment, momentOf } from '../thread/index.ts';
import { followSettings, settings } from './settings.ts';

// What the reader saw of a thread is kept on their device for a while, so that the next visit can tell what is new. Kept are numbers made
// of the thread's address and of its comments' ids: no address, no word, no name, nor where anybody stands.

/** The visit before this one. */
export interface LastVisit {
  /** In milliseconds since 1970. */
  at: number;
  /** The comments known then, as `hashId` names them. */
  known: ReadonlySet<string>;
}

export interface Visit {
  /** When this visit last read something that it did not know. */
  at: number;
  /** When the visit before it did; `null` on the first. */
  before: number | null;
  /** What was known before this visit, and what it added. */
  known: string[];
  added: string[];
}

/** By thread, as `hashId` names it. */
type Visits = Record<string, Visit>;

const item = storage.defineItem<Visits>('local:visits', { fallback: {}, version: 1 });

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** So many characters may all visits fill; the oldest go first. A thread of 10,000 comments takes a tenth of it. */
const MAX_CHARACTERS = 1_000_000;

/** Whether a comment came after the last visit: it was not known then, and its time does not say that it is older and was only not seen. */
export function cameAfter({ at, known }: LastVisit, comment: Comment): boolean {
  if (known.has(hashId(comment.id))) return false;
  const moment = momentOf(comment);
  if (moment === null) return true;
  // Times without a zone, and those that name a day at most, may be a day off; others tell minutes, or the hour.
  const exact = comment.time?.endsWith('Z') ?? false;
  return moment > at - (exact ? HOUR : DAY);
}

/** Forgets the visits that are older than the reader wants them kept, wherever nothing else follows the settings. */
export async function forgetOldVisits(): Promise<void> {
  const stop = await followSettings();
  await item.setValue(await readVisits());
  stop();
}

/** Forgets every visit. */
export async function forgetVisits(): Promise<void> {
  await item.removeValue();
}

/** Keeps a visit, and of the others the latest that there is room for. */
export async function keepVisit(key: string, visit: Visit): Promise<void> {
  if (settings.value.keepVisits === 0) return;
  const { [key]: _, ...others } = await readVisits();
  const visits = Object.entries(others).sort(([, one], [, other]) => other.at - one.at);
  let size = 0;
  const fits = [[key, visit] as const, ...visits].filter(([, { known, added }]) => {
    size += 80 + 14 * (known.length + added.length);
    return size <= MAX_CHARACTERS;
  });
  // A full disk costs the reader a mark on the next visit, and nothing else.
  await item.setValue(Object.fromEntries(fits)).catch(() => {});
}

/** The visits that are kept and not too old, as far as they are what they should be: whatever else may stand in the storage is passed over. */
export async function readVisits(): Promise<Visits> {
  const oldest = Date.now() - settings.value.keepVisits * DAY;
  const stored: unknown = await item.getValue().catch(() => null);
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(Object.entries(stored).filter(([, visit]) => isVisit(visit) && visit.at > oldest && visit.at <= Date.now()));
}

function isVisit(visit: Partial<Visit> | null): visit is Visit {
  const areNames = (ids: unknown) => Array.isArray(ids) && ids.every((id) => typeof id === 'string');
  const { at, before, known, added } = visit ?? {};
  return typeof at === 'number' && (before === null || typeof before === 'number') && areNames(known) && areNames(added);
}

/** A number, in letters and digits, that names a text without telling it: 53 bits, two of FNV-1a with different beginnings. */
export function hashId(text: string): string {
  let [low, high] = [0x811c9dc5, 0x1b873593];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b);
  }
  return ((high >>> 11) * 2 ** 32 + (low >>> 0)).toString(36);
}
