import { storage } from 'wxt/utils/storage';
import type { Adaptation, Corrections, Model, TrainingExample } from '../stance/index.ts';
import type { Thread } from '../thread/index.ts';
import { readAdaptation, storeAdaptation } from './adaptation.ts';
import { targetOf, threadKeyOf } from './correct.ts';
import { type AdaptationStep, parseAdaptationSteps } from './storedSchemas.ts';

/** So many of the last corrections can be taken back out of the adaptation; older ones go with all the rest. */
const REMEMBERED = 100;
/** The adaptation keeps its largest shifts: this many fill about a megabyte of the ten that there are. */
const LARGEST = 20_000;

const stepsItem = storage.defineItem<AdaptationStep[]>('local:lessonSteps', { fallback: [], version: 1 });

/** Has a model learn from a correction, in place of what was learned from the same comment before; one that cannot learn keeps what there is. */
export async function teach(model: Model, { of, target, text, stance }: TrainingExample): Promise<void> {
  if (!model.adapt) return;
  const known = await readAdaptation();
  // What was learned on another model says nothing about the weights of this one.
  const adaptation: Adaptation =
    known?.model === model.name ? known : { model: model.name, corrections: 0, ...(known && { anew: true }), shifts: {} };
  const steps = adaptation === known ? parseAdaptationSteps(await stepsItem.getValue()) : [];
  const earlier = steps.find((step) => step.of === of);
  const rest = steps.filter((step) => step !== earlier);
  const before = earlier ? without(adaptation, earlier) : adaptation;
  if (!stance) return store(before, rest);
  const after = await model.adapt(before, { target, text, stance });
  await store(after, [...rest, { of, shifts: difference(before.shifts, after.shifts) }]);
}

/**
 * What a model before this one had learned is learned again, comment by comment, when a thread is read that holds some that the reader
 * corrected: the corrections themselves hold no word of it.
 */
export async function learnAnew(model: Model, thread: Thread, { stances, proposition }: Corrections): Promise<void> {
  if (!model.adapt || Object.keys(stances).length === 0) return;
  for (const { id, text } of thread.comments) {
    const stance = Object.hasOwn(stances, id) ? stances[id] : undefined;
    const adaptation = stance && (await readAdaptation());
    if (!stance || !adaptation || (adaptation.model === model.name && !adaptation.anew)) continue;
    const of = `${threadKeyOf(thread)} ${id}`;
    const steps = adaptation.model === model.name ? parseAdaptationSteps(await stepsItem.getValue()) : [];
    // Of so many, not all are remembered by name.
    if (steps.length >= REMEMBERED || steps.some((step) => step.of === of)) continue;
    await teach(model, { of, target: targetOf(thread, proposition), text, stance });
  }
}

/** Forgets all that was learned from corrections; the corrections stay. */
export function forget(): Promise<void> {
  return store(null, []);
}

async function store(adaptation: Adaptation | null, steps: AdaptationStep[]): Promise<void> {
  await stepsItem.setValue(steps.slice(-REMEMBERED));
  await storeAdaptation(adaptation && adaptation.corrections > 0 ? { ...adaptation, shifts: largest(adaptation.shifts) } : null);
}

function without(adaptation: Adaptation, { shifts }: AdaptationStep): Adaptation {
  const left = difference(shifts, adaptation.shifts);
  return { ...adaptation, corrections: adaptation.corrections - 1, shifts: left };
}

/** `to` − `from`, for every bucket that differs. */
function difference(from: Adaptation['shifts'], to: Adaptation['shifts']): Adaptation['shifts'] {
  const changed = Object.entries(to).map(([bucket, shift]) => {
    const was = from[bucket];
    return [bucket, shift.map((value, index) => round(value - (was?.[index] ?? 0)))] as const;
  });
  return Object.fromEntries(changed.filter(([, shift]) => shift.some((value) => value !== 0)));
}

function largest(shifts: Adaptation['shifts']): Adaptation['shifts'] {
  const entries = Object.entries(shifts);
  if (entries.length <= LARGEST) return shifts;
  const size = (shift: number[]) => Math.max(...shift.map(Math.abs));
  return Object.fromEntries(entries.sort(([, a], [, b]) => size(b) - size(a)).slice(0, LARGEST));
}

const round = (value: number) => Math.round(value * 1e5) / 1e5;
