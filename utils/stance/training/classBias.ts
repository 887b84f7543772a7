import { standingOut } from '../model/classifier.ts';

export interface Judged {
  probabilities: ArrayLike<number>;
  truth: number;
}

/** Between the likeliest stance (0) and the one furthest above how common it is (1): where macro-F1 was flat and high on folds not seen. */
const EVENNESS = 0.7;
/** Questions are rare and easily told from the rest: weighed up by this, more of them were found and the sides fared no worse. */
const QUESTION = 2;

const rest = (stance: number) => Math.min(stance, 2);

/** What probabilities are multiplied by so that neither side drowns in the common neutral: a power of the rarity of support, oppose and the rest. */
export function leanOf(judged: readonly Judged[]): number[] {
  const counts = [1, 1, 1];
  for (const { truth } of judged) counts[rest(truth)] = (counts[rest(truth)] as number) + 1;
  const rarity = (side: number) => ((counts[2] as number) / (counts[side] as number)) ** EVENNESS;
  return [rarity(0), rarity(1), 1, QUESTION];
}

/** Macro-F1 over support, oppose and the rest (neutral, question). */
export function macroF1(judged: readonly Judged[], lean: readonly number[]): number {
  const table = [0, 1, 2].map(() => [0, 0, 0]);
  for (const { probabilities, truth } of judged) {
    const row = table[rest(truth)] as number[];
    const said = rest(standingOut(probabilities, lean));
    row[said] = (row[said] as number) + 1;
  }
  const at = (truth: number, said: number) => table[truth]?.[said] as number;
  return (
    [0, 1, 2].reduce((sum, k) => sum + (2 * at(k, k)) / Math.max(1, at(k, 0) + at(k, 1) + at(k, 2) + at(0, k) + at(1, k) + at(2, k)), 0) / 3
  );
}
