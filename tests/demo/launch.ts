import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type LaunchOptions } from 'puppeteer-core';
import type { Installed } from './browsers.ts';
import { closeOwnTab, openOurs } from './ownPages.ts';

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

/** Starts a browser with an empty profile and the built extension. Nothing in it calls home; `log` is a folder for Chromium to note every request in, `flags` are for it too. */
export async function launch(
  installed: Installed,
  extension: string,
  headless: boolean,
  log?: string,
  flags: string[] = [],
): Promise<Running> {
  const downloads = mkdtempSync(join(tmpdir(), 'standpoint-'));
  const browser = await puppeteer.launch({
    executablePath: installed.path,
    headless,
    enableExtensions: true,
    defaultViewport: headless ? VIEW : null,
    ...(installed.engine === 'firefox' ? firefox(downloads) : chromium(downloads, log, flags)),
  });
  const close = async () => {
    await browser.close();
    rmSync(downloads, { recursive: true, force: true });
  };
  /** Puts the extension in and turns over its welcome page, which would else stand before the page that is to be looked at. */
  const install = async () => {
    const id = await browser.installExtension(extension);
    const own = installed.engine === 'firefox' ? `moz-extension://${GECKO_UUID}` : `chrome-extension://${id}`;
    const popup = await browser.newPage();
    await openOurs(popup, `${own}/popup.html`, 'button');
    await closeOwnTab(popup, `${own}/welcome.html`, 'h1', 60_000);
    await popup.close();
    return { id, popup: `${own}/popup.html` };
  };
  try {
    const { id, popup } = await install();
    const update = async () => {
      await browser.uninstallExtension(id);
      await install();
    };
    return { browser, popup, downloads, update, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function chromium(downloadPath: string, log: string | undefined, flags: string[]): LaunchOptions {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-quic'];
  // Chromium refuses its sandbox to root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return {
    pipe: true, // extensions can be installed through a pipe alone
    args: [
      ...quiet,
      ...sandbox,
      ...flags,
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
      'extensions.webextensions.keepUuidOnUninstall': true,
      'browser.download.dir': downloads,
      'browser.download.folderList': 2,
      'browser.download.useDownloadDir': true,
      'browser.download.always_ask_before_handling_new_types': false,
      // The panel would take the keyboard away from the page.
      'browser.download.alwaysOpenPanel': false,
    },
  };
}
