import { type Analysis, LABELS, type Label, type Proposition, type Side } from '../stance/index.ts';
import type { Thread } from '../thread/index.ts';

/** A thread in figures and in its own words. Comments are named by id. */
export interface Summary {
  proposition: Proposition;
  /** Comments read, and how many the forum itself counts (`null` where it does not say). */
  read: number;
  total: number | null;
  /** How many comments stand where; adds up to `read`. */
  division: Record<Label, number>;
  /** The comments that speak most clearly for each side, the clearest first, at most three a side. */
  leading: { support: string[]; oppose: string[] };
  /** The clearest comment of the smaller side, also where the model is unsure of it; `null` where nobody disagrees. */
  dissent: string | null;
  /** Where nobody clearly stands on the smaller side: up to three comments that may, the likeliest first. */
  suspected: string[];
}

/** Counts a thread's verdicts and picks the comments that speak for its sides. Linear in the number of comments (sorting aside). */
export function summarize(thread: Thread, analysis: Analysis): Summary {
  const division = Object.fromEntries(LABELS.map((label) => [label, 0])) as Record<Label, number>;
  for (const comment of thread.comments) division[analysis.verdicts[comment.id]?.opening.stance ?? 'pending'] += 1;
  const minority: Side = division.oppose <= division.support ? 'oppose' : 'support';
  const clear = clearest(thread, analysis, minority)[0] ?? null;
  const suspected = clear ? [] : likeliest(thread, analysis, minority).slice(0, 3);
  return {
    proposition: analysis.proposition,
    read: thread.comments.length,
    total: thread.total,
    division,
    leading: { support: clearest(thread, analysis, 'support').slice(0, 3), oppose: clearest(thread, analysis, 'oppose').slice(0, 3) },
    dissent: clear ?? suspected[0] ?? null,
    suspected,
  };
}

/** Ids of the comments shown on one side, by confidence; of equally sure ones the better liked and the earlier first. */
function clearest(thread: Thread, analysis: Analysis, side: Side): string[] {
  return thread.comments
    .filter((comment) => analysis.verdicts[comment.id]?.opening.stance === side)
    .map((comment) => ({ id: comment.id, confidence: analysis.verdicts[comment.id]?.opening.confidence ?? 0, score: comment.score ?? 0 }))
    .sort((a, b) => b.confidence - a.confidence || b.score - a.score)
    .map(({ id }) => id);
}

/** A comment that stands on a side less likely than this is not suspected of it. */
const MIN_SUSPICION = 0.25;

/** Ids of the comments that most likely stand on a side that no shown comment stands on, the likeliest first. */
function likeliest(thread: Thread, analysis: Analysis, side: Side): string[] {
  return thread.comments
    .filter(({ id }) => analysis.verdicts[id]?.opening.stance === 'unsure')
    .map(({ id }) => ({ id, chance: analysis.verdicts[id]?.opening.probabilities[side] ?? 0 }))
    .filter(({ chance }) => chance >= MIN_SUSPICION)
    .sort((a, b) => b.chance - a.chance)
    .map(({ id }) => id);
}
