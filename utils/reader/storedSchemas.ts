import * as v from 'valibot';
import { corrections, count, isObject, mapOf } from '../messaging/index.ts';
import type { Corrections, Lesson } from '../stance/index.ts';

// What was stored may be of another version, or half of it lost: what is not as it must be is as if it had never been.

/** What one correction added to the lesson, by bucket of weights. */
export interface LessonStep {
  of: string;
  shifts: Lesson['shifts'];
}

const shifts = mapOf(v.array(v.number()));
const lesson: v.GenericSchema<Lesson> = v.object({ model: v.string(), corrections: count, anew: v.exactOptional(v.boolean()), shifts });
const step: v.GenericSchema<LessonStep> = v.object({ of: v.string(), shifts });

/** The corrections of every thread that are as they must be, by the thread's key. */
export function parseCorrections(stored: unknown): Record<string, Corrections> {
  const threads = Object.entries(isObject(stored) ? stored : {});
  return Object.fromEntries(threads.filter((entry): entry is [string, Corrections] => v.is(corrections, entry[1])));
}

/** What was stored as the lesson; `null` where it is none. */
export function parseLesson(stored: unknown): Lesson | null {
  return v.is(lesson, stored) ? stored : null;
}

/** What was stored as the lesson's steps, oldest first; none where one of them is no step. */
export function parseLessonSteps(stored: unknown): LessonStep[] {
  return v.is(v.array(step), stored) ? stored : [];
}
