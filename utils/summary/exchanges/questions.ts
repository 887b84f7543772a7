import type { Chunked } from '../../chunked.ts';
import type { Analysis } from '../../stance/index.ts';
import { beginningOf, type Comment, sameAuthor, sentencesOf, type Thread, type Tree } from '../../thread/index.ts';
import type { Saying } from '../points/point.ts';
import { shortReplyIn } from '../points/shortReplies.ts';
import { questionIn } from './questionPhrases.ts';

/** Who answered a question: the opening poster, somebody else, nobody among the comments read. */
export type AnsweredBy = 'opener' | 'other' | 'nobody';

/** A question, with its answer where it got one. */
export interface Question extends Saying {
  by: AnsweredBy;
  /** The beginning of the answer: the opening poster's, else that of whom the question was put to, else the one liked best. `null` where there is none. */
  answer: Saying | null;
}

const RANKS: readonly AnsweredBy[] = ['opener', 'other', 'nobody'];

/** The questions of a thread with their answers: those of the opening poster first, those nobody answered last. */
export function* questionsIn(thread: Thread, analysis: Analysis, { parents, answers }: Tree): Chunked<Question[]> {
  const { comments, opening } = thread;
  const found: Question[] = [];
  for (const [index, comment] of comments.entries()) {
    yield;
    const verdict = analysis.verdicts[comment.id];
    if (comment.deleted || !verdict || verdict.opening.stance === 'skipped') continue;
    const asking = [verdict.opening, verdict.parent].some((one) => one?.stance === 'question' || one?.best === 'question');
    const text = questionIn(comment.text, asking);
    if (!text) continue;
    const asked = comments[parents[index] as number] ?? opening;
    const others = (answers[index] as number[]).map((answer) => comments[answer] as Comment).filter((answer) => isAnswer(answer, comment));
    const opener = others.find((answer) => sameAuthor(answer, opening));
    const answer = opener ?? others.find((one) => sameAuthor(one, asked)) ?? mostLiked(others);
    const by: AnsweredBy = !answer ? 'nobody' : answer === opener ? 'opener' : 'other';
    found.push({ comment: comment.id, text, by, answer: answer ? { comment: answer.id, text: beginningOf(answer.text) } : null });
  }
  return found.sort((a, b) => RANKS.indexOf(a.by) - RANKS.indexOf(b.by));
}

/** By somebody else, with words of its own, and not only a question in return. */
function isAnswer(answer: Comment, question: Comment): boolean {
  if (answer.deleted || sameAuthor(answer, question) || answer.text === '') return false;
  const kind = shortReplyIn(answer.text);
  return kind !== 'nothing' && !sentencesOf(answer.text).every((sentence) => sentence.endsWith('?'));
}

function mostLiked(comments: readonly Comment[]): Comment | undefined {
  let best = comments[0];
  for (const comment of comments) if ((comment.score ?? 0) > (best?.score ?? 0)) best = comment;
  return best;
}
