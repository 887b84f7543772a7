import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  EVERY_SITE,
  framedSiteIn,
  ownHosts,
  patternOf,
  reachOf,
  readNow,
  registerScripts,
  siteName,
} from '../../../utils/extension/permissions.ts';

const OWN = ['*://*.reddit.com/*', '*://news.ycombinator.com/*'];
/** Sites that the reader allowed. */
let allowed: string[];
/** Scripts that the browser runs by itself, as it would list them. */
let registered: { id: string; matches?: string[]; excludeMatches?: string[]; js?: string[]; allFrames?: boolean }[];

beforeEach(() => {
  allowed = [];
  registered = [];
  fakeBrowser.runtime.getManifest = () => ({
    manifest_version: 3,
    name: 'Standpoint',
    version: '0.1.0',
    host_permissions: OWN,
    content_scripts: [
      { matches: ['*://disqus.com/embed/comments/*'], all_frames: true, js: ['content-scripts/embed.js'] },
      // As Firefox tells it.
      { matches: OWN, js: ['moz-extension://id/content-scripts/loader.js'] },
    ],
  });
  Object.assign(fakeBrowser.permissions, { getAll: async () => ({ origins: [...OWN, ...allowed] }) });
  Object.assign(fakeBrowser.scripting, {
    getRegisteredContentScripts: async () => registered,
    unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
      registered = registered.filter(({ id }) => !ids.includes(id));
    },
    registerContentScripts: async (scripts: typeof registered) => {
      for (const { id } of scripts) if (registered.some((other) => other.id === id)) throw new Error(`Duplicate script ID '${id}'`);
      registered.push(...scripts);
    },
  });
});

describe('scripts', () => {
  it('are registered for the sites allowed, wherever the manifest does not have them run, and are gone with the permission', async () => {
    await registerScripts();
    expect(registered).toEqual([]);
    allowed = ['*://forum.example.org/*'];
    await registerScripts();
    expect(registered).toMatchObject([
      { id: 'sites', matches: allowed, js: ['/always.js', '/generic.js', '/content-scripts/content.js'], persistAcrossSessions: true },
      {
        id: 'frames',
        matches: allowed,
        js: ['/content-scripts/embed.js'],
        allFrames: true,
        excludeMatches: ['*://disqus.com/embed/comments/*'],
      },
    ]);
    expect(registered[0]?.excludeMatches).toEqual(expect.arrayContaining(OWN));
    allowed = [];
    await registerScripts();
    expect(registered).toEqual([]);
  });

  it('look for known forums alone on every site, and leave the sites allowed by name to theirs', async () => {
    allowed = [EVERY_SITE, '*://forum.example.org/*'];
    await registerScripts();
    const every = registered.find(({ id }) => id === 'every-site');
    expect(every?.js).toEqual(['/content-scripts/loader.js']);
    expect(every?.excludeMatches).toEqual(expect.arrayContaining([...OWN, '*://forum.example.org/*']));
    const frames = registered.find(({ id }) => id === 'frames');
    expect(frames?.matches).toEqual(expect.arrayContaining(['*://forum.example.org/*', '*://giscus.app/*']));
  });

  it('are registered once, however often and quickly that is asked for', async () => {
    allowed = ['*://forum.example.org/*'];
    await Promise.all([registerScripts(), registerScripts(), registerScripts()]);
    expect(registered.map(({ id }) => id)).toEqual(['sites', 'frames']);
  });

  it('run at once in the tab that is looked at', async () => {
    const executeScript = vi.fn(async () => []);
    Object.assign(fakeBrowser.scripting, { executeScript });
    Object.assign(browser.tabs, { query: async () => [{ id: 7 }] });
    await readNow(['*://forum.example.org/*']);
    expect(executeScript).toHaveBeenCalledWith({
      target: { tabId: 7 },
      files: ['/always.js', '/generic.js', '/content-scripts/content.js'],
    });
    expect(executeScript).toHaveBeenLastCalledWith({ target: { tabId: 7, allFrames: true }, files: ['/content-scripts/embed.js'] });
    await readNow([EVERY_SITE]);
    expect(executeScript).toHaveBeenCalledWith({ target: { tabId: 7 }, files: ['/content-scripts/loader.js'] });
  });
});

it('finds the site of a frame with comments that it may not read yet', async () => {
  const frames = (...addresses: string[]) => Object.assign(fakeBrowser.scripting, { executeScript: async () => [{ result: addresses }] });
  frames('', 'https://ads.example.com/banner', 'https://www.giscus.example.com/');
  expect(await framedSiteIn(7)).toBeNull();
  frames('https://ads.example.com/banner', 'https://giscus.app/en/widget?term=x');
  expect(await framedSiteIn(7)).toBe('giscus.app');
  frames('https://talk.example.com/web/iframe.html?site_id=x');
  expect(await framedSiteIn(7)).toBe('talk.example.com');
  allowed = ['*://talk.example.com/*'];
  expect(await framedSiteIn(7)).toBeNull();
  Object.assign(fakeBrowser.scripting, { executeScript: async () => Promise.reject(new Error('no extension may')) });
  expect(await framedSiteIn(7)).toBeNull();
});

it('tells why a host may be read', async () => {
  expect(await reachOf('old.reddit.com')).toBe('own');
  expect(await reachOf('forum.example.org')).toBe('none');
  allowed = [EVERY_SITE];
  expect(await reachOf('forum.example.org')).toBe('every');
  allowed = [EVERY_SITE, '*://forum.example.org/*'];
  expect(await reachOf('forum.example.org:8080')).toBe('always');
});

it('names sites by their hosts', () => {
  expect(patternOf('forum.example.org:8080')).toBe('*://forum.example.org/*');
  expect(siteName('*://*.reddit.com/*')).toBe('reddit.com');
  expect(ownHosts()).toEqual(['disqus.com', 'news.ycombinator.com', 'reddit.com']);
});
