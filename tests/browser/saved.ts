import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Installed } from '../demo/browsers.ts';
import { buildExtension, SMALL_MODEL } from '../demo/build.ts';
import { launch, VIEW } from '../demo/launch.ts';
import { BADGE, untilDone } from '../demo/reader.ts';
import { openSaved, showSaved } from '../demo/saved.ts';
import type { Reader } from './checks.ts';
import { standInPlace } from './places.ts';
import { SWEEPS, shareOf } from './sweeps.ts';

/** Pages of real forums, where a folder of them is given (`STANDPOINT_PAGES`): there, too, each badge stands in its line and moves nothing. */
export async function checkSaved({ check, installed }: Reader): Promise<void> {
  const pages = process.env.STANDPOINT_PAGES;
  if (!pages) return console.log('  STANDPOINT_PAGES names no folder of saved pages: none was looked at.');
  // They stand at the addresses that they had, which no request leaves this machine for.
  const extension = buildExtension(installed.engine, { site: '*://*/*', model: SMALL_MODEL });
  const running = await launch(installed, extension, true);
  try {
    for (const file of filesFor(pages, installed)) {
      const { url } = JSON.parse(readFileSync(join(pages, file.replace(/html$/, 'truth.json')), 'utf8'));
      // Firefox knows sites that are never had without encryption, and asks for nothing at such an address.
      const saved = openSaved(join(pages, file), url?.replace(/^http:\/\/(?!127\.)/, 'https://') ?? null);
      const { platform } = saved;
      if (platform === null) continue;
      await check(`${file}: each badge in its line, the page laid out as without, at 1280 and 400 px`, async () => {
        const page = await running.browser.newPage();
        try {
          await showSaved(page, saved);
          await untilDone(page, 60_000);
          for (const part of [0, 0.5, 1]) {
            await page.evaluate((to) => scrollTo({ top: to * document.documentElement.scrollHeight, behavior: 'instant' }), part);
            // In long threads the place of a badge is looked for once it has come into view.
            await page.waitForFunction(areAllPlaced, { timeout: 5000 }, BADGE).catch(() => {});
            await standInPlace(page, platform, false, true);
          }
          await page.setViewport({ width: 400, height: VIEW.height });
          await standInPlace(page, platform, true, true);
        } finally {
          await page.close();
        }
      });
    }
  } finally {
    await running.close();
  }
}

/** One page of each kind, in one of the engines; in the sweeps all of them in one engine, and one of each kind in the other. */
function filesFor(pages: string, { engine }: Installed): string[] {
  if (SWEEPS) return filesIn(pages, engine === 'chromium' ? Number.POSITIVE_INFINITY : 1);
  return shareOf(filesIn(pages, 1), engine);
}

/** The pages whose thread is known, so many of each kind. */
function filesIn(pages: string, most: number): string[] {
  const kinds = readdirSync(pages, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return kinds.flatMap(({ name }) => {
    const files = readdirSync(join(pages, name)).filter((file) => file.endsWith('.truth.json'));
    const shown = files.map((file) => file.replace(/truth\.json$/, 'html')).filter((file) => readdirSync(join(pages, name)).includes(file));
    return shown.slice(0, most).map((file) => join(name, file));
  });
}

/** In the page: whether every badge in view has its place. */
function areAllPlaced(badgeSelector: string): boolean {
  return [...document.querySelectorAll<HTMLElement>(badgeSelector)].every((badge) => {
    const { top, bottom } = badge.getBoundingClientRect();
    return badge.dataset.fit !== 'none' || bottom < 0 || top > innerHeight;
  });
}
