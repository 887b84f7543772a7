import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { storage } from 'wxt/utils/storage';
import { sendMessage } from '../messaging/index.ts';
import { PLATFORMS, threadKey } from '../reading/index.ts';
import type { Adaptation, Corrections, Stance } from '../stance/index.ts';
import type { Thread } from '../thread/index.ts';
import { readAdaptation, watchAdaptation } from './adaptation.ts';
import { isEphemeral } from './ephemeral.ts';
import { parseCorrections } from './storedSchemas.ts';

/** By thread, named as in its address. */
export type StoredCorrections = Record<string, Corrections>;

const NOTHING: Corrections = { stances: {} };
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
const forgotten = signal(0);

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
  take(await item.getValue());
  count(await readAdaptation());
  return () => {
    for (const stop of stops) stop();
  };
}

/** What the reader said of one thread; nothing where they said nothing. */
export function correctionsOf(thread: Thread): Corrections {
  return corrections.value[threadKeyOf(thread)] ?? NOTHING;
}

/** Sets where a comment stands towards the opening post; `null` takes that back. The model learns from it, but for private windows. */
export function correct(thread: Thread, id: string, stance: Stance | null): Promise<void> {
  return inTurn(async () => {
    const comment = thread.comments.find((candidate) => candidate.id === id);
    if (!comment) return;
    const target = targetOf(thread, correctionsOf(thread).proposition);
    // A correction counts, whether or not something could be learned from it.
    if (!isEphemeral())
      await sendMessage('learn', { of: `${threadKeyOf(thread)} ${id}`, target, text: comment.text, stance }).catch(() => {});
    const { [id]: _, ...others } = correctionsOf(thread).stances;
    await change(threadKeyOf(thread), (said) => ({ ...said, stances: stance ? { ...others, [id]: stance } : others }));
  });
}

/** Words the thread's claim anew; `null` goes back to the thread's own words. */
export function propose(thread: Thread, words: string | null): Promise<void> {
  return inTurn(() => change(threadKeyOf(thread), ({ stances }) => ({ stances, ...(words?.trim() && { proposition: words.trim() }) })));
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

/** Calls `again` whenever the reader has said something else of the thread on this page, or had all forgotten that was learned. */
export function whenCorrected(thread: ReadonlySignal<Thread | null>, again: () => void): () => void {
  let before: { key: string; said: string } | null = null;
  return effect(() => {
    const now = thread.value && { key: threadKeyOf(thread.value), said: JSON.stringify([correctionsOf(thread.value), forgotten.value]) };
    const changed = before && now && before.key === now.key && before.said !== now.said;
    before = now;
    if (changed) untracked(again);
  });
}

let last: Promise<void> = Promise.resolve();

/** Two quick changes are made one after the other, so that neither is lost. */
function inTurn(act: () => Promise<void>): Promise<void> {
  last = last.catch(() => {}).then(act);
  return last;
}

async function change(key: string, edit: (said: Corrections) => Corrections): Promise<void> {
  const { [key]: said = NOTHING, ...others } = isEphemeral() ? corrections.value : parseCorrections(await item.getValue());
  const edited = edit(said);
  const empty = Object.keys(edited.stances).length === 0 && edited.proposition === undefined;
  const next = empty ? others : { ...others, [key]: edited };
  if (isEphemeral()) corrections.value = next;
  else await item.setValue(next);
}

/** What the comments of a thread are held against: the reader's own wording of its claim, or the post. */
export const targetOf = ({ title, opening }: Thread, proposition?: string): string => proposition ?? `${title}\n${opening?.text ?? ''}`;

/** What a thread is stored under: `platform␠origin/path`, equal for all its pages. */
export function threadKeyOf({ platform, url }: Thread): string {
  const known = PLATFORMS.find(({ name }) => name === platform);
  return known ? threadKey(known, url) : `${platform} ${url.split('#')[0]}`;
}
