import { checkAccess } from './access.ts';
import { checkArguments } from './arguments.ts';
import type { Reader } from './checks.ts';
import { checkCorrections } from './corrections.ts';
import { checkDemo } from './demo.ts';
import { checkExports } from './exports.ts';
import { checkFaults } from './faults.ts';
import { checkFolded } from './folded.ts';
import { checkGeneric } from './generic.ts';
import { checkGrowth } from './growth.ts';
import { checkLanguages } from './languages.ts';
import { checkLooks } from './looks.ts';
import { checkOptions } from './options.ts';
import { checkOverview } from './overview.ts';
import { checkPages } from './pages.ts';
import { checkProcessor, SOFTWARE_PROCESSOR } from './processor.ts';
import { checkReach } from './reach.ts';
import { checkSafety } from './safety.ts';
import { checkSaved } from './saved.ts';
import { checkSettings } from './settings.ts';
import { checkEndurance, checkSurvival } from './survival.ts';
import { checkTouch } from './touch.ts';
import { checkUpdate } from './update.ts';
import { checkViewer } from './viewer.ts';
import { checkWalk } from './walk.ts';
import { checkWhole } from './whole.ts';

/** The parts of the browser tests by name; each has a browser of its own. */
export const PARTS: Record<string, (reader: Reader) => Promise<void>> = {
  pages: checkPages,
  saved: checkSaved,
  demo: checkDemo,
  folded: checkFolded,
  overview: checkOverview,
  growth: checkGrowth,
  whole: checkWhole,
  generic: checkGeneric,
  exports: checkExports,
  viewer: checkViewer,
  safety: checkSafety,
  arguments: checkArguments,
  corrections: checkCorrections,
  options: checkOptions,
  settings: checkSettings,
  reach: checkReach,
  looks: checkLooks,
  access: checkAccess,
  languages: checkLanguages,
  walk: checkWalk,
  survival: checkSurvival,
  endurance: checkEndurance,
  faults: checkFaults,
  touch: checkTouch,
  update: checkUpdate,
  processor: checkProcessor,
};

/**
 * What Chromium is started with for a part. To measure what is held, it compiles nothing anew that it has run often, and keeps
 * what it has compiled once: else that comes and goes for as long as a page is used.
 */
export const FLAGS: Record<string, string[]> = {
  processor: SOFTWARE_PROCESSOR,
  endurance: ['--js-flags=--no-opt --no-maglev --no-sparkplug --no-flush-bytecode'],
};

/** `npm start`, which brings its own browsers; one part for all of them, since they write into the same folder. */
export const START = 'start';

/** What is said of a whole thread is looked at with the model that ships; all else with the small one, which answers at once. */
export function modelOf(part: string): 'small' | 'shipped' {
  return ['demo', 'overview', 'looks', 'walk'].includes(part) ? 'shipped' : 'small';
}

/** Parts in which engines do not differ by what an extension asks of them: one engine looks, and the second one in the sweeps or where named. */
export const ONCE = ['growth', 'overview', 'arguments', 'whole', 'looks', 'access', 'languages', 'walk', 'viewer', 'options'];

/** Parts that use what the driver of Chromium alone can do. */
export const IN_CHROMIUM = ['endurance', 'touch'];

/** The parts that take longest, the longest first. */
export const LONGEST_FIRST = [
  START,
  'pages',
  'survival',
  'growth',
  'saved',
  'folded',
  'safety',
  'access',
  'languages',
  'generic',
  'viewer',
];
