import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface Installed {
  name: string;
  engine: 'chromium' | 'firefox';
  path: string;
}

interface Known {
  name: string;
  engine: Installed['engine'];
  /** Names on the PATH. */
  commands: string[];
  mac: string;
  /** Below the folders that Windows installs programs into. */
  windows: string;
}

const KNOWN: Known[] = [
  {
    name: 'Chromium',
    engine: 'chromium',
    commands: ['chromium', 'chromium-browser'],
    mac: 'Chromium.app/Contents/MacOS/Chromium',
    windows: 'Chromium/Application/chrome.exe',
  },
  {
    name: 'Chrome',
    engine: 'chromium',
    commands: ['google-chrome', 'google-chrome-stable'],
    mac: 'Google Chrome.app/Contents/MacOS/Google Chrome',
    windows: 'Google/Chrome/Application/chrome.exe',
  },
  {
    name: 'Edge',
    engine: 'chromium',
    commands: ['microsoft-edge', 'microsoft-edge-stable'],
    mac: 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    windows: 'Microsoft/Edge/Application/msedge.exe',
  },
  {
    name: 'Firefox',
    engine: 'firefox',
    commands: ['firefox', 'firefox-esr'],
    mac: 'Firefox.app/Contents/MacOS/firefox',
    windows: 'Mozilla Firefox/firefox.exe',
  },
];

/** Where a browser lies that `npm start` fetched because the reader asked for it. */
export const FETCHED = join(import.meta.dirname, '../../.output/browsers');

/** The program of that browser, as it was noted beside it; empty where none was fetched. */
function fetchedBrowser(): string {
  const note = join(FETCHED, 'program.txt');
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : '';
}

/** The browsers on this machine, Chromium and its kin first. CHROME_PATH and FIREFOX_PATH name one that stands elsewhere. */
export function findBrowsers(environment: NodeJS.ProcessEnv = process.env): Installed[] {
  const named: Installed[] = [
    { name: 'Chrome', engine: 'chromium' as const, path: environment.CHROME_PATH ?? '' },
    { name: 'Firefox', engine: 'firefox' as const, path: environment.FIREFOX_PATH ?? '' },
    { name: 'Chrome for Testing', engine: 'chromium' as const, path: fetchedBrowser() },
  ];
  const usual = KNOWN.flatMap((known) => placesOf(known, environment).map((path) => ({ name: known.name, engine: known.engine, path })));
  const found: Installed[] = [];
  for (const browser of [...named, ...usual]) {
    // A browser may stand on the PATH under several names, and be wrapped by a script.
    if (!existsSync(browser.path)) continue;
    const path = realpathSync(browser.path);
    if (!found.some((other) => other.name === browser.name || realpathSync(other.path) === path)) found.push(browser);
  }
  return found.sort((a, b) => a.engine.localeCompare(b.engine));
}

function placesOf({ commands, mac, windows }: Known, environment: NodeJS.ProcessEnv): string[] {
  if (process.platform === 'darwin') return [join('/Applications', mac), join(environment.HOME ?? '', 'Applications', mac)];
  if (process.platform === 'win32') {
    const folders = [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA];
    return folders.flatMap((folder) => (folder ? [join(folder, windows)] : []));
  }
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return commands.flatMap((command) => folders.map((folder) => join(folder, command)));
}
