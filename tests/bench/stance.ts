import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readModelFile } from '../../utils/commands/readModel.ts';
import { analyze } from '../../utils/stance/analyze.ts';
import { loadModel, type Model } from '../../utils/stance/model/classifier.ts';
import { isForeign } from '../../utils/stance/model/language.ts';
import { dataFolder, type Pair, readPairs, readThreads } from '../../utils/stance/training/dataset.ts';
import { isKept } from '../../utils/stance/training/holdOut.ts';
import { type Curve, type Measured, writeCard } from './stance/card.ts';
import { FLOORS } from './stance/floors.ts';
import { type Figures, figuresOf, type Item, intervalOf } from './stance/metrics.ts';
import { libraries, majority, ours, type System } from './stance/systems.ts';
import { asThread, judgePairs, judgeThreads } from './stance/threads.ts';

/**
 * `npm run bench -- stance`: every figure on the parts kept aside by thread. `--floors` only checks what may not be lost,
 * exit 1 if it was; `--card` also writes the figures into public/model-card.json.
 */

const folder = dataFolder();
const model = await readModelFile();
const threads = readThreads(folder).filter((thread) => isKept(thread.thread));
const keptPairs = (set: string) => readPairs(folder, set).filter((pair) => isKept(pair.thread));

/** Seconds of processor time: other programs on the machine do not count. */
const secondsSince = (from: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1e6;
};

function judge(system: System, pairs: readonly Pair[]): { items: Item[]; speed: number } {
  const from = process.cpuUsage();
  const items = pairs.map((pair) => ({ thread: pair.thread, truth: pair.label, ...system(pair) }));
  return { items, speed: pairs.length / secondsSince(from) };
}

function checkFloors(): void {
  const { opening, parent } = judgeThreads(model, threads);
  const figures: Record<string, Figures> = {
    debagreement: figuresOf(judge(ours(model), keptPairs('debagreement')).items),
    opening: figuresOf(opening),
    parent: figuresOf(parent),
  };
  for (const { what, of, figure, least } of FLOORS) {
    const reached = figure(figures[of] as Figures);
    console.log(`${reached >= least ? 'kept' : 'LOST'}  ${what}: ${reached.toFixed(3)} (at least ${least})`);
    if (!(reached >= least)) process.exitCode = 1;
  }
}

const percent = (value: number) => (Number.isNaN(value) ? '–' : (100 * value).toFixed(0)).padStart(5);
const HEAD = `${'set'.padEnd(22)}${'system'.padEnd(12)}    n  acc   F1-3 (95 %)        F1-5 shown right sides s.shown top10 top30 top50  ECE  per s`;

const measured: Measured[] = [];

function print(set: string, system: string, items: Item[], speed: number | null): void {
  const f = figuresOf(items);
  const [low, high] = intervalOf(items);
  measured.push({ set, system, ...f, interval: [low, high] });
  const cells = [f.shown, f.shownRight, f.sidesRight, f.sidesShown, ...f.surest].map(percent).join(' ');
  console.log(
    `${set.padEnd(22)}${system.padEnd(12)}${String(f.comments).padStart(5)} ${percent(f.accuracy)}  .${f.three.toFixed(3).slice(2)} (.${low.toFixed(3).slice(2)}–.${high.toFixed(3).slice(2)})  .${f.five.toFixed(3).slice(2)} ${cells}  ${f.calibration.toFixed(2)}  ${speed === null ? '' : Math.round(speed)}`,
  );
}

function printAll(): void {
  console.log(HEAD);
  const compared = libraries();
  const sets = readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl.gz') && !file.startsWith('dast'))
    .map((file) => file.replace('.jsonl.gz', ''));
  for (const set of sets) {
    const pairs = keptPairs(set);
    const systems = { standpoint: ours(model), majority: majority(pairs), ...compared };
    for (const [name, system] of Object.entries(systems)) {
      const { items, speed } = judge(system, pairs);
      print(set, name, items, name === 'majority' ? null : speed);
    }
  }
  const tree = judgeThreads(model, threads);
  const words = judgePairs(model, threads);
  for (const task of ['opening', 'parent'] as const) {
    print(`threads, ${task}`, 'standpoint', tree[task], null);
    print(`threads, ${task}`, 'words alone', words[task], null);
    const pairs = tree[task].map(
      (item): Pair => ({ source: 'threads', task: 'opening', target: '', about: null, text: '', thread: item.thread, label: item.truth }),
    );
    print(`threads, ${task}`, 'majority', judge(majority(pairs), pairs).items, null);
  }
  const danish = readPairs(folder, 'dast').filter((pair) => pair.text.length > 30);
  const english = keptPairs('debagreement').filter((pair) => pair.text.length > 30);
  const declined = (pairs: Pair[]) => pairs.filter((pair) => isForeign(model.known, pair.text)).length / pairs.length;
  console.log(`\nlanguage: ${percent(declined(danish))} % of Danish comments declined, ${percent(declined(english))} % of English ones`);
}

/** What the sensitivity setting does: of whole threads, how much is shown and how much of that is right. */
function printCurve(): Curve[] {
  console.log('\nsensitivity    towards        shown right sides s.shown');
  return [0.7, 0.75, 0.8, 0.85, 0.9, 0.95].flatMap((wish) =>
    Object.entries(judgeThreads(model, threads, wish)).map(([towards, items]) => {
      const f = figuresOf(items);
      console.log(
        `${wish.toFixed(2).padEnd(15)}${towards.padEnd(14)} ${[f.shown, f.shownRight, f.sidesRight, f.sidesShown].map(percent).join(' ')}`,
      );
      return { wish, towards, shown: f.shown, shownRight: f.shownRight, sidesRight: f.sidesRight, sidesShown: f.sidesShown };
    }),
  );
}

/** A thread of ten thousand real comments, and the time to load the model. */
function printSpeed(): void {
  const bytes = readFileSync(join(import.meta.dirname, '../../public/stance.bin'));
  const load = performance.now();
  const loaded: Model = loadModel(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  const loadTime = performance.now() - load;
  const parts = threads.map(asThread);
  const comments = parts.flatMap((part, t) =>
    part.comments.map((one) => ({ ...one, id: `${t} ${one.id}`, parent: one.parent && `${t} ${one.parent}` })),
  );
  const many = Array.from({ length: Math.ceil(10000 / comments.length) }, (_, copy) =>
    comments.map((one) => ({ ...one, id: `${copy} ${one.id}`, parent: one.parent && `${copy} ${one.parent}` })),
  ).flat();
  const thread = { ...(parts[0] as (typeof parts)[number]), comments: many };
  const start = process.cpuUsage();
  analyze(loaded, thread);
  const time = secondsSince(start);
  console.log(
    `speed: model of ${(bytes.length / 1e6).toFixed(2)} MB loaded in ${loadTime.toFixed(0)} ms; ${many.length} comments of one thread analysed in ${time.toFixed(2)} s of processor time, ${Math.round(many.length / time)} a second`,
  );
}

if (process.argv.includes('--floors')) checkFloors();
else {
  printAll();
  const curve = printCurve();
  printSpeed();
  if (process.argv.includes('--card'))
    writeCard(model.name, readFileSync(join(import.meta.dirname, '../../public/stance.bin')), measured, curve);
}
