import type { Chunked } from '../../chunked.ts';
import { SIDES, type Side } from '../../stance/index.ts';
import type { Members } from './groups.ts';
import type { Group } from './point.ts';
import type { Sentence, Sentences } from './sentences.ts';

const PRIOR = 50;
/** Standard deviations from zero. */
const MIN_Z = 1.3;
const MAX_TERMS = 6;

/**
 * The stems that set one side apart from the other, the clearest first: log-odds ratios with an informative Dirichlet prior, here the
 * words of the whole thread, as z-scores (Monroe, Colaresi & Quinn 2008, "Fightin' Words"). Counts are people, not uses, so that nobody's
 * favourite word speaks for a side. `own`, `other` and `all`: by number of the stem, how many people used it.
 */
function contrast(own: readonly number[], other: readonly number[], all: readonly number[]): { stem: number; people: number }[] {
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
    if (z >= MIN_Z) scored.push({ stem, people: count, z });
  });
  return scored
    .sort((a, b) => b.z - a.z || a.stem - b.stem)
    .slice(0, MAX_TERMS)
    .map(({ stem, people }) => ({ stem, people }));
}

/** Gives each side its words; they stand with the last of its groups, the guesses among them. */
export function* addTerms(groups: readonly Group[], { all, from, stems, people }: Sentences, members: readonly Members[]): Chunked<void> {
  const used: Record<Side, number[]> = { support: [], oppose: [] };
  for (const side of SIDES) {
    yield;
    const own = members.filter(({ of }) => of === side).flatMap((group) => group.members);
    used[side] = peopleBy(own, all, from);
  }
  yield;
  for (const [side, other] of [SIDES, [...SIDES].reverse()] as [Side, Side][]) {
    const last = groups.findLast(({ of }) => of === side);
    if (last) last.terms = contrast(used[side], used[other], people).map(({ stem, people }) => ({ word: stems.word(stem), people }));
  }
}

/** By number of the stem, how many people used it in some comments. */
function peopleBy(members: readonly number[], all: readonly Sentence[], from: readonly number[]): number[] {
  const users = new Map<number, Set<number>>();
  for (const index of members)
    for (const { terms, person } of all.slice(from[index], from[index + 1]))
      for (const term of terms) users.set(term, (users.get(term) ?? new Set()).add(person));
  const counts: number[] = [];
  for (const [term, who] of users) counts[term] = who.size;
  return counts;
}
