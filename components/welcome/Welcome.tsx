import type { ComponentChildren } from 'preact';
import { browser } from 'wxt/browser';
import { EVERY_SITE, isEverySite, ownHosts, requestSite } from '../../utils/extension/index.ts';
import { settings } from '../../utils/reader/index.ts';
import { t, tCount } from '../../utils/texts/index.ts';
import { Logo } from '../shared/Logo.tsx';
import { useAllowed } from '../shared/useAllowed.ts';
import { WelcomeExample } from './WelcomeExample.tsx';
import { WelcomeKeys } from './WelcomeKeys.tsx';

const SEES = ['page', 'nothingElse', 'kept', 'private'] as const;
const CHECKS = ['network', 'offline', 'source'] as const;

/** What somebody should know who has just installed this. */
export function Welcome() {
  return (
    <main>
      <header>
        <Logo />
        <h1>{t('welcome.title')}</h1>
        <ul class="three">
          <li>{t('welcome.three.what')}</li>
          <li>{t('welcome.three.sure', { percent: String(Math.round(settings.value.precision * 100)) })}</li>
          <li>{t('welcome.three.off')}</li>
        </ul>
      </header>
      <Part title={t('welcome.example.title')}>
        <WelcomeExample />
        <p>{t('welcome.example.note')}</p>
        <p class="note">{t('welcome.example.wrong')}</p>
      </Part>
      <Part title={t('welcome.reach.title')}>
        <p>{tCount('welcome.reach.own', ownHosts().length)}</p>
        <details>
          <summary>{t('welcome.reach.which')}</summary>
          <p class="hosts">{ownHosts().join(' · ')}</p>
        </details>
        <dl class="choices">
          <div>
            <dt>{t('welcome.reach.once')}</dt>
            <dd>{t('welcome.reach.onceHow')}</dd>
          </div>
          <div>
            <dt>{t('welcome.reach.always')}</dt>
            <dd>{t('welcome.reach.alwaysHow')}</dd>
          </div>
          <div>
            <dt>{t('welcome.reach.every')}</dt>
            <dd>
              {t('welcome.reach.everyHow')} <EverySite />
            </dd>
          </div>
        </dl>
        <p class="note">{t('welcome.reach.back')}</p>
      </Part>
      <Part title={t('welcome.sees.title')}>
        <ul>
          {SEES.map((what) => (
            <li key={what}>{t(`welcome.sees.${what}`)}</li>
          ))}
        </ul>
      </Part>
      <Part title={t('welcome.leaves.title')}>
        <p>{t('welcome.leaves.note')}</p>
        <ol>
          {CHECKS.map((how) => (
            <li key={how}>{t(`welcome.leaves.${how}`)}</li>
          ))}
        </ol>
      </Part>
      <Part title={t('welcome.keys')}>
        <WelcomeKeys />
      </Part>
      <footer>
        <button type="button" class="further" onClick={() => browser.runtime.openOptionsPage()}>
          {t('welcome.options')}
        </button>
      </footer>
    </main>
  );
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Asks for every site, and says where that was allowed already. */
function EverySite() {
  const allowed = useAllowed().some(isEverySite);
  if (allowed) return <strong role="status">{t('welcome.reach.everyDone')}</strong>;
  return (
    <button type="button" class="further" onClick={() => requestSite(EVERY_SITE)}>
      {t('welcome.reach.everyAsk')}
    </button>
  );
}
