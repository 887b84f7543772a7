import { CLASSES } from '../inference/replyGraph.ts';
import type { Stance } from '../verdict.ts';

/** Number of a label among the encoder's classes; a mixed comment counts as neutral. */
export const numberOf = (stance: Stance): number =>
  Math.max(0, (CLASSES as readonly Stance[]).indexOf(stance === 'mixed' ? 'neutral' : stance));
