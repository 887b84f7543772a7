import { browser } from 'wxt/browser';
import type { Tab } from '../entrypoints/popup/tab.ts';
import { changeSettings, settings, siteIsOn } from '../utils/settings.ts';
import { Logo } from './Logo.tsx';
import { PrecisionSlider } from './PrecisionSlider.tsx';
import { Switch } from './Switch.tsx';
import { TabState } from './TabState.tsx';

/** The thread in the tab, what is shown of it, and how sure a label must be. */
export function Popup({ tab }: { tab: Tab }) {
  const current = settings.value;
  const host = tab.host.value;
  const on = host === null || siteIsOn(current, host);
  const turnSite = (wanted: boolean, site: string) =>
    changeSettings({ sitesOff: wanted ? current.sitesOff.filter((other) => other !== site) : [...current.sitesOff, site] });
  return (
    <>
      <h1>
        <Logo /> Standpoint
      </h1>
      <section aria-label="This page">{on ? <TabState tab={tab} /> : <p class="note">Standpoint is off on {host}.</p>}</section>
      <section aria-label="What is shown" class="switches">
        <Switch label="Badges on comments" on={current.badges} turn={(badges) => changeSettings({ badges })} />
        <Switch label="Sidebar" on={current.sidebar} turn={(sidebar) => changeSettings({ sidebar })} />
        {host && <Switch label={`On ${host}`} on={on} turn={(wanted) => turnSite(wanted, host)} />}
      </section>
      <section aria-label="Sensitivity">
        <PrecisionSlider />
      </section>
      <footer>
        <button type="button" onClick={() => browser.runtime.openOptionsPage()}>
          All options
        </button>
      </footer>
    </>
  );
}
