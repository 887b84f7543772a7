import * as v from 'valibot';
import { corrections, count, isObject, mapOf } from '../messaging/index.ts';
import type { Adaptation, Corrections } from '../stance/index.ts';

// What was stored may be of another version, or half of it lost: what is not as it must be is as if it had never been.

/** What one correction added to the adaptation, by bucket of weights. */
export interface AdaptationStep {
  of: string;
  shifts: Adaptation['shifts'];
}

const shifts = mapOf(v.array(v.number()));
const adaptation: v.GenericSchema<Adaptation> = v.object({
  model: v.string(),
  corrections: count,
  anew: v.exactOptional(v.boolean()),
  shifts,
});
const step: v.GenericSchema<AdaptationStep> = v.object({ of: v.string(), shifts });

/** The corrections of every thread that are as they must be, by the thread's key. */
export function parseCorrections(stored: unknown): Record<string, Corrections> {
  const threads = Object.entries(isObject(stored) ? stored : {});
  return Object.fromEntries(threads.filter((entry): entry is [string, Corrections] => v.is(corrections, entry[1])));
}

/** What was stored as the adaptation; `null` where it is none. */
export function parseAdaptation(stored: unknown): Adaptation | null {
  return v.is(adaptation, stored) ? stored : null;
}

/** What was stored as the adaptation's steps, oldest first; none where one of them is no step. */
export function parseAdaptationSteps(stored: unknown): AdaptationStep[] {
  return v.is(v.array(step), stored) ? stored : [];
}
