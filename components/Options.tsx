import type { ReadonlySignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { ModelCard } from '../entrypoints/options/modelCard.ts';
import { changeSettings, onlyHere, settings } from '../utils/settings.ts';
import { t } from '../utils/texts.ts';
import { KeysTable } from './KeysTable.tsx';
import { Logo } from './Logo.tsx';
import { ModelFigures } from './ModelFigures.tsx';
import { OptionsAllowed } from './OptionsAllowed.tsx';
import { OptionsCorrections } from './OptionsCorrections.tsx';
import { OptionsDensity } from './OptionsDensity.tsx';
import { OptionsDiagnosis } from './OptionsDiagnosis.tsx';
import { OptionsFile } from './OptionsFile.tsx';
import { OptionsKept } from './OptionsKept.tsx';
import { OptionsSearch } from './OptionsSearch.tsx';
import { OptionsSection } from './OptionsSection.tsx';
import { OptionsSetting } from './OptionsSetting.tsx';
import { OptionsSites } from './OptionsSites.tsx';
import { OptionsVisits } from './OptionsVisits.tsx';
import { PrecisionSlider } from './PrecisionSlider.tsx';
import { Switch } from './Switch.tsx';

const SECTIONS = {
  badges: 'Badges',
  sidebar: 'Sidebar',
  keys: 'Keys',
  certainty: 'Certainty',
  exports: 'Exports',
  sites: 'Sites',
  visits: t('visits.title'),
  corrections: 'Your corrections',
  kept: t('options.kept.title'),
  file: t('options.file.title'),
  diagnosis: t('options.diagnosis.title'),
  model: 'The model',
};

interface OptionsProps {
  card: ReadonlySignal<ModelCard | null | 'asking'>;
  /** The tab that the reader came from to see what is wrong there. */
  tabId?: number | null;
}

/** Everything that can be set, and everything that is known of the model. Each change reaches open pages at once. */
export function Options({ card, tabId = null }: OptionsProps) {
  const main = useRef<HTMLElement>(null);
  const { badges, minimap, sidebar, sidebarSide, pseudonyms } = settings.value;
  return (
    <div class="options">
      <header>
        <h1>
          <Logo /> Standpoint
        </h1>
        <OptionsSearch within={() => main.current} />
        <nav aria-label="Options">
          <ul>
            {Object.entries(SECTIONS).map(([id, title]) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
        <p class="note">Changes count at once, also on pages that are open.</p>
      </header>
      <main ref={main}>
        {onlyHere.value && (
          <p class="warning" role="alert">
            {t('options.onlyHere')}
          </p>
        )}
        <OptionsSection id="badges" title={SECTIONS.badges} note="A small mark beside each comment says where it stands towards the post.">
          <OptionsSetting note={t('options.badges')}>
            <Switch label="Show badges on comments" on={badges} turn={(wanted) => changeSettings({ badges: wanted })} />
          </OptionsSetting>
          <OptionsSetting note={t('options.density')}>
            <OptionsDensity />
          </OptionsSetting>
        </OptionsSection>
        <OptionsSection
          id="sidebar"
          title={SECTIONS.sidebar}
          note="Sums the thread up beside the page: its claim, how it divides, who speaks for each side."
        >
          <OptionsSetting note={t('options.sidebar')}>
            <Switch label="Show the sidebar" on={sidebar} turn={(wanted) => changeSettings({ sidebar: wanted })} />
          </OptionsSetting>
          <OptionsSetting note={t('options.side')}>
            <Switch
              label="Put it on the left side of the page"
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
        <OptionsSection id="certainty" title={SECTIONS.certainty} note="The surer a label must be, the more comments are shown as unsure.">
          <OptionsSetting note={t('options.precision')}>
            <PrecisionSlider />
          </OptionsSetting>
        </OptionsSection>
        <OptionsSection
          id="exports"
          title={SECTIONS.exports}
          note="An export holds the thread with its stances; it is a file of yours and goes nowhere by itself."
        >
          <OptionsSetting note="Authors become “Person 1”, “Person 2” and so on. What they wrote stays as it is.">
            <Switch label="Leave names out of exports" on={pseudonyms} turn={(wanted) => changeSettings({ pseudonyms: wanted })} />
          </OptionsSetting>
          <p>
            <a href="viewer.html">{t('exports.open')}</a>
          </p>
        </OptionsSection>
        <OptionsSection id="sites" title={SECTIONS.sites} note="Where Standpoint may read, and where it stays silent.">
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
        <OptionsSection
          id="corrections"
          title={SECTIONS.corrections}
          note="What you set on a badge is kept on this device, by the thread's address and the comment's number, without a word of the thread."
        >
          <OptionsCorrections />
        </OptionsSection>
        <OptionsSection id="kept" title={SECTIONS.kept} note={t('options.kept.note')}>
          <OptionsSetting note={t('options.kept.clears')}>
            <OptionsKept />
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
        <OptionsSection
          id="model"
          title={SECTIONS.model}
          note="Made out of public discussions, run on your device. This is how it was made and how often it is right."
        >
          <ModelFigures card={card.value} />
        </OptionsSection>
      </main>
    </div>
  );
}
