import { useRef } from 'preact/hooks';
import type { Session } from '../../../utils/session/index.ts';
import { knownOf, type Summary } from '../../../utils/summary/index.ts';
import { describeCoverage, sentencesToCome, t, tCount } from '../../../utils/texts/index.ts';
import type { Reading } from '../../../utils/thread/index.ts';
import { WithRoom } from '../../shared/WithRoom.tsx';
import type { Actions } from '../actions.ts';
import { Claim } from './Claim.tsx';
import { Divisions, Stories } from './Divisions.tsx';
import { Growth } from './Growth.tsx';
import { LeadingComments } from './LeadingComments.tsx';
import { LoadRest } from './LoadRest.tsx';
import { SinceLast } from './SinceLast.tsx';

/**
 * What is new, what is claimed, how the comments divide over it, how much of the thread that covers, the clearest comments of each side, and
 * how the sides grew.
 */
export function Overview({
  session,
  reading,
  summary,
  actions,
}: {
  session: Session;
  reading: Reading;
  summary: Summary;
  actions: Actions;
}) {
  const progress = session.loadProgress.value;
  const analysis = session.analysis.value;
  const known = knownOf(summary, analysis?.verdicts);
  const working = session.state.value === 'analyzing';
  const work = session.work.value;
  // "10,000 read" would contradict "9,489 not read yet".
  const isWaiting = work.state === 'done' && work.read < work.total;
  // While more may be known soon, nothing that is read here may move: all has the room of what may come.
  const moves = useRef(working || known.counts.pending > 0 || (summary.total ?? 0) > summary.read).current;
  const most = moves ? Math.max(summary.read, summary.total ?? 0) : 0;
  const toCome = moves ? sentencesToCome(known, most) : null;
  const placedToCome = toCome ? [...toCome.placed, tCount('progress.analyzing', most)] : [];
  const covers = (read: number, all = false) => describeCoverage(read, summary.total, reading.thread.unreadable, all);
  const covered = covers(summary.read, progress?.state === 'done' && progress.failed.length === 0);
  return (
    <>
      {analysis && <SinceLast session={session} thread={reading.thread} analysis={analysis} jump={actions.jump} />}
      <Claim proposition={summary.proposition} thread={reading.thread} fixed={session.fromFile} />
      <section>
        <h2>{t('sidebar.stands')}</h2>
        {summary.read > 0 && analysis ? (
          <Divisions thread={reading.thread} analysis={analysis} known={known} working={working} most={most} others={placedToCome} />
        ) : (
          <p class="note">{t('sidebar.none')}</p>
        )}
        <p class="coverage">
          <WithRoom
            text={isWaiting && (summary.total ?? 0) <= summary.read ? t('progress.later') : covered}
            others={moves ? [t('progress.later'), covers(Math.ceil(most / 2))] : []}
          />
        </p>
        <LoadRest progress={progress} more={session.more.value} loadRest={actions.loadRest} stopLoading={actions.stopLoading} />
      </section>
      {summary.read > 0 && analysis?.proposition.kind === 'claim' && (
        <>
          <LeadingComments summary={summary} known={known} reading={reading} jump={actions.jump} working={working} toCome={toCome} />
          <Growth thread={reading.thread} analysis={analysis} jump={actions.jump} most={most} />
          {moves && !working && (
            <section class="divisions">
              <Stories thread={reading.thread} analysis={analysis} known={known} />
            </section>
          )}
        </>
      )}
    </>
  );
}
