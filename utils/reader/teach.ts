import { storage } from 'wxt/utils/storage';
import type { Corrections, Lesson, Model, Teaching } from '../stance/index.ts';
import type { Thread } from '../thread/index.ts';
import { targetOf, threadKeyOf } from './corrections.ts';
import { keepLesson, readLesson } from './lesson.ts';
import { type LessonStep, parseLessonSteps } from './storedSchemas.ts';

/** So many of the last corrections can be taken back out of the lesson; older ones go with all the rest. */
const REMEMBERED = 100;
/** The lesson keeps its largest shifts: this many fill about a megabyte of the ten that there are. */
const LARGEST = 20_000;

const stepsItem = storage.defineItem<LessonStep[]>('local:lessonSteps', { fallback: [], version: 1 });

/** Has a model learn from a correction, in place of what was learned from the same comment before; one that cannot learn keeps what there is. */
export async function teach(model: Model, { of, target, text, stance }: Teaching): Promise<void> {
  if (!model.adapt) return;
  const known = await readLesson();
  // What was learned on another model says nothing about the weights of this one.
  const lesson: Lesson =
    known?.model === model.name ? known : { model: model.name, corrections: 0, ...(known && { anew: true }), shifts: {} };
  const steps = lesson === known ? parseLessonSteps(await stepsItem.getValue()) : [];
  const earlier = steps.find((step) => step.of === of);
  const rest = steps.filter((step) => step !== earlier);
  const before = earlier ? without(lesson, earlier) : lesson;
  if (!stance) return keep(before, rest);
  const after = await model.adapt(before, { target, text, stance });
  await keep(after, [...rest, { of, shifts: difference(before.shifts, after.shifts) }]);
}

/**
 * What a model before this one had learned is learned again, comment by comment, when a thread is read that holds some that the reader
 * corrected: the corrections themselves hold no word of it.
 */
export async function learnAnew(model: Model, thread: Thread, { stances, proposition }: Corrections): Promise<void> {
  if (!model.adapt || Object.keys(stances).length === 0) return;
  for (const { id, text } of thread.comments) {
    const stance = Object.hasOwn(stances, id) ? stances[id] : undefined;
    const lesson = stance && (await readLesson());
    if (!stance || !lesson || (lesson.model === model.name && !lesson.anew)) continue;
    const of = `${threadKeyOf(thread)} ${id}`;
    const steps = lesson.model === model.name ? parseLessonSteps(await stepsItem.getValue()) : [];
    // Of so many, not all are remembered by name.
    if (steps.length >= REMEMBERED || steps.some((step) => step.of === of)) continue;
    await teach(model, { of, target: targetOf(thread, proposition), text, stance });
  }
}

/** Forgets all that was learned from corrections; the corrections stay. */
export function forget(): Promise<void> {
  return keep(null, []);
}

async function keep(lesson: Lesson | null, steps: LessonStep[]): Promise<void> {
  await stepsItem.setValue(steps.slice(-REMEMBERED));
  await keepLesson(lesson && lesson.corrections > 0 ? { ...lesson, shifts: largest(lesson.shifts) } : null);
}

function without(lesson: Lesson, { shifts }: LessonStep): Lesson {
  const left = difference(shifts, lesson.shifts);
  return { ...lesson, corrections: lesson.corrections - 1, shifts: left };
}

/** `to` − `from`, for every bucket that differs. */
function difference(from: Lesson['shifts'], to: Lesson['shifts']): Lesson['shifts'] {
  const changed = Object.entries(to).map(([bucket, shift]) => {
    const was = from[bucket];
    return [bucket, shift.map((value, at) => round(value - (was?.[at] ?? 0)))] as const;
  });
  return Object.fromEntries(changed.filter(([, shift]) => shift.some((value) => value !== 0)));
}

function largest(shifts: Lesson['shifts']): Lesson['shifts'] {
  const entries = Object.entries(shifts);
  if (entries.length <= LARGEST) return shifts;
  const size = (shift: number[]) => Math.max(...shift.map(Math.abs));
  return Object.fromEntries(entries.sort(([, a], [, b]) => size(b) - size(a)).slice(0, LARGEST));
}

const round = (value: number) => Math.round(value * 1e5) / 1e5;
