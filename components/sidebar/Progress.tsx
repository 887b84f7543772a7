import type { State } from '../../utils/messaging/index.ts';
import { language, t, tCount } from '../../utils/texts/index.ts';

interface ProgressProps {
  state: State;
  failure: string | null;
  /** Comments with a verdict, and all that were found in the page. */
  read: number;
  total: number;
  retry: () => void;
}

const formatted = (count: number) => new Intl.NumberFormat(language()).format(count);

/** “120 of 566 comments worked out”: never more than two lines, so that nothing beside it moves. */
export function countSoFar(read: number, total: number): string {
  return t('progress.count', { count: formatted(read), total: formatted(total) } as never);
}

/** “120 of 566 comments read”, once the first have been. */
function soFar(read: number, total: number): string {
  return read > 0 && read < total
    ? t('progress.soFar', { count: formatted(read), total: formatted(total) } as never)
    : tCount('progress.analyzing', total);
}

/** How far the work is, said aloud too; or what went wrong, with the way to try again. Empty when all is done. */
export function Progress({ state, failure, read, total, retry }: ProgressProps) {
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
      {state === 'analyzing' && <p class="working">{soFar(read, total)}</p>}
    </div>
  );
}
