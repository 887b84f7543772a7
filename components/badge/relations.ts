import type { Analysis, Label, Verdict } from '../../utils/stance/index.ts';
import { type Comment, displayName } from '../../utils/thread/index.ts';

/** Towards a comment that is answered: which, whose (`null` where that is no name, as of a deleted one), and how. */
export interface ParentRelation {
  id: string;
  author: string | null;
  verdict: Verdict;
}

/** Where one comment stands. `parent` is `null` where it answers the opening post, nobody, or a comment that was not read. */
export interface Relations {
  opening: Verdict;
  parent: ParentRelation | null;
}

/** Where a comment stands towards the opening post and towards the comment it answers; `null` where it was not analysed yet. */
export function relationsOf(comment: Comment, comments: ReadonlyMap<string, Comment>, verdicts: Analysis['verdicts']): Relations | null {
  const verdict = verdicts[comment.id];
  if (!verdict) return null;
  const parent = comment.parent === comment.id ? undefined : comments.get(comment.parent ?? '');
  return {
    opening: verdict.opening,
    parent: parent && verdict.parent ? { id: parent.id, author: displayName(parent), verdict: verdict.parent } : null,
  };
}

/** States that are no stances: of them a badge has nothing to say. */
const SILENT: ReadonlySet<Label> = new Set(['unsure', 'skipped', 'pending']);

/** What of it a badge has words for. That somebody answers without taking a side is seen without us. */
export function toldOf({ opening, parent }: Relations): { opening: Verdict | null; parent: ParentRelation | null } {
  const tells = parent && !SILENT.has(parent.verdict.stance) && parent.verdict.stance !== 'neutral';
  return { opening: SILENT.has(opening.stance) ? null : opening, parent: tells ? parent : null };
}
