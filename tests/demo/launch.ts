import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type LaunchOptions } from 'puppeteer-core';
import type { Installed } from './browsers.ts';

export const VIEW = { width: 1280, height: 900 };

/** A running browser with the extension in it. */
export interface Running {
  browser: Browser;
  popup: string;
  /** The folder that downloads go to without asking. */
  downloads: string;
  /** Takes the extension out and puts it in again, as an update does. */
  update(): Promise<void>;
  close(): Promise<void>;
}

const GECKO_ID = 'standpoint@standpoint.example';
/** Firefox names an extension's pages by a number of its own; told beforehand, we know it. */
const GECKO_UUID = '5f0d3f3e-7d0f-4a4e-9d0a-3b0c9c5d1a11';

/** Starts a browser with an empty profile and the built extension. Nothing in it calls home; `log` is a folder for Chromium to note every request in. */
export async function launch(installed: Installed, extension: string, headless: boolean, log?: string): Promise<Running> {
  const downloads = mkdtempSync(join(tmpdir(), 'standpoint-'));
  const browser = await puppeteer.launch({
    executablePath: installed.path,
    headless,
    enableExtensions: true,
    defaultViewport: headless ? VIEW : null,
    ...(installed.engine === 'firefox' ? firefox(downloads) : chromium(downloads, log)),
  });
  const close = async () => {
    await browser.close();
    rmSync(downloads, { recursive: true, force: true });
  };
  try {
    const id = await install(browser, extension);
    const popup = installed.engine === 'firefox' ? `moz-extension://${GECKO_UUID}/popup.html` : `chrome-extension://${id}/popup.html`;
    const update = async () => {
      await browser.uninstallExtension(id);
      await install(browser, extension);
    };
    return { browser, popup, downloads, update, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Puts the extension in and turns over its welcome page, which would else stand before the page that is to be looked at. Firefox, once in a
 * few hundred starts on a busy machine, shows none: then the extension is put in once more, and the log says so.
 */
async function install(browser: Browser, extension: string): Promise<string> {
  for (const patience of [30_000, 60_000]) {
    const id = await browser.installExtension(extension);
    if (await turnOverWelcome(browser, patience)) return id;
    console.log('The welcome page did not open.');
    await browser.uninstallExtension(id);
  }
  throw new Error('The welcome page did not open.');
}

async function turnOverWelcome(browser: Browser, patience: number): Promise<boolean> {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    // Firefox does not say that such a page has loaded: the page itself is asked where it is.
    for (const page of await browser.pages()) {
      const asked = page.evaluate(() => location.href).catch(() => '');
      // A page that is about to go elsewhere may never answer.
      const address = await Promise.race([asked, new Promise<string>((resolve) => setTimeout(resolve, 2000, ''))]);
      if (!address.endsWith('/welcome.html')) continue;
      await page.close();
      return true;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

function chromium(downloadPath: string, log?: string): LaunchOptions {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-quic'];
  // Chromium refuses its sandbox to root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return {
    pipe: true, // extensions can be installed through a pipe alone
    args: [
      ...quiet,
      ...sandbox,
      ...(log ? [`--log-net-log=${join(log, 'net.json')}`] : []),
      '--host-resolver-rules=MAP forum.test 127.0.0.1',
      `--window-size=${VIEW.width},${VIEW.height}`,
    ],
    downloadBehavior: { policy: 'allow', downloadPath },
  };
}

function firefox(downloads: string): LaunchOptions {
  return {
    browser: 'firefox',
    // Without it, pages of extensions cannot be opened from outside.
    args: ['--remote-allow-system-access', `--width=${VIEW.width}`, `--height=${VIEW.height}`],
    extraPrefsFirefox: {
      // A name for this machine that the extension has no permission for, and yes to what it asks.
      'network.dns.localDomains': 'forum.test',
      'extensions.webextOptionalPermissionPrompts': false,
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: GECKO_UUID }),
      'browser.download.dir': downloads,
      'browser.download.folderList': 2,
      'browser.download.useDownloadDir': true,
      'browser.download.always_ask_before_handling_new_types': false,
      // The panel would take the keyboard away from the page.
      'browser.download.alwaysOpenPanel': false,
    },
  };
}
