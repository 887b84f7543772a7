import { useId } from 'preact/hooks';
import { changeSettings, DENSITIES, type Settings, settings } from '../../utils/reader/index.ts';
import { t } from '../../utils/texts/index.ts';
import { BadgeSample } from './BadgeSample.tsx';

/** What is shown on comments, each choice with what it looks like where one comment is placed and one is not. */
export function ChooseShown() {
  const name = useId();
  const { badges, shown, density } = settings.value;
  const chosen = badges ? shown : 'none';
  const choices = {
    sure: { badges: true, shown: 'sure' },
    everything: { badges: true, shown: 'everything' },
    none: { badges: false },
  } satisfies Record<string, Partial<Settings>>;
  return (
    <fieldset class="choices">
      <legend>{t('options.shown.label')}</legend>
      {(Object.keys(choices) as (keyof typeof choices)[]).map((choice) => (
        <label key={choice} class="choice">
          <input type="radio" name={name} value={choice} checked={choice === chosen} onChange={() => changeSettings(choices[choice])} />
          <span>{t(`options.shown.${choice}`)}</span>
          {choice !== 'none' && <BadgeSample stances={['support', 'unsure']} density={density} shown={choice} />}
        </label>
      ))}
    </fieldset>
  );
}

/** How much of a badge is seen, each choice with what it looks like. */
export function ChooseDensity() {
  const name = useId();
  return (
    <fieldset class="choices">
      <legend>{t('options.densities.label')}</legend>
      {DENSITIES.map((density) => (
        <label key={density} class="choice">
          <input
            type="radio"
            name={name}
            value={density}
            checked={settings.value.density === density}
            onChange={() => changeSettings({ density })}
          />
          <span>{t(`options.densities.${density}`)}</span>
          <BadgeSample stances={['support', 'oppose']} density={density} />
        </label>
      ))}
    </fieldset>
  );
}
