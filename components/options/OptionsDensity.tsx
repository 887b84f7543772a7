import { useLayoutEffect, useRef } from 'preact/hooks';
import { readerTheme } from '../../utils/page/theme.ts';
import { changeSettings, type Settings, settings } from '../../utils/reader/settings.ts';
import { t } from '../../utils/texts/texts.ts';
import type { Comment } from '../../utils/thread/thread.ts';
import { createBadge, paintBadge } from '../badge/badge.ts';

const DENSITIES = ['word', 'icon', 'dot'] as const;

/** How much of a badge is seen, each choice with what it looks like. */
export function OptionsDensity() {
  return (
    <fieldset class="choices">
      <legend>{t('options.densities.label')}</legend>
      {DENSITIES.map((density) => (
        <label key={density} class="choice">
          <input
            type="radio"
            name="density"
            value={density}
            checked={settings.value.density === density}
            onChange={() => changeSettings({ density })}
          />
          <span>{t(`options.densities.${density}`)}</span>
          <Sample density={density} />
        </label>
      ))}
    </fieldset>
  );
}

const SAID: Comment = {
  id: 'sample',
  parent: null,
  author: null,
  text: '',
  quotes: [],
  time: null,
  score: null,
  permalink: null,
  deleted: false,
};

/** Two badges as they stand on a page, to look at only. */
function Sample({ density }: { density: Settings['density'] }) {
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const samples = (['support', 'oppose'] as const).map((stance) => {
      const badge = createBadge(SAID.id);
      const verdict = { stance, best: stance, confidence: 0.8, probabilities: {}, evidence: [], because: 'words' as const };
      paintBadge(badge, SAID, verdict, { theme: readerTheme(), density, kind: 'claim' });
      return badge;
    });
    place.current?.replaceChildren(...samples);
  }, [density]);
  return <span ref={place} class="sample" aria-hidden="true" inert />;
}
