import type { Chunked } from '../../chunked.ts';
import type { Analysis } from '../../stance/index.ts';
import { type Thread, treeOf } from '../../thread/index.ts';
import { type AgreedComment, commonGroundIn } from './commonGround.ts';
import { type ConcededPoint, concessionsIn } from './concessions.ts';
import { type Question, questionsIn } from './questions.ts';
import { type Rebuttal, rebuttalsIn } from './rebuttals.ts';

export interface Exchanges {
  turns: ConcededPoint[];
  meetings: Rebuttal[];
  bridges: AgreedComment[];
  /** Those the opening poster answered first, those nobody answered last. */
  questions: Question[];
  /** Whether the page says who answers whom: without that nobody knows what was answered. */
  replies: boolean;
}

/**
 * Where a thread turns and where its people meet, from words and the reply tree. Deterministic; time grows with the
 * thread, sorting aside.
 */
export function* exchangesOf(thread: Thread, analysis: Analysis): Chunked<Exchanges> {
  const tree = treeOf(thread);
  const turns = yield* concessionsIn(thread, tree);
  const questions = yield* questionsIn(thread, analysis, tree);
  const meetings = yield* rebuttalsIn(thread, analysis, tree);
  const bridges = analysis.proposition.kind === 'claim' ? yield* commonGroundIn(thread, analysis, tree) : [];
  return { turns, meetings, bridges, questions, replies: tree.parents.some((parent) => parent >= 0) };
}
