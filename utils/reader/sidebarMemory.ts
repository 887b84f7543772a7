import { signal } from '@preact/signals';
import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import { isEphemeral } from './ephemeral.ts';
import { validEntries } from './storedSchemas.ts';
import { hashId } from './visits.ts';

// Whether the reader opened the sidebar or folded it is remembered by site, under a number made of the site's name: no name is kept.

const item = storage.defineItem<Record<string, boolean>>('local:sidebarSites', { fallback: {}, version: 1 });

/** So many sites are remembered; the one that was longest ago goes first. */
const MAX_SITES = 500;

/** Whether the sidebar is open on this page, or folded into its tab. */
export const sidebarOpen = signal(false);

/** What the reader did on this site last: `true` opened it, `false` folded it, `null` neither. */
export async function rememberedOn(host: string): Promise<boolean | null> {
  return (await stored())[hashId(host)] ?? null;
}

/** Opens or folds the sidebar as the reader asked for it, and remembers that for the site; in private windows for this page alone. */
export async function turnSidebar(open: boolean, host = globalThis.location?.host ?? ''): Promise<void> {
  sidebarOpen.value = open;
  if (isEphemeral() || !/^https?:$/.test(globalThis.location?.protocol ?? '')) return;
  const { [hashId(host)]: _, ...others } = await stored();
  const latest = [...Object.entries(others), [hashId(host), open] as const].slice(-MAX_SITES);
  // A full disk costs the reader this memory, and nothing else.
  await item.setValue(Object.fromEntries(latest)).catch(() => {});
}

/** What is remembered, as far as it is as it must be. */
async function stored(): Promise<Record<string, boolean>> {
  return validEntries(v.boolean(), await item.getValue().catch(() => null));
}
