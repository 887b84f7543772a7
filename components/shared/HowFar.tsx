import type { Order, Work } from '../../utils/messaging/index.ts';
import { formatCount, t, tCount } from '../../utils/texts/index.ts';

interface HowFarProps {
  work: Work;
  /** Absent where nothing can be done about it. */
  order?: ((order: Order) => void) | undefined;
  /** Whether the work can be paused here; where it waits, it can always go on. */
  pauses?: boolean;
  /** Whether there is room for two lines alone. */
  brief?: boolean;
}

/** How far the model is with a thread, and what the reader can do about it: pause it, have it go on, or read a long thread whole. Empty once all is read. */
export function HowFar({ work, order, pauses = false, brief = false }: HowFarProps) {
  const offered = orderIn(work);
  return (
    <>
      <p class={work.state === 'analyzing' && !work.hold ? 'working' : 'note'}>{howFar(work, brief)}</p>
      {order && offered && (offered !== 'pause' || pauses) && (
        <button type="button" class="further" onClick={() => order(offered)}>
          {offered === 'all' ? t('progress.all', { total: formatCount(work.total) } as never) : t(`progress.${offered}`)}
        </button>
      )}
    </>
  );
}

/** Whether there is something to say of it. */
export const isUnderWay = ({ state, read, total }: Work): boolean => state === 'analyzing' || (state === 'done' && read < total);

function orderIn({ state, hold, read, total }: Work): Order | null {
  if (hold) return 'goOn';
  if (state === 'analyzing') return 'pause';
  return read < total ? 'all' : null;
}

/** “120 of 566 comments read”, once the first have been, and why no more are. */
function howFar({ state, hold, read, total }: Work, brief: boolean): string {
  const counts = { count: formatCount(read), total: formatCount(total) } as never;
  if (hold) return t(`progress.${hold}`, counts);
  if (brief) return t('progress.count', counts);
  if (state !== 'analyzing') return `${t('progress.far', counts)} ${t('progress.later')}`;
  return read > 0 && read < total ? t('progress.soFar', counts) : tCount('progress.analyzing', total);
}
