import type { Analysis, Proposition, Stance } from '../../utils/stance/verdict.ts';
import { shownLabel } from '../../utils/stance/verdict.ts';
import { describeConfidence, describeReason, describeStance, describeTowards, nameInSentence } from '../../utils/texts/stanceTexts.ts';
import { direction, language, t } from '../../utils/texts/texts.ts';
import type { Comment, Reading } from '../../utils/thread/thread.ts';
import { Icon } from '../shared/Icon.tsx';
import { Correct } from './Correct.tsx';
import { type Answered, type Relations, relationsOf } from './relations.ts';
import { describePath, type PathStep, stepsAbove } from './replyPath.ts';

export interface Explanation extends Relations {
  comment: Comment;
  proposition: Proposition;
  /** From this comment up the tree, where that decided; else empty. */
  path: PathStep[];
}

/** All there is to say about one comment's badge; `null` where the comment was not analysed or is not of this thread. */
export function explain({ thread }: Reading, { verdicts, proposition }: Analysis, id: string): Explanation | null {
  const comments = new Map(thread.comments.map((comment) => [comment.id, comment]));
  const comment = comments.get(id);
  const relations = comment && relationsOf(comment, comments, verdicts);
  if (!relations) return null;
  return {
    comment,
    proposition,
    ...relations,
    path: relations.opening.because === 'tree' ? stepsAbove(comment, comments, verdicts) : [],
  };
}

interface WhyProps extends Explanation {
  /** Whether the Tab key goes to the buttons in here. */
  reachable: boolean;
  correct: (stance: Stance | null) => void;
  showModel: () => void;
  jump: (id: string) => void;
}

/** Why a comment bears its badge: where it stands, how sure that is, the words that weighed, what decided, and how to put it right. */
export function Why({ comment, proposition, opening, answered, path, reachable, correct, showModel, jump }: WhyProps) {
  const analysed = opening.stance !== 'skipped';
  const set = opening.because === 'reader' ? opening.best : null;
  const { kind } = proposition;
  const look = shownLabel(opening.stance, kind);
  const target = proposition.of === 'reader' ? 'claim' : 'post';
  return (
    <div dir={direction()} lang={language()}>
      <p class="stance" data-stance={look} role="status">
        <Icon label={look} />
        <span>{capitalized(describeStance(opening, target, kind, comment.text))}</span>
        <span class="sure">{describeConfidence(opening)}</span>
      </p>
      {analysed && !set && (
        <div class="meter" data-stance={look} aria-hidden="true">
          <span style={{ inlineSize: `${Math.round(opening.confidence * 100)}%` }} />
        </div>
      )}
      {answered && answered.verdict.stance !== 'skipped' && (
        <p class="answers">
          {describeAnswered(answered)}{' '}
          <button type="button" class="link" tabIndex={reachable ? 0 : -1} onClick={() => jump(answered.id)}>
            {t('comment.go')}
          </button>
        </p>
      )}
      {opening.evidence.length > 0 && !set && (
        <ul class="evidence" aria-label={t('why.weighed')}>
          {opening.evidence.map(({ start, end, weight }) => (
            <li key={start}>
              <span class="sign" role="img" aria-label={t(weight < 0 ? 'why.against' : 'why.for')}>
                {weight < 0 ? '−' : '+'}
              </span>
              <q dir="auto">{comment.text.slice(start, end)}</q>
            </li>
          ))}
        </ul>
      )}
      {!set && <p class="reason">{path.length > 0 ? describePath(path, target) : describeReason(opening, comment)}</p>}
      <Correct set={set} reachable={reachable} correct={correct} />
      <p class="reason foot">
        {t(set ? 'why.kept' : 'why.workedOut')}{' '}
        <button type="button" class="link" tabIndex={reachable ? 0 : -1} onClick={showModel}>
          {t('why.made')}
        </button>
      </p>
    </div>
  );
}

/** "Disagrees with amber (83 % sure)." */
function describeAnswered({ author, verdict }: Answered): string {
  const { stance } = verdict;
  if (stance === 'unsure' || stance === 'skipped') return t('why.answersUnsure', { name: nameInSentence(author) });
  return `${capitalized(describeTowards(stance, { author }))} (${describeConfidence(verdict)}).`;
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
