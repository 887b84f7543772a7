import { useState } from 'preact/hooks';
import { changeSettings, forgetVisits, settings } from '../../utils/reader/index.ts';
import { t, tCount } from '../../utils/texts/index.ts';
import { SegmentedControl } from '../shared/SegmentedControl.tsx';

const DAYS = [0, 7, 30, 90];

/** For how long it is remembered what the reader has seen of a thread, and the way to forget it now. */
export function OptionsVisits() {
  const { keepVisits } = settings.value;
  const [forgotten, setForgotten] = useState(false);
  const days = [...new Set([...DAYS, keepVisits])].sort((one, other) => one - other);
  const save = async (days: number) => {
    await changeSettings({ keepVisits: days });
    if (days === 0) await forgetVisits();
  };
  const forget = async () => {
    await forgetVisits();
    setForgotten(true);
  };
  return (
    <>
      <SegmentedControl
        label={t('visits.keep')}
        options={days.map((days) => ({ name: String(days), label: days === 0 ? t('visits.never') : tCount('visits.days', days) }))}
        chosen={String(keepVisits)}
        choose={(days) => save(Number(days))}
      />
      <p class="actions">
        <button type="button" class="small" onClick={forget}>
          {t('visits.forget')}
        </button>
        <span role="status">{forgotten && t('visits.forgotten')}</span>
      </p>
    </>
  );
}
