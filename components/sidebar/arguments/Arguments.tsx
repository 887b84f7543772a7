import { useMemo } from 'preact/hooks';
import type { Session } from '../../../utils/session/index.ts';
import type { Analysis, Proposition } from '../../../utils/stance/index.ts';
import type { Exchanges, Points } from '../../../utils/summary/index.ts';
import { t, tCount } from '../../../utils/texts/index.ts';
import type { Reading, Thread } from '../../../utils/thread/index.ts';
import type { Actions } from '../actions.ts';
import { usePart } from '../usePart.ts';
import { CommonGround } from './CommonGround.tsx';
import { Concessions } from './Concessions.tsx';
import { PointGroup } from './PointGroup.tsx';
import { Questions } from './Questions.tsx';
import type { QuoteContext } from './QuotedSentence.tsx';
import { Rebuttals } from './Rebuttals.tsx';
import { useChunked } from './useChunked.ts';

/** What is said in a thread, side by side, and who gives way to whom or answers whom head-on. */
export function Arguments({ session, reading, actions }: { session: Session; reading: Reading; actions: Actions }) {
  const analysis = session.analysis.value;
  if (!analysis) return null;
  if (reading.thread.comments.length === 0) return <p class="note">{t('sidebar.none')}</p>;
  return <Gathered thread={reading.thread} analysis={analysis} jump={actions.jump} />;
}

function Gathered({ thread, analysis, jump }: { thread: Thread; analysis: Analysis; jump: QuoteContext['jump'] }) {
  const part = usePart('points');
  const points = useChunked(part?.pointsOf, thread, analysis);
  const exchanges = useChunked(part?.exchangesOf, thread, analysis);
  const comments = useMemo(
    () => new Map([...(thread.opening ? [thread.opening] : []), ...thread.comments].map((comment) => [comment.id, comment])),
    [thread],
  );
  const context = { comments, jump };
  if (!points || !exchanges)
    return (
      <p class="working" role="status">
        {t('arguments.working')}
      </p>
    );
  const sided = points.groups.some(({ of, likely, comments }) => of !== 'other' && likely === null && comments > 0);
  const said = points.groups.some((group) => group.points.length > 0);
  return (
    <div class="arguments">
      {said ? (
        points.groups.map((group) => <PointGroup key={`${group.of} ${group.likely}`} group={group} sided={sided} context={context} />)
      ) : (
        <p class="note">{t(isForeign(thread, analysis) ? 'arguments.foreign' : 'arguments.silent')}</p>
      )}
      <ShortReplies shortReplies={points.shortReplies} />
      {exchanges.rebuttals.length > 0 && <Rebuttals rebuttals={exchanges.rebuttals} context={context} />}
      {exchanges.concessions.length > 0 && <Concessions concessions={exchanges.concessions} context={context} />}
      {exchanges.commonGround.length > 0 && <CommonGround commonGround={exchanges.commonGround} context={context} />}
      {exchanges.questions.length > 0 && <Questions questions={exchanges.questions} replies={exchanges.replies} context={context} />}
      <Missing exchanges={exchanges} kind={analysis.proposition.kind} />
    </div>
  );
}

const isForeign = (thread: Thread, { verdicts }: Analysis) =>
  thread.comments.some(({ id }) => verdicts[id]?.opening.because === 'language') &&
  thread.comments.every(({ id }) => verdicts[id]?.opening.stance === 'skipped');

/** How many say no more than yes, no, or nothing. */
function ShortReplies({ shortReplies }: { shortReplies: Points['shortReplies'] }) {
  const kinds = (['yes', 'no', 'nothing'] as const)
    .filter((kind) => shortReplies[kind].length > 0)
    .map((kind) => tCount(`arguments.${kind}`, shortReplies[kind].length));
  if (kinds.length === 0) return null;
  return <p class="note aside">{t('arguments.shortReplies', { kinds: kinds.join(t('arguments.and')) })}</p>;
}

/** What a reader might look for in vain; below an open question nobody looks for what both sides say. */
function Missing({ exchanges, kind }: { exchanges: Exchanges; kind: Proposition['kind'] }) {
  const missing = (['rebuttals', 'concessions', 'commonGround', 'questions'] as const)
    .filter((name) => exchanges[name].length === 0 && !(name === 'commonGround' && kind === 'question'))
    .map((name) => t(`arguments.${name}.none`));
  if (missing.length === 0) return null;
  return <p class="note aside">{t('arguments.missing', { kinds: missing.join(t('arguments.also')) })}</p>;
}
