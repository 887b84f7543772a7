import { changeSettings, settings } from '../../utils/reader/index.ts';
import { t } from '../../utils/texts/index.ts';

/** The sites that are switched off, each with the way to switch it on again. */
export function OptionsSites() {
  const { sitesOff } = settings.value;
  if (sitesOff.length === 0) return <p class="empty">{t('options.noneOff')}</p>;
  const turnOn = (site: string) => changeSettings({ sitesOff: sitesOff.filter((other) => other !== site) });
  return (
    <>
      <h3>{t('options.silent')}</h3>
      <ul class="rows">
        {sitesOff.map((site) => (
          <li key={site}>
            <span class="name">{site}</span>
            <button type="button" class="small" aria-label={t('options.againOf', { site })} onClick={() => turnOn(site)}>
              {t('options.again')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
