import type { Chunked } from '../../chunked.ts';
import type { Analysis } from '../../stance/index.ts';
import { type Thread, treeOf } from '../../thread/index.ts';
import { type AgreedComment, commonGroundIn } from './commonGround.ts';
import { type ConcededPoint, concessionsIn } from './concessions.ts';
import { type Question, questionsIn } from './questions.ts';
import { type Rebuttal, rebuttalsIn } from './rebuttals.ts';

/** What people say to each other in a thread. */
export interface Exchanges {
  concessions: ConcededPoint[];
  rebuttals: Rebuttal[];
  commonGround: AgreedComment[];
  /** Those the opening poster answered first, those nobody answered last. */
  questions: Question[];
  /** Whether the page says who answers whom: without that nobody knows what was answered. */
  replies: boolean;
}

/**
 * Who gives way to whom, who answers whom head-on, what both sides say yes to and what was asked, from words and the reply tree. Deterministic; time grows with the
 * thread, sorting aside.
 */
export function* exchangesOf(thread: Thread, analysis: Analysis): Chunked<Exchanges> {
  const tree = treeOf(thread);
  const concessions = yield* concessionsIn(thread, tree);
  const questions = yield* questionsIn(thread, analysis, tree);
  const rebuttals = yield* rebuttalsIn(thread, analysis, tree);
  const commonGround = analysis.proposition.kind === 'claim' ? yield* commonGroundIn(thread, analysis, tree) : [];
  return { concessions, rebuttals, commonGround, questions, replies: tree.parents.some((parent) => parent >= 0) };
}
