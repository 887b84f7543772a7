import { thresholdsAt } from './applyThresholds.ts';
import type { RawAnalysis, RawVerdict, Stance } from './verdict.ts';

/** The least and the most certainty that a reader can ask for, in hundredths: each whole number between is a place to choose. */
export const PRECISION_RANGE = { least: 70, most: 95 } as const;

/**
 * On how many comments a badge would have words at each place that can be chosen, from the least certainty to the most: comments whose
 * stance is shown towards the opening post, or towards the comment answered, where that is more than an answer. Linear.
 */
export function labelsAt({ verdicts, thresholds }: RawAnalysis): number[] {
  const { least, most } = PRECISION_RANGE;
  const precisions = Array.from({ length: most - least + 1 }, (_, index) => (least + index) / 100);
  const counts = precisions.map(() => 0);
  const asked = precisions.map((precision) => ({
    opening: thresholdsAt(thresholds?.opening, precision),
    parent: thresholdsAt(thresholds?.parent, precision),
  }));
  const isShown = ({ best, because, confidence }: RawVerdict, sure: Record<Stance, number>) =>
    best !== null && (because === 'reader' || confidence >= sure[best]);
  for (const { opening, parent } of Object.values(verdicts)) {
    const answer = parent !== null && parent !== 'opening' && parent.best !== 'neutral' ? parent : null;
    for (const [index, sure] of asked.entries()) {
      if ((answer && isShown(answer, sure.parent)) || isShown(opening, sure.opening)) counts[index] = (counts[index] ?? 0) + 1;
    }
  }
  return counts;
}
