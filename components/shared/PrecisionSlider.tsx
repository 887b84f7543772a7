import { useEffect, useState } from 'preact/hooks';
import { changeSettings, settings } from '../../utils/reader/index.ts';
import { PRECISION_RANGE } from '../../utils/stance/index.ts';
import { formatCount, t, tCount } from '../../utils/texts/index.ts';

interface PrecisionSliderProps {
  /** On how many comments of the page a badge would have words at each place; absent where there is no page. */
  labels?: readonly number[] | undefined;
  /** Comments of that page. */
  of?: number | undefined;
}

/** How often a label that is shown must be right, and how many labels that leaves on the page. */
export function PrecisionSlider({ labels, of = 0 }: PrecisionSliderProps) {
  const stored = Math.round(settings.value.precision * 100);
  // What was chosen last stands until the settings say so too: else a key pressed meanwhile would start from the place before.
  const [chosen, setChosen] = useState<number | null>(null);
  useEffect(() => {
    if (chosen === stored) setChosen(null);
  }, [chosen, stored]);
  const percent = chosen ?? stored;
  const { least, most } = PRECISION_RANGE;
  const highest = Math.max(1, ...(labels ?? []));
  const here = labels?.[percent - least];
  return (
    <div class="precision">
      <label for="precision">{t('certainty.label', { percent: String(percent) })}</label>
      {labels && (
        <div class="places" aria-hidden="true">
          {labels.map((count, index) => (
            <span key={index} data-here={index === percent - least} style={{ blockSize: `${Math.max(6, (100 * count) / highest)}%` }} />
          ))}
        </div>
      )}
      <input
        id="precision"
        type="range"
        min={least}
        max={most}
        step={1}
        value={percent}
        onInput={(event) => setChosen(event.currentTarget.valueAsNumber)}
        onChange={(event) => changeSettings({ precision: event.currentTarget.valueAsNumber / 100 })}
      />
      <p class="ends" aria-hidden="true">
        <span>{t('certainty.more')}</span>
        <span>{t('certainty.surer')}</span>
      </p>
      {here !== undefined && (
        <p class="note" role="status">
          {tCount('certainty.here', here, { of: formatCount(of) })}
        </p>
      )}
    </div>
  );
}
