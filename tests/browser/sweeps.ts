import { findBrowsers, type Installed } from '../demo/browsers.ts';

/**
 * Whether every page is looked at in every view and language, and endurance is tried at length, as `.ci/run` has it; else one of each kind.
 */
export const SWEEPS = process.env.STANDPOINT_SWEEPS === '1';

/** What one kind of browser looks at, where each thing is looked at by one of them: all of it in both is for the sweeps. */
export function shareOf<Item>(all: Item[], engine: Installed['engine']): Item[] {
  const engines = [...new Set(findBrowsers().map((one) => one.engine))];
  return all.filter((_, index) => engines[index % engines.length] === engine);
}
