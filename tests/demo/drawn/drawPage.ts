import { JSDOM, VirtualConsole } from 'jsdom';
import { createServer } from 'vite';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { openPage } from '../../../utils/commands/openPage.ts';
import type { Export } from '../../../utils/export/record.ts';
import { FRAMES } from '../../../utils/reading/platforms/index.ts';
import { ROOT } from '../build.ts';
import { standalone } from './standalone.ts';

/**
 * A saved page with the badges and the sidebar in it, drawn by the components that draw them in a browser, as one file of HTML that needs
 * nothing beside it and runs nothing. `exported` is what was read of that page; `url` the address it was read under, if one was given.
 */
export async function drawPage(file: string, url: string | null, exported: Export): Promise<string> {
  const saved = openPage(file, url ?? undefined).window;
  const page = new JSDOM(`<!doctype html>${saved.document.documentElement.outerHTML}`, {
    url: saved.location.href,
    pretendToBeVisual: true,
    virtualConsole: new VirtualConsole(),
  });
  saved.close();
  Object.assign(page.window, { ResizeObserver: Unmoved, IntersectionObserver: Unmoved });
  const leave = enter(page.window);
  // The components are written for the bundler; it serves them to this process as it does to the unit tests.
  const bundler = await createServer({
    root: ROOT,
    configFile: false,
    plugins: [await WxtVitest({ logger: QUIET })],
    define: { PLATFORM_FRAMES: JSON.stringify(FRAMES) },
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    const { fakeBrowser } = await bundler.ssrLoadModule('wxt/testing/fake-browser');
    Object.assign(globalThis, { chrome: fakeBrowser, browser: fakeBrowser });
    await bundler.ssrLoadModule('/tests/setup.ts');
    const { addStandpoint } = await bundler.ssrLoadModule('/tests/demo/drawn/addStandpoint.tsx');
    const end = await addStandpoint(exported);
    const drawn = standalone(page.window.document);
    end();
    return drawn;
  } finally {
    await bundler.close();
    await noTimers();
    leave();
    page.window.close();
  }
}

/** What a component has still to do, it does in the page that it was drawn in: waits until no timer is left, or five seconds. */
async function noTimers(): Promise<void> {
  const end = Date.now() + 5000;
  while (process.getActiveResourcesInfo().includes('Timeout') && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
}

const { warn, error } = console;
const nothing = () => {};
/** What the bundler would tell somebody who builds. */
const QUIET = { debug: nothing, log: nothing, info: nothing, success: nothing, warn, error, fatal: error, level: 0 };

/** Nothing is laid out here, so nothing is ever seen or changes its size. */
class Unmoved {
  observe() {}
  unobserve() {}
  disconnect() {}
}

/** Makes the names that scripts of a page find in its window known here. Returns how to take them back. */
function enter(window: JSDOM['window']): () => void {
  const names = Object.getOwnPropertyNames(window).filter((name) => !(name in globalThis));
  const own = [
    'document',
    'location',
    'Event',
    'KeyboardEvent',
    'addEventListener',
    'removeEventListener',
    'AbortController',
    'AbortSignal',
  ];
  const before = new Map<string, PropertyDescriptor | undefined>();
  for (const name of new Set([...names, ...own])) {
    before.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
    Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
  }
  return () => {
    for (const [name, was] of before) {
      if (was) Object.defineProperty(globalThis, name, was);
      else Reflect.deleteProperty(globalThis, name);
    }
  };
}
