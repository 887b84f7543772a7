import { type ReadonlySignal, signal } from '@preact/signals';
import { browser } from 'wxt/browser';

/** What is known of the model beside the model itself; whatever its maker wrote down. */
export type ModelCard = Record<string, unknown>;

/** The model's card as it ships; `'asking'` at first, `null` where there is none. */
export function openModelCard(): ReadonlySignal<ModelCard | null | 'asking'> {
  const card = signal<ModelCard | null | 'asking'>('asking');
  const load = async () => {
    // The type of the address knows only files that were there when it was made.
    const answer = await fetch(new URL('model-card.json', browser.runtime.getURL('/options.html')));
    card.value = answer.ok ? await answer.json() : null;
  };
  load().catch(() => {
    card.value = null;
  });
  return card;
}
