import { useState } from 'preact/hooks';
import { changeSettings, settings } from '../../utils/reader/settings.ts';
import { t } from '../../utils/texts/texts.ts';

/** How often a label that is shown must be right. */
export function PrecisionSlider() {
  // Shown while it is dragged; stored once it is let go.
  const [dragged, setDragged] = useState<number | null>(null);
  const percent = dragged ?? Math.round(settings.value.precision * 100);
  const settle = async (wanted: number) => {
    await changeSettings({ precision: wanted / 100 });
    setDragged(null);
  };
  return (
    <div class="precision">
      <label for="precision">{t('certainty.label', { percent: String(percent) })}</label>
      <input
        id="precision"
        type="range"
        min={70}
        max={95}
        step={1}
        value={percent}
        onInput={(event) => setDragged(event.currentTarget.valueAsNumber)}
        onChange={(event) => settle(event.currentTarget.valueAsNumber)}
      />
      <p class="ends" aria-hidden="true">
        <span>{t('certainty.more')}</span>
        <span>{t('certainty.surer')}</span>
      </p>
    </div>
  );
}
