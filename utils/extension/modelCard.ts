import { type ReadonlySignal, signal } from '@preact/signals';
import * as v from 'valibot';
import { browser } from 'wxt/browser';

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
/** What of the card the options show; its maker wrote more. */
const modelCard = v.object({
  model: v.object({ name: v.string() }),
  measured: v.object({
    figures: v.array(
      v.object({ set: v.string(), comments: v.number(), accuracy: share, sidesShown: share, sidesRight: v.nullable(share) }),
    ),
  }),
});
/** What the options page shows of `public/model-card.json`. */
export type ModelCard = v.InferOutput<typeof modelCard>;

/** The model's card as it ships; `'asking'` at first, `null` where there is none or it is no card. */
export function openModelCard(): ReadonlySignal<ModelCard | null | 'asking'> {
  const card = signal<ModelCard | null | 'asking'>('asking');
  const load = async () => {
    // The type of the address knows only files that were there when it was made.
    const answer = await fetch(new URL('model-card.json', browser.runtime.getURL('/options.html')));
    card.value = answer.ok ? v.parse(modelCard, await answer.json()) : null;
  };
  load().catch(() => {
    card.value = null;
  });
  return card;
}
