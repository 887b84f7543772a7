import type { Stance } from '../verdict.ts';
import type { Pair } from './dataset.ts';

/** The stances the model knows; a mixed comment counts as neutral. */
export const KNOWN: Stance[] = ['support', 'oppose', 'neutral', 'question'];
export const numberOf = (stance: Stance): number => Math.max(KNOWN.indexOf(stance === 'mixed' ? 'neutral' : stance), 0);

/** How much one row of each set counts: replies and whole threads are what the reader sees. */
export const SETS: Record<string, number> = { threads: 1, plain: 1, debagreement: 1, iac_v1_qr: 0.5, cmv_modes: 0.3, rumoureval19: 0.1 };

/** Truth and weight of each pair: within a set and task rarer labels count more (by the root of their rarity), sets count as `SETS` says. */
export function labelsOf(pairs: readonly Pair[]): { truth: Float32Array; weight: Float32Array } {
  const counts = new Map<string, number[]>();
  const group = (pair: Pair) => `${pair.source} ${pair.task}`;
  for (const pair of pairs) {
    const count = counts.get(group(pair)) ?? KNOWN.map(() => 0);
    count[numberOf(pair.label)] = (count[numberOf(pair.label)] as number) + 1;
    counts.set(group(pair), count);
  }
  const truth = new Float32Array(pairs.length * KNOWN.length);
  const weight = new Float32Array(pairs.length);
  pairs.forEach((pair, row) => {
    const label = numberOf(pair.label);
    const count = counts.get(group(pair)) as number[];
    const even = count.reduce((a, b) => a + b) / count.filter((one) => one > 0).length;
    truth[row * KNOWN.length + label] = 1;
    weight[row] = (SETS[pair.source] ?? 0) * Math.sqrt(even / (count[label] as number));
  });
  return { truth, weight };
}
