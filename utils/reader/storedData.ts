import { browser } from 'wxt/browser';

/** What is kept, by the names of its items in the browser's storage; many of one kind share what stands before the colon. */
const ITEMS = {
  settings: ['settings'],
  corrections: ['corrections'],
  lesson: ['lesson', 'lessonSteps'],
  visits: ['visits', 'visit'],
  sidebarSites: ['sidebarSites'],
};
type Kind = keyof typeof ITEMS | 'other';

/** How much is kept of one kind, and in which items. */
export interface StoredItem {
  kind: Kind;
  /** As JSON, in UTF-8. */
  bytes: number;
  /** Names of the items, with which `clearStoredItem` clears them. */
  items: string[];
}

/** Everything that is kept of this reader, whoever wrote it: what has no name here is `other`. */
export async function listStoredData(): Promise<StoredItem[]> {
  const stored: Record<string, unknown> = {
    ...(await browser.storage.local.get()),
    ...(await browser.storage.sync.get().catch(() => ({}))),
  };
  const found = new Map<Kind, StoredItem>();
  for (const [item, value] of Object.entries(stored)) {
    // Beside an item stands the version that wrote it.
    if (item.endsWith('$')) continue;
    const kind = (Object.entries(ITEMS).find(([, items]) => items.includes(item.split(':')[0] ?? ''))?.[0] ?? 'other') as Kind;
    const before = found.get(kind) ?? { kind, bytes: 0, items: [] };
    const bytes = new TextEncoder().encode(JSON.stringify(value)).length;
    found.set(kind, { kind, bytes: before.bytes + bytes, items: [...before.items, item] });
  }
  return [...found.values()];
}

/** Removes all of one kind from this machine and from what the browser carries to others. */
export async function clearStoredItem({ items }: StoredItem): Promise<void> {
  const names = items.flatMap((item) => [item, `${item}$`]);
  await Promise.all([browser.storage.local.remove(names), browser.storage.sync.remove(names).catch(() => {})]);
}
