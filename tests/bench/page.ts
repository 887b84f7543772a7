import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import puppeteer, { type Browser, type LaunchOptions } from 'puppeteer-core';
import { findBrowsers } from '../demo/browsers.ts';
import { buildExtension, SMALL_MODEL } from '../demo/build.ts';
import { launch } from '../demo/launch.ts';
import { generatePage, SHAPES, type Shape, WORDS } from './page/generate.ts';
import { type Interactions, measureInteractions } from './page/interact.ts';
import { type Bare, type Figures, measureBare, measurePage, measurePopup } from './page/measure.ts';

/**
 * `npm run bench -- page`: what the extension costs on pages of 100, 1,000 and 10,000 comments in real Chromium, beside the bare walk. The
 * model is the small one of the tests, so that what is measured is the page's share; the model's own time is `bench -- stance`'s.
 */
const SIZES = process.argv.includes('--short') ? [100, 1000] : [100, 1000, 10_000];

/** A browser without the extension. */
const PLAIN = (path: string): LaunchOptions => ({
  executablePath: path,
  headless: true,
  args: ['--no-sandbox', '--disable-background-networking'],
});

/** So long a reader types, clicks and scrolls in a page while it is read, in milliseconds. */
const BUSY_MS = 6000;

async function interactions(browser: Browser, url: string): Promise<Interactions> {
  const page = await browser.newPage();
  const found = await measureInteractions(page, url, BUSY_MS);
  await page.close();
  return found;
}

const number = (value: number, digits = 0) => (Number.isFinite(value) ? value.toFixed(digits) : '–').padStart(8);

async function main(): Promise<void> {
  const chromium = findBrowsers().find(({ engine }) => engine !== 'firefox');
  if (!chromium) throw new Error('There is no Chromium, Chrome or Edge to measure in; install one, or name it in CHROME_PATH.');
  const extension = buildExtension(chromium.engine, { model: SMALL_MODEL });
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
  const plain = await puppeteer.launch(PLAIN(chromium.path));
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
  console.log(
    'page               bare walk    1st mark   1st badge  all badges        ours (×)   longest   sidebar  heap MB (+)   scroll (+)   shift',
  );
  const rows = new Map<string, Figures>();
  const popups = new Map<number, number>();
  for (const shape of SHAPES) {
    for (const size of SIZES) {
      const page = await running.browser.newPage();
      const figures: Figures = await measurePage(page, address(shape, size), size);
      if (shape === 'discourse') popups.set(size, await measurePopup(running.browser, running.popup, page));
      await page.close();
      const bare = bareRows.get(`${shape} ${size}`) as Bare;
      rows.set(`${shape} ${size}`, figures);
      console.log(
        `${`${shape} ${size}`.padEnd(18)} ${number(bare.walk, 1)}    ${number(figures.firstMark)}    ${number(figures.firstBadge)}   ${number(figures.allBadges)}  ${number(figures.ours)} (${(figures.ours / bare.walk).toFixed(1)})  ${number(figures.longestTask)}  ${number(figures.sidebar)}  ${number(figures.heap, 1)} (${(figures.heap - bare.heap).toFixed(1)})  ${number(figures.scroll)} (${(figures.scroll - bare.scroll).toFixed(0)})  ${figures.shift.toFixed(3)}`,
      );
    }
  }
  const [least = 0, most = 0] = [SIZES[0], SIZES.at(-1)];
  const worst = (size: number, of: (figures: Figures, bare: Bare) => number) =>
    Math.max(...SHAPES.map((shape) => of(rows.get(`${shape} ${size}`) as Figures, bareRows.get(`${shape} ${size}`) as Bare)));
  const growth = SHAPES.map((shape) => {
    const [small, large] = [least, most].map((size) => rows.get(`${shape} ${size}`)?.ours ?? Number.NaN) as [number, number];
    return Math.log(large / small) / Math.log(most / least);
  });
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
  const sizeOf = (name: string) => gzipSync(readFileSync(join(extension, `content-scripts/${name}.js`)), { level: 9 }).length / 1000;
  const answers = await interactions(running.browser, address('discourse', most));
  await running.close();
  const alone = await puppeteer.launch(PLAIN(chromium.path));
  const bareAnswers = await interactions(alone, address('discourse', most));
  await alone.close();

  type Goal = [what: string, goal: number, reached: number, unit: string];
  const goals: Goal[] = [
    ...[150, 500].map((goal, index): Goal => {
      const size = [least, most][index] as number;
      const parsed = worst(size, ({ sinceParsed }) => sinceParsed).toFixed(0);
      const largest = worst(size, ({ sinceLargest }) => sinceLargest).toFixed(0);
      return [
        `first mark after the page's last paint, ${size} comments`,
        goal,
        worst(size, ({ firstMark }) => firstMark),
        `ms (${parsed} after the page was parsed, ${largest} after its largest paint)`,
      ];
    }),
    [`longest task, ${most} comments`, 50, worst(most, ({ longestTask }) => longestTask), 'ms'],
    [`time in our script, ${most} comments`, 1.5, worst(most, ({ ours }, { walk }) => ours / walk), '× the bare walk'],
    ['growth exponent', 1.05, Math.max(...growth), ''],
    [`slowest answer to a key or a click while ${most} comments are read`, 100, answers.slowest, `ms (without us ${bareAnswers.slowest})`],
    ['a page that is no thread', 2, usual, 'ms in our script'],
    // The unit's own sum over all sizes, in hundred thousandths: what is less than one of them is nothing that anybody sees.
    ['layout shift, all pages', 0, Math.round(1e5 * SIZES.reduce((sum, size) => sum + worst(size, ({ shift }) => shift), 0)), '/ 100,000'],
    ['script for threads', 90, sizeOf('content'), `kB gzipped (loader ${sizeOf('loader').toFixed(1)})`],
  ];
  console.log('\ngoal beside reached');
  for (const [what, goal, reached, unit] of goals)
    console.log(`${reached <= goal ? 'reached' : 'MISSED '}  ${what}: ${goal} – ${reached.toFixed(reached < 10 ? 2 : 0)} ${unit}`);
  server.close();
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
