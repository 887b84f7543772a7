import type { LoadProgress } from '../../../utils/session/index.ts';
import { formatCount, t, tCount } from '../../../utils/texts/index.ts';

/** What a request and the pause after it take, in seconds. */
const EACH = 1.25;

/** Of an address no more letters are shown, its last, where the number of the page stands. */
const MAX_LETTERS = 60;

interface LoadRestProps {
  progress: LoadProgress | null;
  /** Whether the thread's site holds more than was read. */
  more: boolean;
  loadRest: () => void;
  stopLoading: () => void;
}

/** The way to the rest of the thread: how far it is read, how to stop, and what could not be had. */
export function LoadRest({ progress, more, loadRest, stopLoading }: LoadRestProps) {
  if (!progress && !more) return null;
  const reading = progress?.state === 'reading';
  // One button all along, so that the keyboard stays on it; the second click of a double click is not meant for its next words.
  const act = ({ detail }: MouseEvent) => detail < 2 && (reading ? stopLoading() : loadRest());
  return (
    <div class="wholeThread">
      <p role="status">{progress && describe(progress)}</p>
      {reading && (
        <div class="pagesRead">
          <progress aria-label={t('whole.bar')} max={progress.of} value={progress.done} />
          <span>{outOf(progress.done, progress)}</span>
        </div>
      )}
      {progress && progress.failed.length > 0 && <Failed addresses={progress.failed} trying={reading} />}
      <div class="choices">
        <button type="button" class={reading || progress?.state === 'done' ? 'second' : 'first'} onClick={act}>
          {labelOf(progress)}
        </button>
        {progress?.state === 'asking' && (
          <button type="button" class="second" onClick={stopLoading}>
            {t('whole.stopHere')}
          </button>
        )}
      </div>
    </div>
  );
}

function labelOf(progress: LoadProgress | null): string {
  if (!progress) return t('whole.read');
  if (progress.state === 'reading') return t('whole.stop');
  if (progress.state !== 'done') return t('whole.goOn');
  return t(progress.failed.length > 0 ? 'whole.again' : 'whole.more');
}

/** Said aloud as well: it changes only when something begins or ends. */
function describe(progress: LoadProgress): string {
  const left = progress.of - progress.done;
  switch (progress.state) {
    case 'reading':
      return t('whole.reading');
    case 'asking':
      return tCount('whole.asking', left, { duration: tCount('whole.minutes', Math.max(1, Math.round((left * EACH) / 60))) });
    case 'stopped':
      return t('whole.stopped', { pages: outOf(progress.done, progress) });
    case 'done':
      return progress.failed.length > 0 ? t('whole.failed', { pages: outOf(progress.failed.length, progress) }) : t('whole.done');
  }
}

function outOf(count: number, { of }: LoadProgress): string {
  return tCount('whole.pages', of, { done: formatCount(count) });
}

/** Pages that the forum did not give, with the way to see for oneself. */
function Failed({ addresses, trying }: { addresses: readonly string[]; trying: boolean }) {
  return (
    <div class="failedPages">
      <p>{tCount('whole.refused', addresses.length)}</p>
      <ul>
        {addresses.map((address) => (
          <li key={address}>
            <a href={address} target="_blank" rel="noopener noreferrer" title={address}>
              {shortAddress(address)}
            </a>
          </li>
        ))}
      </ul>
      {!trying && <p>{t('whole.advice')}</p>}
    </div>
  );
}

function shortAddress(address: string): string {
  const { pathname, search } = new URL(address);
  const name = pathname + search;
  return name.length > MAX_LETTERS ? `…${name.slice(-MAX_LETTERS)}` : name;
}
