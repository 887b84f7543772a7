import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import { type Comment, momentOf } from '../thread/index.ts';
import { followSettings, settings } from './settings.ts';
import { validEntries } from './storedSchemas.ts';

// What the reader saw of a thread is kept on their device for a while, so that the next visit can tell what is new. Kept are numbers made
// of the thread's address and of its comments' ids: no address, no word, no name, nor where anybody stands.

/** The visit before this one. */
export interface LastVisit {
  /** In milliseconds since 1970. */
  moment: number;
  /** The comments known then, as `hashId` names them. */
  known: ReadonlySet<string>;
}

/** What is kept of a visit to one thread; times in milliseconds since 1970, comments as hashes of their ids. */
export interface Visit {
  /** When this visit last read something that it did not know. */
  at: number;
  /** When the visit before it did; `null` on the first. */
  before: number | null;
  /** What was known before this visit, and what it added. */
  known: string[];
  added: string[];
}

const hashes = v.array(v.string());
const visitSchema: v.GenericSchema<Visit> = v.object({ at: v.number(), before: v.nullable(v.number()), known: hashes, added: hashes });

/**
 * When each visit last read something new, and how many characters it fills, by thread, as `hashId` names it. The visits themselves are
 * items of their own: an item is written, and told to every open page, whole.
 */
type VisitIndex = Record<string, { at: number; size: number }>;
const entrySchema: v.GenericSchema<VisitIndex[string]> = v.object({ at: v.number(), size: v.number() });

const index = storage.defineItem<VisitIndex>('local:visits', {
  fallback: {},
  version: 2,
  migrations: { 2: takeApart },
});
const itemOf = (key: string) => `local:visit:${key}` as const;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** So many characters may all visits fill; the oldest go first. A thread of 10,000 comments takes a tenth of it. */
const MAX_CHARACTERS = 1_000_000;

/** Whether a comment came after the last visit: it was not known then, and its time does not say that it is older and was only not seen. */
export function cameAfter({ moment: lastMoment, known }: LastVisit, comment: Comment): boolean {
  if (known.has(hashId(comment.id))) return false;
  const moment = momentOf(comment);
  if (moment === null) return true;
  // Times without a zone, and those that name a day at most, may be a day off; others tell minutes, or the hour.
  const exact = comment.time?.endsWith('Z') ?? false;
  return moment > lastMoment - (exact ? HOUR : DAY);
}

/** Forgets the visits that are older than the reader wants them kept, wherever nothing else follows the settings, and what the index does not know. */
export async function forgetOldVisits(): Promise<void> {
  const stop = await followSettings();
  const recent = await readIndex();
  await index.setValue(recent);
  await removeVisits((key) => !Object.hasOwn(recent, key));
  stop();
}

/** Forgets every visit. */
export async function forgetVisits(): Promise<void> {
  await index.removeValue();
  await removeVisits(() => true);
}

/** Keeps a visit, and of the others the latest that there is room for. */
export async function keepVisit(key: string, visit: Visit): Promise<void> {
  if (settings.value.keepVisits === 0) return;
  const { [key]: _, ...others } = await readIndex();
  const latest = Object.entries(others).sort(([, one], [, other]) => other.at - one.at);
  let total = 0;
  const fits = [[key, entryOf(visit)] as const, ...latest].filter(([, { size }]) => {
    total += size;
    return total <= MAX_CHARACTERS;
  });
  const entries = Object.fromEntries(fits);
  // A full disk costs the reader a mark on the next visit, and nothing else.
  try {
    await storage.removeItems(latest.flatMap(([other]) => (Object.hasOwn(entries, other) ? [] : [itemOf(other)])));
    await index.setValue(entries);
    if (Object.hasOwn(entries, key)) await storage.setItem(itemOf(key), visit);
  } catch {}
}

/** The visit of a thread, if it is kept, not too old, and what it should be: whatever else may stand in the storage is passed over. */
export async function readVisit(key: string): Promise<Visit | null> {
  const visit = await storage.getItem(itemOf(key)).catch(() => null);
  return v.is(visitSchema, visit) && isRecent(visit.at) ? visit : null;
}

/** Of the index what is not too old, as far as it is what it should be. */
async function readIndex(): Promise<VisitIndex> {
  const entries = validEntries(entrySchema, await index.getValue().catch(() => null));
  return Object.fromEntries(Object.entries(entries).filter(([, { at: moment }]) => isRecent(moment)));
}

function isRecent(moment: number): boolean {
  return moment > Date.now() - settings.value.keepVisits * DAY && moment <= Date.now();
}

function entryOf({ at, known, added }: Visit): VisitIndex[string] {
  return { at, size: 80 + 14 * (known.length + added.length) };
}

async function removeVisits(which: (key: string) => boolean): Promise<void> {
  const prefix = itemOf('').replace('local:', '');
  const items = Object.keys(await browser.storage.local.get()).filter((name) => name.startsWith(prefix));
  await browser.storage.local.remove(items.filter((name) => which(name.slice(prefix.length))));
}

/** The version before kept all visits in one item. What is apart already stays: the number of the version may be lost with an item that is cleared. */
async function takeApart(stored: unknown): Promise<VisitIndex> {
  const visits = Object.entries(validEntries(visitSchema, stored));
  await storage.setItems(visits.map(([key, value]) => ({ key: itemOf(key), value })));
  const apart = Object.entries(validEntries(entrySchema, stored));
  return Object.fromEntries([...apart, ...visits.map(([key, visit]) => [key, entryOf(visit)] as const)]);
}

/** A number, in letters and digits, that names a text without telling it: 53 bits, two of FNV-1a with different beginnings. */
export function hashId(text: string): string {
  let [low, high] = [0x811c9dc5, 0x1b873593];
  for (let offset = 0; offset < text.length; offset += 1) {
    const code = text.charCodeAt(offset);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b);
  }
  return ((high >>> 11) * 2 ** 32 + (low >>> 0)).toString(36);
}
