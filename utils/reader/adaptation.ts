import { storage } from 'wxt/utils/storage';
import type { Adaptation } from '../stance/index.ts';
import { parseAdaptation } from './storedSchemas.ts';

const item = storage.defineItem<Adaptation | null>('local:lesson', { fallback: null, version: 1 });

/** What the reader's corrections taught their own copy of the model; `null` before the first. Apart from what learns, which pages do without. */
export async function readAdaptation(): Promise<Adaptation | null> {
  return parseAdaptation(await item.getValue());
}

/** Stores it; `null` forgets it. */
export function storeAdaptation(adaptation: Adaptation | null): Promise<void> {
  return item.setValue(adaptation);
}

/** Hears of every change; returns how to stop. */
export function watchAdaptation(hear: (adaptation: Adaptation | null) => void): () => void {
  return item.watch((stored) => hear(parseAdaptation(stored)));
}
