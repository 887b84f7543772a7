import { signal } from '@preact/signals';
import { storage } from 'wxt/utils/storage';
import { sendMessage } from '../messaging/index.ts';
import type { Adaptation, Corrections } from '../stance/index.ts';
import { readAdaptation, watchAdaptation } from './adaptation.ts';
import { isEphemeral } from './ephemeral.ts';
import { parseCorrections } from './storedSchemas.ts';

/** By the key of the thread, as `threadKey` makes it. */
export type StoredCorrections = Record<string, Corrections>;

/** What the reader said of most threads. */
export const NOTHING: Corrections = { stances: {} };
const item = storage.defineItem<StoredCorrections>('local:corrections', { fallback: {}, version: 1 });

/** What the reader said of every thread, as this context knows it; written by the storage alone, save in private windows. */
export const corrections = signal<StoredCorrections>({});
/** How many corrections the reader's own copy of the model has learned from. */
export const learned = signal(0);
/** Whether it takes the place of one that another model had learned, whose corrections are learned again. */
export const learnsAnew = signal(false);
/** Whether that began while this page was open: its reader is told, and nobody again. */
export const beganAnew = signal(false);
/** Counts how often all that was learned was forgotten while this page was open. */
export const forgotten = signal(0);

/** Reads what the reader said and follows every change of it. Resolves when it is there; returns how to stop following. */
export async function followCorrections(): Promise<() => void> {
  const take = (stored: StoredCorrections | null) => {
    corrections.value = parseCorrections(stored);
  };
  const count = (adaptation: Adaptation | null) => {
    learned.value = adaptation?.corrections ?? 0;
    learnsAnew.value = adaptation?.anew ?? false;
  };
  const stops = [
    item.watch(take),
    watchAdaptation((adaptation) => {
      if (adaptation?.anew && !learnsAnew.value) beganAnew.value = true;
      count(adaptation);
      if (!adaptation) forgotten.value += 1;
    }),
  ];
  const [stored, adaptation] = await Promise.all([item.getValue(), readAdaptation()]);
  take(stored);
  count(adaptation);
  return () => {
    for (const stop of stops) stop();
  };
}

/** Takes back all that was said of a thread, or of one comment in it. What the model learned stays. */
export function takeBack(key: string, id?: string): Promise<void> {
  return inTurn(() =>
    change(key, (said) => {
      if (id === undefined) return NOTHING;
      const { [id]: _, ...stances } = said.stances;
      return { ...said, stances };
    }),
  );
}

/** Takes back everything said of any thread, and all that the model learned from it. */
export function forgetAll(): Promise<void> {
  return inTurn(async () => {
    await item.setValue({});
    await sendMessage('forget', undefined);
  });
}

let last: Promise<void> = Promise.resolve();

/** Two quick changes are made one after the other, so that neither is lost. */
export function inTurn(act: () => Promise<void>): Promise<void> {
  last = last.catch(() => {}).then(act);
  return last;
}

/** Edits what the reader said of one thread and stores it; where nothing is left of that, the thread is no longer named. */
export async function change(key: string, edit: (said: Corrections) => Corrections): Promise<void> {
  const { [key]: said = NOTHING, ...others } = isEphemeral() ? corrections.value : parseCorrections(await item.getValue());
  const edited = edit(said);
  const empty = Object.keys(edited.stances).length === 0 && edited.proposition === undefined;
  const next = empty ? others : { ...others, [key]: edited };
  if (isEphemeral()) corrections.value = next;
  else await item.setValue(next);
}
