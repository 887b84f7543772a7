import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openPage } from '../../utils/commands/openPage.ts';
import { readGeneric } from '../../utils/reading/generic/index.ts';
import { recognize } from '../../utils/reading/platforms/index.ts';
import { read } from '../../utils/reading/read.ts';
import type { Thread } from '../../utils/thread/thread.ts';
import { compare, emptyScore, match, type Score, type Truth, withoutPings } from './truth/compare.ts';

/**
 * Reads every saved page under a folder, by the platforms and by the generic reader with the platforms off, and compares what was read with
 * the truth beside the page; before them, by the platforms, pages of our own of kinds that nobody saved for us. `--verbose` names every difference, `--floors` fails where a floor that was reached is lost.
 */
const FLOORS = {
  platforms: { found: 0.99, exact: 0.99, authors: 0.98, parents: 0.98, falseThreads: 0 },
  generic: { found: 0.985, exact: 0.98, authors: 0.985, parents: 0.985, falseThreads: 0 },
};

type Reader = (document: Document, url: string) => Thread | null;
const NOW = new Date();
const READERS: Record<'platforms' | 'generic', Reader> = {
  platforms: (document, url) => {
    const platform = recognize(document);
    return (platform && read(platform, document, url, NOW)?.thread) ?? null;
  },
  generic: (document, url) => readGeneric(document, url, NOW)?.thread ?? null,
};
type Scores = Record<keyof typeof READERS, Score>;
const bothScores = (): Scores => ({ platforms: emptyScore(), generic: emptyScore() });

function measureFolder(folder: string, verbose: boolean): Scores {
  const scores = bothScores();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.html'))) {
    const truthFile = join(folder, `${basename(file, '.html')}.truth.json`);
    if (!existsSync(truthFile)) continue;
    const written: Truth = JSON.parse(readFileSync(truthFile, 'utf8'));
    const page = openPage(join(folder, file), written.url ?? undefined);
    const truth = withoutPings(written, page.window.document);
    for (const name of ['platforms', 'generic'] as const) {
      const start = performance.now();
      const thread = READERS[name](page.window.document, truth.url ?? 'https://forum.example.org/');
      scores[name].milliseconds += performance.now() - start;
      const pairs = match(truth, thread, scores[name]);
      compare(truth, thread, pairs, scores[name], verbose ? `${name} ${basename(folder)}/${file}` : null);
    }
    page.window.close();
  }
  return scores;
}

function falseThreads(folder: string): Record<keyof typeof READERS, string[]> {
  const found: Record<keyof typeof READERS, string[]> = { platforms: [], generic: [] };
  for (const file of existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.html')) : []) {
    const page = openPage(join(folder, file));
    for (const name of ['platforms', 'generic'] as const)
      if (READERS[name](page.window.document, page.window.location.href)) found[name].push(file);
    page.window.close();
  }
  return found;
}

const share = ([right, of]: [number, number]) => (of === 0 ? '–' : `${((100 * right) / of).toFixed(1)}`).padStart(7);

function row(name: string, score: Score): string {
  const { pages, whole, expected, found, read: all, right, milliseconds } = score;
  const fields = [[found, expected], [found, all], right.authors, right.times, right.parents, right.scores, right.texts] as [
    number,
    number,
  ][];
  const speed = ((1000 * milliseconds) / Math.max(1, all)).toFixed(0).padStart(8);
  return `${name.padEnd(17)} ${[pages, whole, expected].map((value) => String(value).padStart(6)).join('')} ${fields.map(share).join(' ')} ${speed}`;
}

function add(total: Score, score: Score): void {
  for (const key of ['pages', 'whole', 'expected', 'found', 'read', 'milliseconds'] as const) total[key] += score[key];
  for (const key of ['authors', 'times', 'parents', 'scores', 'texts'] as const) {
    total.right[key][0] += score.right[key][0];
    total.right[key][1] += score.right[key][1];
  }
}

function lostFloors(total: Scores, wrong: ReturnType<typeof falseThreads>): string[] {
  const of = ([right, all]: [number, number]) => (all === 0 ? 1 : right / all);
  return (['platforms', 'generic'] as const).flatMap((name) => {
    const { found, expected, read: all, right } = total[name];
    const reached = {
      found: found / Math.max(1, expected),
      exact: found / Math.max(1, all),
      authors: of(right.authors),
      parents: of(right.parents),
    };
    const { falseThreads: allowed, ...floors } = FLOORS[name];
    const lost = Object.entries(floors).filter(([key, floor]) => reached[key as keyof typeof reached] < floor);
    return [
      ...lost.map(
        ([key, floor]) => `${name}: ${key} is ${(100 * reached[key as keyof typeof reached]).toFixed(1)} %, not ${100 * floor} %`,
      ),
      ...(wrong[name].length > allowed ? [`${name}: ${wrong[name].length} false threads, not at most ${allowed}`] : []),
    ];
  });
}

/** Pages that we wrote from data, with the forum's markup: the data is the truth, and each of them must be read as good as whole. */
const OWN = join(import.meta.dirname, '../pages');
const OWN_FLOOR = 0.99;

function measureOwn(verbose: boolean): string[] {
  return readdirSync(OWN).flatMap((name) => {
    const { platforms } = measureFolder(join(OWN, name), verbose);
    console.log(row(name, platforms));
    const { found, expected, right } = platforms;
    const shares = { found: [found, expected], texts: right.texts, parents: right.parents };
    return Object.entries(shares).flatMap(([key, [part = 0, of = 0]]) =>
      part < of * OWN_FLOOR ? [`our own ${name}: ${key} ${part} of ${of}`] : [],
    );
  });
}

const HEAD = `${'platform'.padEnd(17)}  pages whole posts   found%  exact% authors   times parents  scores   texts  ms/1000`;
console.log(`Our own pages\n${HEAD}`);
const lostOwn = measureOwn(process.argv.includes('--verbose'));

const folder = process.env.STANDPOINT_PAGES ?? '../shared/pages';
if (!existsSync(folder)) {
  console.error(`There are no saved pages at ${folder}: set STANDPOINT_PAGES to the folder that holds them.`);
  process.exitCode = 1;
} else {
  const total = bothScores();
  const generic: string[] = [];
  console.log(`\nSaved pages\n${HEAD}`);
  for (const name of readdirSync(folder).filter((entry) => entry !== 'not-a-thread' && !entry.includes('.'))) {
    const scores = measureFolder(join(folder, name), process.argv.includes('--verbose'));
    if (scores.platforms.pages === 0) continue;
    console.log(row(name, scores.platforms));
    generic.push(row(name, scores.generic));
    for (const reader of ['platforms', 'generic'] as const) add(total[reader], scores[reader]);
  }
  console.log(row('all', total.platforms));
  console.log(['', 'The generic reader, platforms off', ...generic, row('all', total.generic), ''].join('\n'));
  const wrong = falseThreads(join(folder, 'not-a-thread'));
  for (const [reader, files] of Object.entries(wrong))
    console.log(`${reader}: pages that are no thread, taken for one: ${files.length}${files.length ? ` (${files.join(', ')})` : ''}`);
  const lost = [...lostOwn, ...lostFloors(total, wrong)];
  for (const line of lost) console.log(`below the floor: ${line}`);
  if (lost.length > 0 && process.argv.includes('--floors')) process.exitCode = 1;
}
