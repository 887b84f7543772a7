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

/** Of a map that was stored the values that are as they must be, by their names. */
export function validEntries<Value>(schema: v.GenericSchema<Value>, stored: unknown): Record<string, Value> {
  const entries = Object.entries(isObject(stored) ? stored : {});
  return Object.fromEntries(entries.filter((entry): entry is [string, Value] => v.is(schema, entry[1])));
}

/** The corrections of every thread that are as they must be, by the thread's key. */
export function parseCorrections(stored: unknown): Record<string, Corrections> {
  return validEntries(corrections, stored);
}

/** What was stored as the adaptation; `null` where it is none. */
export function parseAdaptation(stored: unknown): Adaptation | null {
  return v.is(adaptation, stored) ? stored : null;
}

/** What was stored as the adaptation's steps, oldest first; none where one of them is no step. */
export function parseAdaptationSteps(stored: unknown): AdaptationStep[] {
  return v.is(v.array(step), stored) ? stored : [];
}
