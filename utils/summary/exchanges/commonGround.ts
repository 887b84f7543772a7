import type { Chunked } from '../../chunked.ts';
import type { Analysis, Side, Verdict } from '../../stance/index.ts';
import { beginningOf, type Comment, displayName, sameAuthor, type Thread, type Tree } from '../../thread/index.ts';
import type { Saying } from '../points/point.ts';
import { shortReplyIn } from '../points/shortReplies.ts';

/** A comment to which people of both sides say yes: the comments in which they do. */
export interface AgreedComment extends Saying {
  support: string[];
  oppose: string[];
  /** Whether all of these are yeses for sure, by people whose side is shown. */
  sure: boolean;
}

/** How likely an answer must agree with what it answers to count as a yes. */
const AGREES = 0.5;
/** How far a person's other comments must lean to one side on average, −1…1. */
const MIN_LEANING = 0.12;

/** Comments that people of both sides answer with a yes, by what else these people say; those with most of the lesser side first. */
export function* commonGroundIn(thread: Thread, analysis: Analysis, { parents, answers }: Tree): Chunked<AgreedComment[]> {
  const { comments } = thread;
  const leaningOf = (index: number) => {
    const { stance, probabilities } = analysis.verdicts[(comments[index] as Comment).id]?.opening ?? {
      stance: 'skipped',
      probabilities: {},
    };
    const shown = stance === 'support' ? 1 : stance === 'oppose' ? -1 : 0;
    return { leaning: shown || (probabilities.support ?? 0) - (probabilities.oppose ?? 0), shown };
  };
  const people = new Map<string, number[]>();
  for (const [index, comment] of comments.entries()) {
    const author = comment.deleted ? null : displayName(comment);
    if (author !== null) people.set(author, [...(people.get(author) ?? []), index].slice(0, 50));
  }
  /** Where somebody stands by all they said but this one comment, which may lean on what it answers. */
  const sideOf = (index: number): { side: Side; shown: boolean } | null => {
    const others = (people.get(comments[index]?.author ?? '') ?? []).filter(
      (other) => other !== index && parents[other] !== parents[index],
    );
    if (others.length === 0) return null;
    const leanings = others.map(leaningOf);
    const mean = leanings.reduce((sum, one) => sum + one.leaning, 0) / leanings.length;
    if (Math.abs(mean) < MIN_LEANING) return null;
    return { side: mean > 0 ? 'support' : 'oppose', shown: leanings.some(({ shown }) => shown === Math.sign(mean)) };
  };
  const found: AgreedComment[] = [];
  for (const [index, comment] of comments.entries()) {
    yield;
    if (comment.deleted || (answers[index] as number[]).length < 2) continue;
    const agreed: AgreedComment = { comment: comment.id, text: beginningOf(comment.text), support: [], oppose: [], sure: true };
    for (const answer of answers[index] as number[]) {
      const one = comments[answer] as Comment;
      const yes = sameAuthor(one, comment) ? null : agreement(one, analysis.verdicts[one.id]?.parent ?? null);
      const answerer = yes && sideOf(answer);
      if (!yes || !answerer) continue;
      agreed[answerer.side].push(one.id);
      agreed.sure &&= yes === 'sure' && answerer.shown;
    }
    if (agreed.support.length > 0 && agreed.oppose.length > 0) found.push(agreed);
  }
  return found.sort((a, b) => Math.min(b.support.length, b.oppose.length) - Math.min(a.support.length, a.oppose.length));
}

function agreement({ text }: Comment, towards: Verdict | null): 'sure' | 'likely' | null {
  if (towards?.stance === 'support' || shortReplyIn(text) === 'yes') return 'sure';
  return towards?.best === 'support' && towards.confidence >= AGREES ? 'likely' : null;
}
