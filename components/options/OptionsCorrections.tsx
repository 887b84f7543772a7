import { useState } from 'preact/hooks';
import { corrections, forgetAll, learned, learnsAnew, takeBack } from '../../utils/reader/index.ts';
import { partsOfKey } from '../../utils/reading/index.ts';
import type { Corrections } from '../../utils/stance/index.ts';
import { formatCount, t, tCount, WORDS } from '../../utils/texts/index.ts';
import { Icon } from '../shared/Icon.tsx';

/** What the reader corrected, thread by thread, and what was learned from it. */
export function OptionsCorrections() {
  const threads = Object.entries(corrections.value);
  const counts = threads.map(([, { stances }]) => Object.keys(stances).length).filter((one) => one > 0);
  const count = counts.reduce((sum, one) => sum + one, 0);
  return (
    <>
      <p>
        {[
          count > 0
            ? `${tCount('options.corrections.comments', count)} ${tCount('options.corrections.threads', counts.length)}.`
            : t('options.corrections.none'),
          ...(learned.value > 0 ? [tCount('options.corrections.learned', learned.value)] : []),
        ].join(' ')}
        {learnsAnew.value && ` ${t('progress.anew')}`}
      </p>
      <p class="note">{t('options.corrections.what')}</p>
      {threads.map(([key, said]) => (
        <ThreadSaid key={key} name={key} said={said} />
      ))}
      {(threads.length > 0 || learned.value > 0) && <ForgetAll />}
    </>
  );
}

function ThreadSaid({ name, said }: { name: string; said: Corrections }) {
  const { platform, address } = partsOfKey(name);
  const shown = address.replace(/^https?:\/\//, '');
  const stances = Object.entries(said.stances);
  return (
    <details class="said">
      <summary>
        <span class="name">{shown}</span>
        <span class="platform">{platform}</span>
        <span class="count">{formatCount(stances.length + (said.proposition === undefined ? 0 : 1))}</span>
      </summary>
      <ul class="rows">
        {said.proposition !== undefined && (
          <li>
            <span class="name" dir="auto">
              {t('options.corrections.claim', { words: said.proposition })}
            </span>
          </li>
        )}
        {stances.map(([id, stance]) => (
          <li key={id}>
            <span class="name">{t('options.corrections.comment', { id })}</span>
            <span class="stance" data-stance={stance}>
              <Icon label={stance} /> {WORDS[stance]}
            </span>
            <button type="button" class="small" aria-label={t('options.corrections.takeBackOf', { id })} onClick={() => takeBack(name, id)}>
              {t('options.corrections.takeBack')}
            </button>
          </li>
        ))}
      </ul>
      <p class="actions">
        <a href={address} target="_blank" rel="noopener noreferrer">
          {t('options.corrections.open')}
        </a>
        <button type="button" class="small" onClick={() => takeBack(name)}>
          {t('options.corrections.takeBackAll')}
        </button>
      </p>
    </details>
  );
}

/** Asks once more: what was said cannot be brought back. */
function ForgetAll() {
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <button type="button" class="alarming" onClick={() => setAsking(true)}>
        {t('options.corrections.forget')}
      </button>
    );
  }
  return (
    <p class="actions" role="alert">
      <span>{t('options.corrections.forgets')}</span>
      <button type="button" class="alarming" onClick={forgetAll}>
        {t('options.corrections.sure')}
      </button>
      <button type="button" class="small" onClick={() => setAsking(false)}>
        {t('options.corrections.keep')}
      </button>
    </p>
  );
}
