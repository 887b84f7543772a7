import type { State } from '../../utils/messaging/pageState.ts';
import { t, tCount } from '../../utils/texts/texts.ts';

interface ProgressProps {
  state: State;
  failure: string | null;
  read: number;
  retry: () => void;
}

/** How far the work is, said aloud too; or what went wrong, with the way to try again. Empty when all is done. */
export function Progress({ state, failure, read, retry }: ProgressProps) {
  return (
    <div role="status" class="progress">
      {state === 'failed' && failure && (
        <div class="failure">
          <p>{failure}</p>
          <button type="button" onClick={retry}>
            {t('progress.again')}
          </button>
        </div>
      )}
      {state === 'reading' && <p class="working">{t('progress.reading')}</p>}
      {state === 'analyzing' && <p class="working">{tCount('progress.analyzing', read)}</p>}
    </div>
  );
}
