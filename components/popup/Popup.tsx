import { browser } from 'wxt/browser';
import type { BrowserTab } from '../../utils/extension/index.ts';
import { sendMessage } from '../../utils/messaging/index.ts';
import { changeSettings, settings, siteIsOn } from '../../utils/reader/index.ts';
import { t } from '../../utils/texts/index.ts';
import { ChooseDensity, ChooseShown } from '../badge/BadgeChoices.tsx';
import { Logo } from '../shared/Logo.tsx';
import { PrecisionSlider } from '../shared/PrecisionSlider.tsx';
import { Switch } from '../shared/Switch.tsx';
import { TabState } from './TabState.tsx';

/** The thread in the tab, what is shown of it, and how sure a label must be. */
export function Popup({ tab }: { tab: BrowserTab }) {
  const current = settings.value;
  const host = tab.host.value;
  const page = tab.answer.value.is === 'page' ? tab.answer.value.page : null;
  const on = host === null || siteIsOn(current, host);
  const turnSite = (wanted: boolean, site: string) =>
    changeSettings({ sitesOff: wanted ? current.sitesOff.filter((other) => other !== site) : [...current.sitesOff, site] });
  return (
    <>
      <h1>
        <Logo /> Standpoint
      </h1>
      <section aria-label={t('popup.page')}>
        {on ? <TabState tab={tab} /> : <p class="note">{t('popup.isOff', { site: host ?? '' })}</p>}
        {on && <Beyond tab={tab} />}
        {on && tab.framed.value && !tab.private.value && (
          <button type="button" class="further" onClick={() => tab.allowFramed()}>
            {t('popup.framed', { site: tab.framed.value })}
          </button>
        )}
      </section>
      <section aria-label={t('popup.shown')} class="switches">
        {/* Whoever is annoyed looks for this first, and a popup is no higher than 600 px. */}
        {host && !tab.private.value && (
          <Switch label={t('popup.onSite', { site: host })} on={on} turn={(wanted) => turnSite(wanted, host)} />
        )}
        {tab.private.value && <p class="note">{t('popup.private')}</p>}
        <Switch label={t('popup.sidebar')} on={current.sidebar} turn={(sidebar) => changeSettings({ sidebar })} />
        <ChooseShown />
        {current.badges && <ChooseDensity />}
      </section>
      <section aria-label={t('popup.sensitivity')}>
        <PrecisionSlider labels={page?.labels} of={page?.summary?.read} />
      </section>
      <footer>
        <button type="button" onClick={() => browser.runtime.openOptionsPage()}>
          {t('popup.options')}
        </button>
        {host && (
          <button type="button" onClick={tab.diagnose}>
            {t('popup.diagnose')}
          </button>
        )}
      </footer>
    </>
  );
}

/** What the reader allowed beyond this page, or may allow once it was read. */
function Beyond({ tab }: { tab: BrowserTab }) {
  const site = tab.host.value ?? '';
  const reach = tab.reach.value;
  if (reach === 'always' || reach === 'every') {
    return (
      <p class="note beyond">
        {reach === 'always' ? t('popup.mayAlways', { site }) : t('popup.mayEvery')}{' '}
        <button type="button" class="link" onClick={() => sendMessage('openOptions', { section: 'sites' })}>
          {t('popup.sites')}
        </button>
      </p>
    );
  }
  const answer = tab.answer.value;
  // Where there is no thread one thing is offered, to read the page all the same.
  const isThread = answer.is === 'page' && answer.page.platform !== null;
  if (reach !== 'none' || !isThread || tab.private.value) return null;
  return (
    <button type="button" class="further" onClick={() => tab.allow('always')}>
      {t('popup.always', { site })}
    </button>
  );
}
