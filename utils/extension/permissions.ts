import { browser } from 'wxt/browser';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';
import { MatchPattern } from 'wxt/utils/match-patterns';

/** Reads the thread of a page and shows it. */
const READER = '/content-scripts/content.js';

/** Every site there is, as a match pattern. */
export const EVERY_SITE = '*://*/*';

/**
 * Why Standpoint may read a host by itself: the extension came with its permission, the reader allowed it, the reader allowed every site,
 * or it may not.
 */
export type Reach = 'own' | 'always' | 'every' | 'none';

/** Match patterns that the reader allowed beside those of the manifest. The browser keeps them, and nobody else. */
export async function allowedPatterns(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const own = new Set(ownPatterns());
  return origins.filter((origin) => !own.has(origin)).sort();
}

/** By what right the extension may read a host: its own manifest, the reader's word for this site or for every site, or none. */
export async function reachOf(host: string): Promise<Reach> {
  const holds = (pattern: string) => new MatchPattern(pattern).includes(`https://${host}/`);
  if (ownPatterns().some(holds)) return 'own';
  const holding = (await allowedPatterns()).filter(holds);
  if (holding.length === 0) return 'none';
  return holding.every(isEverySite) ? 'every' : 'always';
}

/** Whether a match pattern takes in all hosts. */
export function isEverySite(pattern: string): boolean {
  return pattern === '<all_urls>' || /^(\*|https?):\/\/\*\/\*$/.test(pattern);
}

/** The match pattern of a site; its port is no part of that. */
export function patternOf(host: string): string {
  return `*://${host.replace(/:\d+$/, '')}/*`;
}

/** Asks the reader for a site. To be called in their click before anything is waited for: browsers show the question only then. */
export function requestSite(pattern: string): Promise<boolean> {
  return browser.permissions.request({ origins: [pattern] });
}

/** Gives a site's permission back. Rejects where it came with the manifest. */
export async function removeSite(pattern: string): Promise<void> {
  await browser.permissions.remove({ origins: [pattern] });
}

let last: Promise<void> = Promise.resolve();

/** Has the browser run our scripts on the sites that the reader allowed, and on no others. Doing it again changes nothing. */
export function registerScripts(): Promise<void> {
  // Two at once would register the same twice.
  last = last.catch(() => {}).then(register);
  return last;
}

async function register(): Promise<void> {
  const { scripting } = browser;
  const patterns = await allowedPatterns();
  const sites = patterns.filter((pattern) => !isEverySite(pattern));
  const scripts = [];
  if (sites.length > 0) scripts.push({ id: 'sites', matches: sites, excludeMatches: ownPatterns(), js: filesFor('always') });
  if (sites.length < patterns.length) {
    scripts.push({ id: 'every-site', matches: [EVERY_SITE], excludeMatches: [...ownPatterns(), ...sites], js: filesFor('every') });
  }
  const framed = sites.length < patterns.length ? [...sites, ...PLATFORM_FRAMES] : sites;
  if (framed.length > 0) {
    const excludeMatches = contentScripts().flatMap(({ all_frames, matches }) => (all_frames ? (matches ?? []) : []));
    scripts.push({ id: 'frames', matches: framed, excludeMatches, js: filesFor('frames'), allFrames: true });
  }
  const registered = await scripting.getRegisteredContentScripts();
  if (registered.length > 0) await scripting.unregisterContentScripts({ ids: registered.map(({ id }) => id) });
  const always = { runAt: 'document_idle', persistAcrossSessions: true } as const;
  if (scripts.length > 0) await scripting.registerContentScripts(scripts.map((script) => ({ ...script, ...always })));
}

/** Begins to read on the sites just allowed, in the tabs that are looked at; others follow when they load. */
export async function readNow(patterns: readonly string[]): Promise<void> {
  const every = patterns.every(isEverySite);
  const tabs = await browser.tabs.query({ active: true, url: [...patterns] });
  for (const { id } of tabs) if (id !== undefined) await runIn(id, filesFor(every ? 'every' : 'always')).catch(() => {});
  // What was allowed may stand in a frame, whose address the page around it does not show.
  const around = await browser.tabs.query({ active: true });
  for (const { id } of around) {
    if (id === undefined) continue;
    await browser.scripting.executeScript({ target: { tabId: id, allFrames: true }, files: filesFor('frames') }).catch(() => {});
  }
}

/** The site of a frame in a tab that holds comments which Standpoint may not read yet; `null` where there is none. */
export async function framedSiteIn(tabId: number): Promise<string | null> {
  const addresses = () => [...document.querySelectorAll('iframe')].map(({ src }) => src);
  const [page] = await browser.scripting.executeScript({ target: { tabId }, func: addresses }).catch(() => []);
  const patterns = PLATFORM_FRAMES.map((pattern) => new MatchPattern(pattern));
  for (const address of (page?.result as string[] | undefined) ?? []) {
    if (!URL.canParse(address) || !patterns.some((pattern) => pattern.includes(address))) continue;
    const { host } = new URL(address);
    if ((await reachOf(host)) === 'none') return host;
  }
  return null;
}

/** Reads a tab's page once, whatever forum it is of. Throws where the browser lets no extension in. */
export function readOnce(tabId: number): Promise<void> {
  return runIn(tabId, filesFor('always'));
}

/** Runs beside a frame of a tab whose thread was read, for the sidebar to stand in the page around it. */
export function showAround(tabId: number): Promise<void> {
  return runIn(tabId, [READER]);
}

async function runIn(tabId: number, files: ScriptPublicPath[]): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files });
}

/**
 * On a site that the reader chose, any page is read at once, as one they asked for; elsewhere runs what the manifest runs on forums it
 * names, which looks for a thread of a known kind first. In frames only comments of a known kind are looked for.
 */
function filesFor(reach: 'always' | 'every' | 'frames'): ScriptPublicPath[] {
  if (reach === 'always') return ['/always.js', '/generic.js', READER];
  const files = contentScripts().flatMap(({ all_frames, js = [] }) => ((all_frames === true) === (reach === 'frames') ? js : []));
  // Firefox tells them as whole addresses, and takes them as paths alone.
  return files.map((file) => new URL(file, browser.runtime.getURL('/')).pathname as ScriptPublicPath);
}

/** The hosts that the extension came with permission for, by name. */
export function ownHosts(): string[] {
  return [...new Set(ownPatterns().map(siteName))].sort();
}

/** The site that a match pattern is about, as a reader knows it. */
export function siteName(pattern: string): string {
  return pattern.replace(/^[^/]*\/\/(\*\.)?|\/.*$/g, '');
}

function ownPatterns(): string[] {
  const { host_permissions = [] } = browser.runtime.getManifest();
  return [...new Set([...host_permissions, ...contentScripts().flatMap(({ matches }) => matches ?? [])])];
}

function contentScripts() {
  return browser.runtime.getManifest().content_scripts ?? [];
}
