import { type Analysis, type Proposition, type Stance, shownLabel } from '../../utils/stance/index.ts';
import {
  describeConfidence,
  describeReason,
  describeStance,
  describeTowards,
  direction,
  language,
  likeliest,
  nameInSentence,
  t,
} from '../../utils/texts/index.ts';
import { beginningOf, type Comment, type Reading } from '../../utils/thread/index.ts';
import { Icon } from '../shared/Icon.tsx';
import { Correct } from './Correct.tsx';
import { decisiveSentence } from './decisiveSentence.ts';
import { type Answered, type Relations, relationsOf } from './relations.ts';

export interface Explanation extends Relations {
  comment: Comment;
  proposition: Proposition;
  /** How the comment that is answered begins; empty where there is none. */
  answers: string;
}

/** All there is to say about one comment's badge; `null` where the comment was not analysed or is not of this thread. */
export function explain({ thread }: Reading, { verdicts, proposition }: Analysis, id: string): Explanation | null {
  const comments = new Map(thread.comments.map((comment) => [comment.id, comment]));
  const comment = comments.get(id);
  const relations = comment && relationsOf(comment, comments, verdicts);
  if (!relations) return null;
  const parent = comments.get(relations.answered?.id ?? '');
  return { comment, proposition, ...relations, answers: parent ? beginningOf(parent.text) : '' };
}

interface WhyProps extends Explanation {
  /** Whether the Tab key goes to the buttons in here. */
  reachable: boolean;
  correct: (stance: Stance | null) => void;
  showModel: () => void;
  jump: (id: string) => void;
}

/**
 * Why a comment bears its badge, by what a reader can check: the claim, where the comment stands and how sure that is, its sentence that
 * weighed most, the comment answered; and how to put it right.
 */
export function Why({ comment, proposition, opening, answered, answers, reachable, correct, showModel, jump }: WhyProps) {
  const skipped = opening.stance === 'skipped';
  const set = opening.because === 'reader' ? opening.best : null;
  const { kind } = proposition;
  const look = shownLabel(opening.stance, kind);
  const target = proposition.of === 'reader' ? 'claim' : 'post';
  const share = opening.stance === 'unsure' ? likeliest(opening, kind)?.share : opening.confidence;
  const decisive = decisiveSentence(comment.text, opening);
  return (
    <div dir={direction()} lang={language()}>
      <p class="held">
        {t(kind === 'question' ? 'claim.asks' : `claim.${proposition.of}`)} <q dir="auto">{proposition.text}</q>
      </p>
      <p class="stance" data-stance={look} role="status">
        <Icon label={look} />
        <span>{capitalized(skipped ? describeReason(opening, comment) : describeStance(opening, target, kind, comment.text))}</span>
        <span class="sure">{describeConfidence(opening, kind)}</span>
      </p>
      {!skipped && !set && share !== undefined && (
        <div class="meter" data-stance={look} aria-hidden="true">
          <span style={{ inlineSize: `${Math.round(share * 100)}%` }} />
        </div>
      )}
      {decisive && (
        <p class="decisive">
          {t('why.weighed')} <q dir="auto">{comment.text.slice(decisive.start, decisive.end)}</q>
        </p>
      )}
      {answered && answered.verdict.stance !== 'skipped' && (
        <p class="answers">
          {describeAnswered(answered)} {answers && <q dir="auto">{answers}</q>}{' '}
          <button type="button" class="link" tabIndex={reachable ? 0 : -1} onClick={() => jump(answered.id)}>
            {t('comment.go')}
          </button>
        </p>
      )}
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
