import type { Session } from '../../../utils/session/index.ts';
import { knownOf, type Summary } from '../../../utils/summary/index.ts';
import { t } from '../../../utils/texts/index.ts';
import type { Reading } from '../../../utils/thread/index.ts';
import { Coverage } from '../../shared/Coverage.tsx';
import type { Actions } from '../actions.ts';
import { Claim } from './Claim.tsx';
import { Divisions } from './Divisions.tsx';
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
  return (
    <>
      {analysis && <SinceLast session={session} thread={reading.thread} analysis={analysis} jump={actions.jump} />}
      <Claim proposition={summary.proposition} thread={reading.thread} fixed={session.fromFile} />
      <section>
        <h2>{t('sidebar.stands')}</h2>
        {summary.read > 0 && analysis ? (
          <Divisions thread={reading.thread} analysis={analysis} known={known} working={working} />
        ) : (
          <p class="note">{t('sidebar.none')}</p>
        )}
        {isWaiting && (summary.total ?? 0) <= summary.read ? (
          <p class="coverage">{t('progress.later')}</p>
        ) : (
          <Coverage
            read={summary.read}
            total={summary.total}
            unreadable={reading.thread.unreadable}
            all={progress?.state === 'done' && progress.failed.length === 0}
          />
        )}
        <LoadRest progress={progress} more={session.more.value} loadRest={actions.loadRest} stopLoading={actions.stopLoading} />
      </section>
      {summary.read > 0 && analysis?.proposition.kind === 'claim' && (
        <>
          <LeadingComments summary={summary} known={known} reading={reading} jump={actions.jump} working={working} />
          <Growth thread={reading.thread} analysis={analysis} jump={actions.jump} />
        </>
      )}
    </>
  );
}
