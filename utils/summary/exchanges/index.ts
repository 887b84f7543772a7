import type { Chunked } from '../../chunked.ts';
import type { Analysis } from '../../stance/verdict.ts';
import { treeOf } from '../../thread/replies.ts';
import type { Thread } from '../../thread/thread.ts';
import { type Bridge, bridgesIn } from './commonGround.ts';
import { grantedIn, type Turn } from './concessions.ts';
import { askedIn, type Question } from './questions.ts';
import { type Meeting, meetingsIn } from './rebuttals.ts';

export interface Turns {
  turns: Turn[];
  meetings: Meeting[];
  bridges: Bridge[];
  /** Those the opening poster answered first, those nobody answered last. */
  questions: Question[];
  /** Whether the page says who answers whom: without that nobody knows what was answered. */
  replies: boolean;
}

/**
 * Where a thread turns and where its people meet, from words and the reply tree. Deterministic; time grows with the
 * thread, sorting aside.
 */
export function* turnsOf(thread: Thread, analysis: Analysis): Chunked<Turns> {
  const tree = treeOf(thread);
  const turns = yield* grantedIn(thread, tree);
  const questions = yield* askedIn(thread, analysis, tree);
  const meetings = yield* meetingsIn(thread, analysis, tree);
  const bridges = analysis.proposition.kind === 'claim' ? yield* bridgesIn(thread, analysis, tree) : [];
  return { turns, meetings, bridges, questions, replies: tree.parents.some((parent) => parent >= 0) };
}
