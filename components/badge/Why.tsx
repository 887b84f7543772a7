import { type Analysis, type Lost, type Proposition, type Stance, shownLabel } from '../../utils/stance/index.ts';
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
  WORDS,
} from '../../utils/texts/index.ts';
import { beginningOf, type Comment, type Reading } from '../../utils/thread/index.ts';
import { Correct } from './Correct.tsx';
import { decisiveSentence } from './decisiveSentence.ts';
import { type ParentRelation, type Relations, relationsOf, toldOf } from './relations.ts';
import { capitalized, StanceLine } from './StanceLine.tsx';

/** What a badge's popover explains. */
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
  const parentComment = comments.get(relations.parent?.id ?? '');
  return { comment, proposition, ...relations, answers: parentComment ? beginningOf(parentComment.text) : '' };
}

interface WhyProps extends Explanation {
  /** Whether the Tab key goes to the buttons in here. */
  reachable: boolean;
  correct: (stance: Stance | null) => void;
  showModel: () => void;
  jump: (id: string) => void;
}

/**
 * Why a comment bears its badge, by what a reader can check: what it is held against, where the comment stands and how sure that is, its
 * sentence that weighed most, what else is known; and how to put it right. Begins with what the badge says.
 */
export function Why(props: WhyProps) {
  const { comment, proposition, opening, parent, reachable, correct, showModel } = props;
  const set = opening.because === 'reader' ? opening.best : null;
  const told = toldOf({ opening, parent });
  const towardsParent = told.opening === null ? told.parent : null;
  const legend = towardsParent ? t(proposition.of === 'reader' ? 'why.correctClaim' : 'why.correctPost') : undefined;
  return (
    <div dir={direction()} lang={language()}>
      {towardsParent ? <TowardsParent {...props} parent={towardsParent} /> : <TowardsOpening {...props} />}
      {(!comment.deleted || set) && <Correct legend={legend} set={set} reachable={reachable} correct={correct} />}
      <p class="reason foot">
        {set ? t('why.kept') : `${t('sidebar.workedOut')} ${t('sidebar.mayBeWrong')}`}{' '}
        <button type="button" class="link" tabIndex={reachable ? 0 : -1} onClick={showModel}>
          {t('why.made')}
        </button>
      </p>
    </div>
  );
}

/** The claim first, then the stance towards it, then what the comment answers. */
function TowardsOpening({ comment, proposition, opening, parent, answers, reachable, jump }: WhyProps) {
  const skipped = opening.stance === 'skipped';
  const { kind } = proposition;
  const share = opening.stance === 'unsure' ? likeliest(opening, kind)?.share : opening.confidence;
  const decisive = decisiveSentence(comment.text, opening);
  return (
    <>
      <p class="held">
        {heldAgainst(proposition)} <q dir="auto">{proposition.text}</q>
      </p>
      <StanceLine
        look={shownLabel(opening.stance, kind)}
        text={skipped ? describeReason(opening, comment) : describeStance(opening, targetOf(proposition), kind, comment.text)}
        sure={describeConfidence(opening, kind)}
        share={skipped || opening.because === 'reader' ? undefined : share}
      />
      {opening.lost && <p class="reason">{t(`why.lost.${opening.lost.by}`, { word: WORDS[opening.lost.stance] })}</p>}
      {decisive && (
        <p class="decisive">
          {t('why.weighed')} <q dir="auto">{comment.text.slice(decisive.start, decisive.end)}</q>
        </p>
      )}
      {parent && parent.verdict.stance !== 'skipped' && (
        <p class="answers">
          {describeParent(parent)} {answers && <q dir="auto">{answers}</q>} <GoThere id={parent.id} reachable={reachable} jump={jump} />
          {parent.verdict.lost && ` ${describeLost(parent, parent.verdict.lost)}`}
        </p>
      )}
    </>
  );
}

/** What is answered first, then the stance towards that, then what there is to say of the claim. */
function TowardsParent({ comment, proposition, opening, parent, answers, reachable, jump }: WhyProps & { parent: ParentRelation }) {
  const { id, author, verdict } = parent;
  const stance = verdict.stance as Stance;
  const { kind } = proposition;
  const sure = describeConfidence(opening, kind);
  const towardsPost =
    opening.stance === 'skipped' ? describeReason(opening, comment) : describeStance(opening, targetOf(proposition), kind, comment.text);
  return (
    <>
      <p class="writes">
        {capitalized(t('why.writes', { name: nameInSentence(author) }))} <q dir="auto">{answers}</q>{' '}
        <GoThere id={id} reachable={reachable} jump={jump} />
      </p>
      <StanceLine look={stance} text={describeTowards(stance, { author })} sure={describeConfidence(verdict)} share={verdict.confidence} />
      <p class="answers">
        {heldAgainst(proposition)} <q dir="auto">{proposition.text}</q> {capitalized(towardsPost)}
        {sure && ` (${sure})`}.
      </p>
    </>
  );
}

function GoThere({ id, reachable, jump }: { id: string } & Pick<WhyProps, 'reachable' | 'jump'>) {
  return (
    <button type="button" class="link" tabIndex={reachable ? 0 : -1} onClick={() => jump(id)}>
      {t('comment.go')}
    </button>
  );
}

const heldAgainst = ({ kind, of }: Proposition) => t(kind === 'question' ? 'claim.asks' : `claim.${of}`);
const targetOf = ({ of }: Proposition) => (of === 'reader' ? 'claim' : 'post');

/** "Shown as “disagrees with amber” until its words were changed." */
function describeLost({ author }: ParentRelation, { stance, by }: Lost): string {
  return t(`why.lost.${by}`, { word: describeTowards(stance, { author }) });
}

/** "Disagrees with amber (83 % sure)." */
function describeParent({ author, verdict }: ParentRelation): string {
  const { stance } = verdict;
  if (stance === 'unsure' || stance === 'skipped' || stance === 'pending') return t('why.answersUnsure', { name: nameInSentence(author) });
  return `${capitalized(describeTowards(stance, { author }))} (${describeConfidence(verdict)}).`;
}
