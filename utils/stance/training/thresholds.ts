import type { Thresholds } from '../verdict.ts';
import type { Judged } from './classBias.ts';
import { KNOWN } from './labels.ts';

const POINTS = [0.7, 0.75, 0.8, 0.85, 0.9, 0.95];

type Shown = keyof Omit<Thresholds, 'precision'>;
/** So many must have been shown before a share means anything; questions are rare. */
const FEWEST: Record<Shown, number> = { support: 30, oppose: 30, neutral: 30, question: 12 };

/**
 * For each wished-for precision and each stance the least confidence above which that share of verdicts is right. Sides may err more
 * often by `slack`: readers ask for them, and neutral ones make up for it where they are many. Where too few verdicts or too few right
 * ones were seen to tell, the confidence itself must reach what is wished for.
 */
export function thresholdsOf(judged: readonly Judged[], slack: number): Thresholds {
  const likeliest = ({ probabilities, truth }: Judged) => {
    let best = 0;
    for (let k = 1; k < probabilities.length; k++) if ((probabilities[k] as number) > (probabilities[best] as number)) best = k;
    return { stance: KNOWN[best], confidence: probabilities[best] as number, right: best === truth };
  };
  const all = judged.map(likeliest).sort((a, b) => b.confidence - a.confidence);
  const lowest = (stance: Shown, wish: number) => {
    let right = 0;
    let seen = 0;
    let least = wish;
    for (const one of all) {
      if (one.stance !== stance) continue;
      seen++;
      if (one.right) right++;
      if (seen >= FEWEST[stance] && right / seen >= wish) least = one.confidence;
    }
    return Math.max(least, 0.5);
  };
  const points = (stance: Shown, less = 0) => POINTS.map((wish) => lowest(stance, wish - less));
  return {
    precision: POINTS,
    support: points('support', slack),
    oppose: points('oppose', slack),
    neutral: points('neutral'),
    question: points('question'),
  };
}
