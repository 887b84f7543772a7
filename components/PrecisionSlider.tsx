import { useState } from 'preact/hooks';
import { changeSettings, settings } from '../utils/settings.ts';

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
      <label for="precision">
        Show a label only when it is right at least <strong>{percent}</strong> times in 100
      </label>
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
        <span>More labels</span>
        <span>More certain</span>
      </p>
    </div>
  );
}
