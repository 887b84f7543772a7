import type { Order, Work } from '../../utils/messaging/index.ts';
import { t } from '../../utils/texts/index.ts';
import { HowFar } from '../shared/HowFar.tsx';

interface ProgressProps {
  work: Work;
  failure: string | null;
  retry: () => void;
  order: ((order: Order) => void) | undefined;
}

/** How far the work is, said aloud too; or what went wrong, with the way to try again. Empty when all is done. */
export function Progress({ work, failure, retry, order }: ProgressProps) {
  return (
    <div role="status" class="progress">
      {work.state === 'failed' && failure && (
        <div class="failure">
          <p>{failure}</p>
          <button type="button" onClick={retry}>
            {t('progress.again')}
          </button>
        </div>
      )}
      {work.state === 'reading' && <p class="working">{t('progress.reading')}</p>}
      {work.state === 'analyzing' && <HowFar work={work} order={order} />}
    </div>
  );
}
