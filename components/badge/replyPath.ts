import type { Analysis, Stance, Verdict } from '../../utils/stance/verdict.ts';
import { describeTowards } from '../../utils/texts/stanceTexts.ts';
import { t } from '../../utils/texts/texts.ts';
import type { Comment } from '../../utils/thread/thread.ts';

/** One step up the tree: what a comment is towards somebody; `null` is the opening post. */
export interface PathStep {
  does: Stance;
  /** Whether the reader is shown that, or only that it is likeliest. */
  sure: boolean;
  to: { author: string | null } | null;
}

const MAX_STEPS = 3;
const SIGN: Partial<Record<Stance, number>> = { support: 1, oppose: -1 };

/**
 * The way from a comment up the reply tree to somebody whose own words say where they stand, "opposes amber, who opposes the post".
 * Empty where that way does not lead to what was decided: then something else in the tree did, and this would be no reason.
 */
export function stepsAbove(comment: Comment, comments: ReadonlyMap<string, Comment>, verdicts: Analysis['verdicts']): PathStep[] {
  const steps: PathStep[] = [];
  let sign = 1;
  for (let at = comment; steps.length < MAX_STEPS; ) {
    const above = comments.get(at.parent ?? '');
    const parent = verdicts[at.id]?.parent;
    const towards = likeliest(parent);
    const opening = verdicts[above?.id ?? '']?.opening;
    const stands = likeliest(opening);
    if (!above || !towards || !stands || !SIGN[towards]) return [];
    sign *= SIGN[towards] ?? 0;
    steps.push({ does: towards, sure: isShown(parent), to: { author: above.author } });
    if (opening?.because !== 'tree' || steps.length === MAX_STEPS - 1) {
      const leads = sign * (SIGN[stands] ?? 0) === SIGN[likeliest(verdicts[comment.id]?.opening) ?? 'neutral'];
      return leads ? [...steps, { does: stands, sure: isShown(opening), to: null }] : [];
    }
    at = above;
  }
  return [];
}

function likeliest(verdict: Verdict | null | undefined): Stance | null {
  return verdict?.best ?? null;
}

function isShown(verdict: Verdict | null | undefined): boolean {
  return verdict?.stance === verdict?.best;
}

/** "Decided by the replies: it opposes amber, who may oppose the post." */
export function describePath(steps: readonly PathStep[], target: 'post' | 'claim' = 'post'): string {
  const named = steps.map(({ does, sure, to }) => describeTowards(does, to ?? target, !sure));
  return t('stance.path', { steps: named.join(t('stance.pathWho')) });
}
