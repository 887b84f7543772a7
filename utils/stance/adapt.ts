import { addScores, calibrate, type Model, targetOf } from './model/classifier.ts';
import { emptyFeatures, textFeatures } from './model/features.ts';
import { wordsOf } from './model/tokens.ts';
import type { Correction, Lesson } from './model.ts';

/** A correction moves the score of its own comment by at most this much, … */
const STEP = 0.6;
/** … and all corrections together no single weight further than this. */
const FAR = 0.5;

export const emptyLesson = (model: { name: string }): Lesson => ({ model: model.name, corrections: 0, shifts: {} });

const features = emptyFeatures();

/**
 * One bounded step of gradient descent on what the reader said of a comment towards the opening post. Returns a new lesson.
 * A single correction never overturns what the model is sure of; ten of one kind do change the eleventh.
 */
export function learn(trained: Model, lesson: Lesson | undefined, correction: Correction): Lesson {
  const before = lesson?.model === trained.name ? lesson : emptyLesson(trained);
  const model = taught(trained, before);
  const right = model.stances.indexOf(correction.stance === 'mixed' ? 'neutral' : correction.stance);
  const target = targetOf(model, 'opening', wordsOf(correction.target));
  textFeatures(features, wordsOf(correction.text), target);
  const scores = target.scores.slice();
  addScores(model.weights, features, scores);
  const probabilities = calibrate(scores, model.calibration.opening);
  // only what stands in the words is taught, not how long a comment is
  const buckets = new Map<number, number>();
  for (let entry = 0; entry < features.count; entry++) {
    if ((features.first[entry] as number) < 0) continue;
    const index = features.index[entry] as number;
    buckets.set(index, (buckets.get(index) ?? 0) + (features.value[entry] as number));
  }
  let length = 0;
  for (const value of buckets.values()) length += value * value;
  const shifts = { ...before.shifts };
  for (const [index, value] of buckets) {
    const shift = model.stances.map((_, k) => {
      const error = (k === right ? 1 : 0) - (probabilities[k] as number);
      return clamp((before.shifts[index]?.[k] ?? 0) + (STEP * error * value) / Math.max(length, 1e-9));
    });
    shifts[index] = shift;
  }
  return { model: trained.name, corrections: before.corrections + 1, shifts };
}

const clamp = (shift: number) => Math.round(Math.max(-FAR, Math.min(FAR, shift)) * 1e5) / 1e5;

/** The model with a lesson added to its weights; the model itself stays as it is. */
export function taught(model: Model, lesson: Lesson): Model {
  if (lesson.model !== model.name || lesson.corrections === 0) return model;
  const weights = model.weights.slice();
  const classes = model.stances.length;
  for (const [index, shift] of Object.entries(lesson.shifts)) {
    for (let k = 0; k < classes; k++) {
      const at = Number(index) * classes + k;
      if (at < weights.length) weights[at] = (weights[at] as number) + clamp(shift[k] ?? 0);
    }
  }
  return { ...model, weights };
}
