import type { ReadonlySignal } from '@preact/signals';
import type { ModelCard } from '../entrypoints/options/modelCard.ts';
import { changeSettings, settings } from '../utils/settings.ts';
import { t } from '../utils/texts.ts';
import { KeysTable } from './KeysTable.tsx';
import { Logo } from './Logo.tsx';
import { ModelFigures } from './ModelFigures.tsx';
import { OptionsCorrections } from './OptionsCorrections.tsx';
import { OptionsDensity } from './OptionsDensity.tsx';
import { OptionsSection } from './OptionsSection.tsx';
import { OptionsSites } from './OptionsSites.tsx';
import { PrecisionSlider } from './PrecisionSlider.tsx';
import { Switch } from './Switch.tsx';

const SECTIONS = {
  badges: 'Badges',
  sidebar: 'Sidebar',
  keys: 'Keys',
  certainty: 'Certainty',
  exports: 'Exports',
  sites: 'Sites',
  corrections: 'Your corrections',
  model: 'The model',
};

/** Everything that can be set, and everything that is known of the model. Each change reaches open pages at once. */
export function Options({ card }: { card: ReadonlySignal<ModelCard | null | 'asking'> }) {
  const { badges, minimap, sidebar, sidebarSide, pseudonyms } = settings.value;
  return (
    <div class="options">
      <header>
        <h1>
          <Logo /> Standpoint
        </h1>
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
      <main>
        <OptionsSection id="badges" title={SECTIONS.badges} note="A small mark beside each comment says where it stands towards the post.">
          <Switch label="Show badges on comments" on={badges} turn={(wanted) => changeSettings({ badges: wanted })} />
          <OptionsDensity />
        </OptionsSection>
        <OptionsSection
          id="sidebar"
          title={SECTIONS.sidebar}
          note="Sums the thread up beside the page: its claim, how it divides, who speaks for each side."
        >
          <Switch label="Show the sidebar" on={sidebar} turn={(wanted) => changeSettings({ sidebar: wanted })} />
          <Switch
            label="Put it on the left side of the page"
            on={sidebarSide === 'left'}
            turn={(left) => changeSettings({ sidebarSide: left ? 'left' : 'right' })}
          />
          <Switch label={t('minimap.show')} on={minimap} turn={(wanted) => changeSettings({ minimap: wanted })} />
        </OptionsSection>
        <OptionsSection id="keys" title={SECTIONS.keys} note={t('keys.note')}>
          <KeysTable />
        </OptionsSection>
        <OptionsSection id="certainty" title={SECTIONS.certainty} note="The surer a label must be, the more comments are shown as unsure.">
          <PrecisionSlider />
        </OptionsSection>
        <OptionsSection
          id="exports"
          title={SECTIONS.exports}
          note="An export holds the thread with its stances; it is a file of yours and goes nowhere by itself."
        >
          <Switch label="Leave names out of exports" on={pseudonyms} turn={(wanted) => changeSettings({ pseudonyms: wanted })} />
          <p class="note">Authors become “Person 1”, “Person 2” and so on. What they wrote stays as it is.</p>
        </OptionsSection>
        <OptionsSection
          id="sites"
          title={SECTIONS.sites}
          note="On these sites Standpoint stays silent. The toolbar button turns a site off."
        >
          <OptionsSites />
        </OptionsSection>
        <OptionsSection
          id="corrections"
          title={SECTIONS.corrections}
          note="What you set on a badge is kept on this device, by the thread's address and the comment's number, without a word of the thread."
        >
          <OptionsCorrections />
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
