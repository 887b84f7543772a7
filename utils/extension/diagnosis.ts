import type { PageState } from '../messaging/index.ts';
import type { Settings } from '../reader/index.ts';
import { type Health, reportOf } from '../reading/index.ts';
import type { Reach } from './permissions.ts';

/** What a diagnosis tells of the browser and of the tab. */
export interface Circumstances {
  version: string;
  /** The browser, as it names itself. */
  agent: string;
  /** `null` where the browser does not tell what site a tab shows. */
  host: string | null;
  reach: Reach | null;
  /** `null` where nobody of ours answers in the tab. */
  page: PageState | null;
  /** What a platform finds on the page; `null` where none knows it. */
  health: Health | null;
  settings: Settings;
}

/** What somebody needs to know who is to mend something: a fact a line. No word of the page, no path of its address, no other site. */
export function diagnosisOf({ version, agent, host, reach, page, health, settings }: Circumstances): string {
  const { sitesOff, ...others } = settings;
  const summary = page?.summary;
  return [
    `Standpoint ${version}`,
    agent,
    `site: ${host ?? 'unknown'}; permission: ${reach ?? 'unknown'}; switched off here: ${host !== null && sitesOff.includes(host)}`,
    page
      ? `state: ${page.state}; platform: ${page.platform ?? 'none'}; refused: ${page.refused}; in a frame: ${page.inFrame}`
      : 'nothing of Standpoint answers in this tab',
    ...(page?.failure ? [`failure: ${page.failure}`] : []),
    ...(summary ? [`read ${summary.read} of ${summary.total ?? 'an unknown number'}; division: ${JSON.stringify(summary.division)}`] : []),
    `settings: ${JSON.stringify(others)}`,
    ...(health ? [reportOf(health, version)] : []),
  ].join('\n');
}
