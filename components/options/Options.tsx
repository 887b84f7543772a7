import type { ReadonlySignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { ModelCard } from '../../utils/extension/index.ts';
import { changeSettings, onlyHere, settings } from '../../utils/reader/index.ts';
import { t } from '../../utils/texts/index.ts';
import { ChooseDensity, ChooseShown } from '../badge/BadgeChoices.tsx';
import { KeysTable } from '../keyboard/KeysTable.tsx';
import { Logo } from '../shared/Logo.tsx';
import { PrecisionSlider } from '../shared/PrecisionSlider.tsx';
import { Switch } from '../shared/Switch.tsx';
import { ModelFigures } from './ModelFigures.tsx';
import { OptionsAllowed } from './OptionsAllowed.tsx';
import { OptionsCorrections } from './OptionsCorrections.tsx';
import { OptionsDiagnosis } from './OptionsDiagnosis.tsx';
import { OptionsFile } from './OptionsFile.tsx';
import { OptionsSearch } from './OptionsSearch.tsx';
import { OptionsSection } from './OptionsSection.tsx';
import { OptionsSetting } from './OptionsSetting.tsx';
import { OptionsSites } from './OptionsSites.tsx';
import { OptionsStoredData } from './OptionsStoredData.tsx';
import { OptionsVisits } from './OptionsVisits.tsx';

const SECTIONS = {
  badges: t('options.sections.badges'),
  sidebar: t('options.sections.sidebar'),
  keys: t('options.sections.keys'),
  certainty: t('options.sections.certainty'),
  exports: t('options.sections.exports'),
  sites: t('options.sections.sites'),
  visits: t('visits.title'),
  corrections: t('options.sections.corrections'),
  storedData: t('options.storedData.title'),
  file: t('options.file.title'),
  diagnosis: t('options.diagnosis.title'),
  model: t('options.sections.model'),
};

interface OptionsProps {
  card: ReadonlySignal<ModelCard | null | 'asking'>;
  /** The tab that the reader came from to see what is wrong there. */
  tabId?: number | null;
}

/** Everything that can be set, and everything that is known of the model. Each change reaches open pages at once. */
export function Options({ card, tabId = null }: OptionsProps) {
  const main = useRef<HTMLElement>(null);
  const { minimap, sidebar, sidebarSide, pseudonyms } = settings.value;
  return (
    <div class="options">
      <header>
        <h1>
          <Logo /> Standpoint
        </h1>
        <OptionsSearch within={() => main.current} />
        <nav aria-label={t('options.label')}>
          <ul>
            {Object.entries(SECTIONS).map(([id, title]) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
        <p class="note">{t('options.changes')}</p>
        <p class="note">Standpoint {browser.runtime.getManifest().version}</p>
      </header>
      <main ref={main}>
        {onlyHere.value && (
          <p class="warning" role="alert">
            {t('options.onlyHere')}
          </p>
        )}
        <OptionsSection id="badges" title={SECTIONS.badges} note={t('options.notes.badges')}>
          <OptionsSetting note={t('options.badges')}>
            <ChooseShown />
          </OptionsSetting>
          <OptionsSetting note={t('options.density')}>
            <ChooseDensity />
          </OptionsSetting>
        </OptionsSection>
        <OptionsSection id="sidebar" title={SECTIONS.sidebar} note={t('options.notes.sidebar')}>
          <OptionsSetting note={t('options.sidebar')}>
            <Switch label={t('options.showSidebar')} on={sidebar} turn={(wanted) => changeSettings({ sidebar: wanted })} />
          </OptionsSetting>
          <OptionsSetting note={t('options.side')}>
            <Switch
              label={t('options.left')}
              on={sidebarSide === 'left'}
              turn={(left) => changeSettings({ sidebarSide: left ? 'left' : 'right' })}
            />
          </OptionsSetting>
          <OptionsSetting note={t('options.minimap')}>
            <Switch label={t('minimap.show')} on={minimap} turn={(wanted) => changeSettings({ minimap: wanted })} />
          </OptionsSetting>
        </OptionsSection>
        <OptionsSection id="keys" title={SECTIONS.keys} note={t('keys.note')}>
          <KeysTable />
        </OptionsSection>
        <OptionsSection id="certainty" title={SECTIONS.certainty} note={t('options.notes.certainty')}>
          <OptionsSetting note={t('options.precision')}>
            <PrecisionSlider />
          </OptionsSetting>
        </OptionsSection>
        <OptionsSection id="exports" title={SECTIONS.exports} note={t('options.notes.exports')}>
          <OptionsSetting note={t('options.notes.pseudonyms')}>
            <Switch label={t('options.leaveNames')} on={pseudonyms} turn={(wanted) => changeSettings({ pseudonyms: wanted })} />
          </OptionsSetting>
          <p>
            <a href="viewer.html">{t('exports.open')}</a>
          </p>
        </OptionsSection>
        <OptionsSection id="sites" title={SECTIONS.sites} note={t('options.notes.sites')}>
          <OptionsSetting note={t('options.allowed.note')}>
            <OptionsAllowed />
          </OptionsSetting>
          <OptionsSetting note={t('options.off')}>
            <OptionsSites />
          </OptionsSetting>
        </OptionsSection>
        <OptionsSection id="visits" title={SECTIONS.visits} note={t('visits.note')}>
          <OptionsVisits />
        </OptionsSection>
        <OptionsSection id="corrections" title={SECTIONS.corrections} note={t('options.notes.corrections')}>
          <OptionsCorrections />
        </OptionsSection>
        <OptionsSection id="storedData" title={SECTIONS.storedData} note={t('options.storedData.note')}>
          <OptionsSetting note={t('options.storedData.clears')}>
            <OptionsStoredData />
          </OptionsSetting>
        </OptionsSection>
        <OptionsSection id="file" title={SECTIONS.file} note={t('options.file.note')}>
          <OptionsSetting note={t('options.file.what')}>
            <OptionsFile />
          </OptionsSetting>
        </OptionsSection>
        <OptionsSection id="diagnosis" title={SECTIONS.diagnosis} note={t('options.diagnosis.note')}>
          <OptionsSetting note={t('options.diagnosis.how')}>
            <OptionsDiagnosis tabId={tabId} />
          </OptionsSetting>
        </OptionsSection>
        <OptionsSection id="model" title={SECTIONS.model} note={t('options.notes.model')}>
          <ModelFigures card={card.value} />
        </OptionsSection>
      </main>
    </div>
  );
}
