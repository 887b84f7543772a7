import { type Analysis, LABELS, type Label, type Proposition } from './stance/verdict.ts';
import type { Thread } from './thread.ts';

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
}

type Side = 'support' | 'oppose';

/** Counts a thread's verdicts and picks the comments that speak for its sides. Linear in the number of comments (sorting aside). */
export function summarize(thread: Thread, analysis: Analysis): Summary {
  const division = Object.fromEntries(LABELS.map((label) => [label, 0])) as Record<Label, number>;
  for (const comment of thread.comments) division[analysis.verdicts[comment.id]?.opening.stance ?? 'unread'] += 1;
  const minority: Side = division.oppose <= division.support ? 'oppose' : 'support';
  return {
    proposition: analysis.proposition,
    read: thread.comments.length,
    total: thread.total,
    division,
    leading: { support: clearest(thread, analysis, 'support').slice(0, 3), oppose: clearest(thread, analysis, 'oppose').slice(0, 3) },
    dissent: (clearest(thread, analysis, minority)[0] ?? suspected(thread, analysis, minority)) || null,
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

/** The comment most likely to stand on a side that no shown comment stands on. */
function suspected(thread: Thread, analysis: Analysis, side: Side): string | undefined {
  let best: { id: string; confidence: number } | undefined;
  for (const { id } of thread.comments) {
    const verdict = analysis.verdicts[id]?.opening;
    if (verdict?.best === side && verdict.confidence > (best?.confidence ?? 0)) best = { id, confidence: verdict.confidence };
  }
  return best?.id;
}
