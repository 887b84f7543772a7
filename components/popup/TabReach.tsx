import type { BrowserTab } from '../../utils/extension/index.ts';
import { t } from '../../utils/texts/index.ts';

/** How far Standpoint may read where it may not do so by itself: this page, this site, every site. The reader chooses. */
export function TabReach({ tab }: { tab: BrowserTab }) {
  const site = tab.host.value ?? '';
  return (
    <>
      <p class="note">{t('popup.silent')}</p>
      <button type="button" class="main" onClick={() => tab.readThisPage()}>
        {t('popup.once')}
      </button>
      {/* Which sites are read in private windows is written down nowhere, and a permission would. */}
      {!tab.private.value && (
        <>
          <button type="button" class="further" onClick={() => tab.allow('always')}>
            {t('popup.always', { site })}
          </button>
          <button type="button" class="further" onClick={() => tab.allow('every')}>
            {t('popup.every')}
          </button>
          <p class="note">{t('popup.everyMeans')}</p>
        </>
      )}
    </>
  );
}
