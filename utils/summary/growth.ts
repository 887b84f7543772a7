import type { Analysis } from '../stance/index.ts';
import { type Comment, momentOf, type Thread } from '../thread/index.ts';

/** A stretch of a thread, and how many stood where at its end. */
export interface GrowthStep {
  /** Where it ends, 0…1 of the whole. */
  share: number;
  /** How many comments support, oppose and were read by then. */
  support: number;
  oppose: number;
  read: number;
  /** Id of its first comment. */
  first: string;
  /** When its last comment was written, as the page says. */
  time: string | null;
}

/** How the sides of a thread grew. */
export interface Growth {
  by: 'time' | 'order';
  /** Stretches without comments are left out. */
  steps: GrowthStep[];
  /** When it began, as the page says: with the opening post, where that is known. */
  from: string | null;
  /** Comments without a time, which are not in it. */
  untimed: number;
}

/**
 * How support and opposition grew over a thread's time, or over the order of its comments, in at most `most` stretches of equal length.
 * `null` where there is nothing to go by: fewer than two comments, or all written at the same time. Linear (sorting aside).
 */
export function growthOf(thread: Thread, analysis: Analysis, by: Growth['by'], most: number): Growth | null {
  const timed = by === 'time' ? inTime(thread) : thread.comments.map((comment, index) => ({ comment, moment: index + 1 }));
  const opened = by === 'time' ? momentOf(thread.opening) : 0;
  const last = timed.at(-1)?.moment ?? 0;
  const begun = Math.min(timed[0]?.moment ?? 0, opened ?? Number.POSITIVE_INFINITY);
  if (timed.length < 2 || begun === last || timed[0]?.moment === last) return null;
  const parts = by === 'order' ? Math.min(most, timed.length) : most;
  const steps: GrowthStep[] = [];
  const sum = { support: 0, oppose: 0, read: 0 };
  let open = 0;
  for (const { comment, moment } of timed) {
    const part = Math.max(1, Math.ceil(((moment - begun) / (last - begun)) * parts));
    const stance = analysis.verdicts[comment.id]?.opening.stance;
    if (stance === 'support' || stance === 'oppose') sum[stance] += 1;
    sum.read += 1;
    const first = part === open ? (steps.pop()?.first ?? comment.id) : comment.id;
    steps.push({ ...sum, share: part / parts, first, time: comment.time });
    open = part;
  }
  const from = opened === begun && thread.opening ? thread.opening.time : (timed[0]?.comment.time ?? null);
  return { by, steps, from, untimed: thread.comments.length - timed.length };
}

function inTime({ comments }: Thread): { comment: Comment; moment: number }[] {
  return comments
    .flatMap((comment) => {
      const moment = momentOf(comment);
      return moment === null ? [] : [{ comment, moment }];
    })
    .sort((one, other) => one.moment - other.moment);
}
