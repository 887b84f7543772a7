/** A word that one side uses more than the other, and how many people of the side do. */
export interface Term {
  word: string;
  people: number;
}

const PRIOR = 50;
/** Standard deviations from zero. */
const LEAST = 1.3;
const MOST = 6;

/**
 * The stems that set one side apart from the other, the clearest first: log-odds ratios with an informative Dirichlet prior, here the
 * words of the whole thread, as z-scores (Monroe, Colaresi & Quinn 2008, "Fightin' Words"). Counts are people, not uses, so that nobody's
 * favourite word speaks for a side. `own`, `other` and `all`: by number of the stem, how many people used it.
 */
export function contrast(own: readonly number[], other: readonly number[], all: readonly number[]): { stem: number; people: number }[] {
  const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + (count ?? 0), 0);
  const [ownTotal, otherTotal, allTotal] = [total(own), total(other), total(all)];
  if (ownTotal === 0 || otherTotal === 0) return [];
  const scored: { stem: number; people: number; z: number }[] = [];
  own.forEach((count, stem) => {
    if (!(count > 1)) return;
    const prior = (PRIOR * (all[stem] ?? 0)) / allTotal;
    const odds = (used: number, of: number) => (used + prior) / (of + PRIOR - used - prior);
    const against = other[stem] ?? 0;
    const ratio = Math.log(odds(count, ownTotal)) - Math.log(odds(against, otherTotal));
    const z = ratio / Math.sqrt(1 / (count + prior) + 1 / (against + prior));
    if (z >= LEAST) scored.push({ stem, people: count, z });
  });
  return scored
    .sort((a, b) => b.z - a.z || a.stem - b.stem)
    .slice(0, MOST)
    .map(({ stem, people }) => ({ stem, people }));
}
