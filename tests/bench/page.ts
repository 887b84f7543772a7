import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import puppeteer from 'puppeteer-core';
import { findBrowsers } from '../demo/browsers.ts';
import { buildExtension } from '../demo/build.ts';
import { launch } from '../demo/launch.ts';
import { generatePage, SHAPES, type Shape, WORDS } from './page/generate.ts';
import { type Bare, type Figures, measureBare, measurePage, measurePopup } from './page/measure.ts';

/** `npm run bench -- page`: what the extension costs on pages of 100, 1,000 and 10,000 comments in real Chromium, beside the bare walk. */
const SIZES = process.argv.includes('--short') ? [100, 1000] : [100, 1000, 10_000];

const number = (value: number, digits = 0) => (Number.isFinite(value) ? value.toFixed(digits) : '–').padStart(8);

async function main(): Promise<void> {
  const chromium = findBrowsers().find(({ engine }) => engine !== 'firefox');
  if (!chromium) throw new Error('There is no Chromium, Chrome or Edge to measure in; install one, or name it in CHROME_PATH.');
  const extension = buildExtension(chromium.engine);
  const server = createServer((request, response) => {
    const [, shape, size] = /^\/(\w+)\/(?:t\/x\/)?(\d+)/.exec(request.url ?? '') ?? [];
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (!shape) return void response.end();
    response.end(
      size === '0' ? '<!doctype html><title>No thread</title><p>Nothing to discuss.' : generatePage(shape as Shape, Number(size)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const address = (shape: string, size: number) => `http://127.0.0.1:${port}/${shape}/${size}`;

  const bareRows = new Map<string, Bare>();
  const plain = await puppeteer.launch({
    executablePath: chromium.path,
    headless: true,
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  for (const shape of SHAPES) {
    for (const size of SIZES) {
      const page = await plain.newPage();
      bareRows.set(`${shape} ${size}`, await measureBare(page, address(shape, size), WORDS[shape]));
      await page.close();
    }
  }
  await plain.close();

  const running = await launch(chromium, extension, true);
  console.log('milliseconds; (×) beside a figure: how many times the bare walk of the same page in this run');
  console.log('page               bare walk   1st badge  all badges        ours (×)   longest   sidebar  heap MB (+)   scroll (+)   shift');
  const ours = new Map<string, number>();
  const popups = new Map<number, number>();
  for (const shape of SHAPES) {
    for (const size of SIZES) {
      const page = await running.browser.newPage();
      const figures: Figures = await measurePage(page, address(shape, size), size);
      if (shape === 'discourse') popups.set(size, await measurePopup(running.browser, running.popup, page));
      await page.close();
      const bare = bareRows.get(`${shape} ${size}`) as Bare;
      ours.set(`${shape} ${size}`, figures.ours);
      console.log(
        `${`${shape} ${size}`.padEnd(18)} ${number(bare.walk, 1)}  ${number(figures.firstBadge)}   ${number(figures.allBadges)}  ${number(figures.ours)} (${(figures.ours / bare.walk).toFixed(1)})  ${number(figures.longestTask)}  ${number(figures.sidebar)}  ${number(figures.heap, 1)} (${(figures.heap - bare.heap).toFixed(1)})  ${number(figures.scroll)} (${(figures.scroll - bare.scroll).toFixed(0)})  ${figures.shift.toFixed(3)}`,
      );
    }
  }
  for (const shape of SHAPES) {
    const [small = 0, large = 0] = [ours.get(`${shape} ${SIZES[0]}`), ours.get(`${shape} ${SIZES.at(-1)}`)];
    console.log(`growth exponent, ${shape}: ${(Math.log(large / small) / Math.log((SIZES.at(-1) ?? 1) / (SIZES[0] ?? 1))).toFixed(2)}`);
  }
  for (const [size, milliseconds] of popups) console.log(`popup over ${size} comments: tells of them after ${milliseconds.toFixed(0)} ms`);
  // The first visit compiles; the middle one of the others is what readers meet.
  const visits: number[] = [];
  for (let visit = 0; visit < 6; visit += 1) {
    const page = await running.browser.newPage();
    visits.push((await measurePage(page, address('none', 0), 0)).ours);
    await page.close();
  }
  const [first = Number.NaN, ...others] = visits;
  const usual = others.sort((one, other) => one - other)[2] ?? Number.NaN;
  console.log(`a page that is no thread: ${usual.toFixed(2)} ms in our script, ${first.toFixed(2)} ms the first time`);
  for (const name of ['loader', 'content']) {
    const script = readFileSync(join(extension, `content-scripts/${name}.js`));
    console.log(`${name} script: ${(gzipSync(script).length / 1000).toFixed(1)} kB gzipped`);
  }
  await running.close();
  server.close();
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
