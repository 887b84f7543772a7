import { useState } from 'preact/hooks';
import { EVERY_SITE, isEverySite, ownHosts, patternOf, removeSite, requestSite, siteName } from '../../utils/extension/index.ts';
import { t, tCount } from '../../utils/texts/index.ts';
import { useAllowed } from '../shared/useAllowed.ts';

/** The sites that the reader allowed, each with the way to take that back, and how to allow more. */
export function OptionsAllowed() {
  const patterns = useAllowed();
  const every = patterns.some(isEverySite);
  return (
    <>
      <h3>{t('options.allowed.title')}</h3>
      <p class="note">{tCount('options.allowed.own', ownHosts().length)}</p>
      <ul class="rows">
        {patterns.map((pattern) => {
          const site = isEverySite(pattern) ? t('options.allowed.every') : siteName(pattern);
          return (
            <li key={pattern}>
              <span class="name">{site}</span>
              <button type="button" class="small" aria-label={t('options.allowed.removeOf', { site })} onClick={() => removeSite(pattern)}>
                {t('options.allowed.remove')}
              </button>
            </li>
          );
        })}
      </ul>
      <AllowSite />
      {!every && (
        <button type="button" onClick={() => requestSite(EVERY_SITE)}>
          {t('welcome.reach.everyAsk')}
        </button>
      )}
    </>
  );
}

/** A site by its name, as the reader types or pastes it. */
function AllowSite() {
  const [wrong, setWrong] = useState(false);
  const allow = (form: HTMLFormElement) => {
    const typed = String(new FormData(form).get('site') ?? '').trim();
    const address = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
    const host = URL.canParse(address) ? new URL(address).hostname : '';
    setWrong(!host.includes('.'));
    if (host.includes('.')) requestSite(patternOf(host)).then((allowed) => allowed && form.reset());
  };
  return (
    <form
      class="line"
      onSubmit={(event) => {
        event.preventDefault();
        allow(event.currentTarget);
      }}
    >
      <label>
        {t('options.allowed.add')}{' '}
        <input name="site" type="text" dir="ltr" inputMode="url" autocomplete="off" placeholder="forum.example.org" />
      </label>
      <button type="submit">{t('options.allowed.allow')}</button>
      {wrong && (
        <p class="note" role="alert">
          {t('options.allowed.wrong')}
        </p>
      )}
    </form>
  );
}
