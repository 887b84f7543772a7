import type { Scores } from '../encoder/encoder.ts';
import { type Calibration, calibrate } from '../inference/calibrate.ts';
import { CLASS_COUNT, CLASSES } from '../inference/replyGraph.ts';
import type { Lesson } from '../model.ts';
import type { Stance } from '../verdict.ts';

/** A correction moves the log odds of its own comment by at most this much, … */
const STEP = 2.5;
/** … less this: every comment is a little like every other, and what moved along with all of them would drift. */
const CHANCE = 1;
/** All corrections together move no single weight further than this. */
const FAR = 1;

/** The shift in log odds that a lesson gives a comment, class by class: none where the comment is no liker to those corrected than any other. */
function shiftOf(features: readonly number[], { shifts }: Pick<Lesson, 'shifts'>): number[] {
  return Array.from({ length: CLASS_COUNT }, (_, k) => {
    const shift = features.reduce((sum, feature, index) => sum + feature * clamp(shifts[index]?.[k] ?? 0), 0);
    return Math.sign(shift) * Math.max(0, Math.abs(shift) - CHANCE);
  });
}

/** A calibration with what the reader's corrections taught about comments like this one. */
export function withLesson(calibration: Calibration, features: readonly number[], lesson: Lesson | undefined): Calibration {
  if (!lesson || lesson.corrections === 0) return calibration;
  const taught = shiftOf(features, lesson);
  return { stretch: calibration.stretch, shift: taught.map((shift, k) => shift + (calibration.shift[k] ?? 0)) };
}

/**
 * One bounded step of gradient descent on what the reader said of a comment towards the opening post: the last layer, `features ×
 * classes`, moves so far that comments like it move along and others hardly do. Returns a new lesson. A single correction never overturns
 * what the model is sure of; three of one kind do change the fourth.
 */
export function learn(lesson: Lesson, scores: Scores, calibration: Calibration, stance: Stance): Lesson {
  const right = CLASSES.indexOf(stance === 'mixed' ? 'neutral' : stance);
  const probabilities = calibrate(scores.opening, withLesson(calibration, scores.features, lesson));
  const shifts = { ...lesson.shifts };
  for (const [index, feature] of scores.features.entries()) {
    if (feature === 0) continue;
    shifts[index] = Array.from(probabilities, (probability, k) => {
      const error = (k === right ? 1 : 0) - probability;
      return clamp((lesson.shifts[index]?.[k] ?? 0) + STEP * error * feature);
    });
  }
  return { ...lesson, corrections: lesson.corrections + 1, shifts };
}

const clamp = (shift: number) => Math.round(Math.max(-FAR, Math.min(FAR, shift)) * 1e5) / 1e5;
