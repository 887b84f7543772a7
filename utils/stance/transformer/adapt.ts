import type { Scores } from '../encoder/encoder.ts';
import { type Calibration, calibrate } from '../inference/calibrate.ts';
import { CLASS_COUNT, CLASSES } from '../inference/replyGraph.ts';
import type { Adaptation } from '../model.ts';
import type { Stance } from '../verdict.ts';

/** A correction moves its own comment's log odds of a class by at most this much, before `COMMON_SHIFT` is taken off. */
const MAX_STEP = 2.5;
/** Taken off every shift, in log odds: every comment is a little like every other, and all would drift along with those corrected. */
const COMMON_SHIFT = 1.1;
/** All corrections together move no single weight further than this, in log odds per unit of a feature. */
const MAX_WEIGHT_SHIFT = 1;

/** The shift in log odds that an adaptation gives a comment, class by class: none where the comment is no liker to those corrected than any other. */
function shiftOf(features: readonly number[], { shifts }: Pick<Adaptation, 'shifts'>): number[] {
  return Array.from({ length: CLASS_COUNT }, (_, k) => {
    const shift = features.reduce((sum, feature, index) => sum + feature * clamp(shifts[index]?.[k] ?? 0), 0);
    return Math.sign(shift) * Math.max(0, Math.abs(shift) - COMMON_SHIFT);
  });
}

/** A calibration with what the reader's corrections taught about comments like this one. */
export function applyAdaptation(calibration: Calibration, features: readonly number[], adaptation: Adaptation | undefined): Calibration {
  if (!adaptation || adaptation.corrections === 0) return calibration;
  const learned = shiftOf(features, adaptation);
  return { stretch: calibration.stretch, shift: learned.map((shift, k) => shift + (calibration.shift[k] ?? 0)) };
}

/**
 * One bounded step of gradient descent on what the reader said of a comment towards the opening post: the last layer, `features ×
 * classes`, moves so far that comments like it move along and others hardly do. Returns a new adaptation. A single correction never overturns
 * what the model is sure of; three of one kind do change the fourth.
 */
export function adapt(adaptation: Adaptation, scores: Scores, calibration: Calibration, stance: Stance): Adaptation {
  const right = CLASSES.indexOf(stance === 'mixed' ? 'neutral' : stance);
  const probabilities = calibrate(scores.opening, applyAdaptation(calibration, scores.features, adaptation));
  const shifts = { ...adaptation.shifts };
  for (const [index, feature] of scores.features.entries()) {
    if (feature === 0) continue;
    shifts[index] = Array.from(probabilities, (probability, k) => {
      const error = (k === right ? 1 : 0) - probability;
      return clamp((adaptation.shifts[index]?.[k] ?? 0) + MAX_STEP * error * feature);
    });
  }
  return { ...adaptation, corrections: adaptation.corrections + 1, shifts };
}

const clamp = (shift: number) => Math.round(Math.max(-MAX_WEIGHT_SHIFT, Math.min(MAX_WEIGHT_SHIFT, shift)) * 1e5) / 1e5;
