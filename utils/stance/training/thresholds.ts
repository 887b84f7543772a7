import type { Thresholds } from '../verdict.ts';
import type { Judged } from './lean.ts';

const POINTS = [0.7, 0.75, 0.8, 0.85, 0.9, 0.95];
/** Sides may err a little more often than all shown labels together: neutral ones make up for it. */
const SLACK = 0.03;

type Group = 'side' | 'neutral' | 'question';
/** So many must have been shown before a share means anything; questions are rare. */
const FEWEST: Record<Group, number> = { side: 30, neutral: 30, question: 12 };
/** In the model's order of stances. */
const GROUPS: readonly Group[] = ['side', 'side', 'neutral', 'question'];

/** For each wished-for precision the least confidence above which that share of verdicts is right, for sides, neutral and questions apart. */
export function thresholdsOf(judged: readonly Judged[]): Thresholds {
  const likeliest = ({ probabilities, truth }: Judged) => {
    let best = 0;
    for (let k = 1; k < probabilities.length; k++) if ((probabilities[k] as number) > (probabilities[best] as number)) best = k;
    return { group: GROUPS[best], confidence: probabilities[best] as number, right: best === truth };
  };
  const all = judged.map(likeliest).sort((a, b) => b.confidence - a.confidence);
  const lowest = (group: Group, wish: number) => {
    let right = 0;
    let seen = 0;
    let least = 0.99;
    for (const one of all) {
      if (one.group !== group) continue;
      seen++;
      if (one.right) right++;
      if (seen >= FEWEST[group] && right / seen >= wish) least = one.confidence;
    }
    return Math.max(least, 0.5);
  };
  const points = (group: Group, slack = 0) => POINTS.map((wish) => lowest(group, wish - slack));
  return { precision: POINTS, side: points('side', SLACK), neutral: points('neutral'), question: points('question') };
}
