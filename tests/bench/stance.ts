import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packagedEncoder } from '../../utils/commands/packagedEncoder.ts';
import { DEFAULT_PRECISION } from '../../utils/stance/applyThresholds.ts';
import { readConfig } from '../../utils/stance/encoder/config.ts';
import { isForeign } from '../../utils/stance/language.ts';
import { dataFolder, type Pair, readPairs } from '../../utils/stance/training/dataset.ts';
import { heldOutPairs, heldOutThreads, logitsOf, threadInputs } from '../../utils/stance/training/readHeldOut.ts';
import { readReadings } from '../../utils/stance/training/readings.ts';
import { isReply, samplesOf } from '../../utils/stance/training/samples.ts';
import { type Curve, type Measured, writeCard } from './stance/card.ts';
import { judgeDeclarations } from './stance/declared.ts';
import { FLOORS, partsOf } from './stance/floors.ts';
import { type Judged, judgeHeldOut } from './stance/heldOut.ts';
import { figuresOf, type Item, intervalOf } from './stance/metrics.ts';
import { libraries, majority, type System } from './stance/systems.ts';

/**
 * `npm run bench -- stance`: every figure on threads kept aside. The encoder's answers about them are stored; some comments are read
 * again and compared, and the page of plain declarations is read whole. `--floors` only checks what may not be lost, exit 1 if it was;
 * `--card` also writes the figures into public/model-card.json.
 */
const PUBLIC = join(import.meta.dirname, '../../public');
const PRECISIONS = [0.7, 0.75, 0.8, 0.85, 0.9, 0.95];
/** So many comments are read again. */
const AGAIN = 40;

const folder = dataFolder();
const config = readConfig(readFileSync(join(PUBLIC, 'stance.json'), 'utf8'));
const name = `${config.name} ${config.version}`;
const readings = readReadings();
if (readings.encoder !== name)
  fail(`The stored answers are those of ${readings.encoder}, not of ${name}: run npm run train -- --from fit.`);
const { inference } = config;
if (!inference) fail('public/stance.json holds no inference: run npm run train -- --from fit.');
const threads = heldOutThreads(folder);
const pairs = heldOutPairs(folder);
const logits = readings.sets.threads as Float64Array;
const samples = samplesOf(threads, logits, inference.asking);
const judged = judgeHeldOut(samples, inference.asking, pairs, readings.sets.debagreement as Float64Array, PRECISIONS);
const standard = judged.get(DEFAULT_PRECISION) as Judged;
const loaded = await packagedEncoder();

let kept = 0;
let lost = 0;
const check = (what: string, reached: number, least: number) => {
  const holds = reached >= least;
  if (holds) kept++;
  else lost++;
  console.log(`${holds ? 'kept' : 'LOST'}  ${what}: ${reached.toFixed(3)} (at least ${least})`);
};

/** The stored answers are the encoder's own: the largest difference of a logit. */
async function storedDifference(): Promise<number> {
  const inputs = threadInputs(loaded, threads);
  const step = Math.floor(inputs.length / AGAIN);
  const chosen = inputs.map((_, index) => index).filter((index) => index % step === 0);
  const again = await logitsOf(
    loaded,
    chosen.map((index) => inputs[index] as (typeof inputs)[number]),
  );
  return Math.max(
    ...chosen.flatMap((index, place) =>
      Array.from({ length: 8 }, (_, k) => Math.abs((again[8 * place + k] as number) - (logits[8 * index + k] as number))),
    ),
  );
}

const percent = (value: number) => (Number.isNaN(value) ? '–' : (100 * value).toFixed(0)).padStart(5);
const HEAD = `${'set'.padEnd(30)}${'system'.padEnd(22)}    n  acc   F1-3 (95 %)        F1-5 shown right sides s.shown top10 top30 top50  ECE`;
const measured: Measured[] = [];

function print(set: string, system: string, items: Item[]): void {
  const f = figuresOf(items);
  const [low, high] = intervalOf(items);
  measured.push({ set, system, ...f, interval: [low, high] });
  const cells = [f.shown, f.shownRight, f.sidesRight, f.sidesShown, ...f.surest].map(percent).join(' ');
  console.log(
    `${set.padEnd(30)}${system.padEnd(22)}${String(f.comments).padStart(5)} ${percent(f.accuracy)}  .${f.three.toFixed(3).slice(2)} (.${low.toFixed(3).slice(2)}–.${high.toFixed(3).slice(2)})  .${f.five.toFixed(3).slice(2)} ${cells}  ${f.calibration.toFixed(2)}`,
  );
}

const judge = (system: System, list: readonly Pair[]): Item[] =>
  list.map((pair) => ({ thread: pair.thread, truth: pair.label, ...system(pair) }));

/** Ours beside the commonest label and what sentiment libraries make of the same comments. */
function printAll(): void {
  console.log(HEAD);
  const sure = (items: Item[]) => items.filter((item) => item.sure);
  print('opening post, label sure', 'whole thread', sure(standard.opening));
  print('opening post, label sure', 'comment alone', sure(standard.openingAlone));
  print('opening post, all', 'whole thread', standard.opening);
  print('opening post, all', 'comment alone', standard.openingAlone);
  print('comment answered', 'whole thread', standard.parent);
  print('comment answered', 'comment alone', standard.parentAlone);
  print('debagreement', 'comment alone', standard.pairs);
  const common = { source: 'threads', task: 'opening' as const, about: null };
  const towardsOpening = threads.flatMap((thread) =>
    thread.comments.map(({ text, stance }): Pair => ({ ...common, thread: thread.thread, target: thread.title, text, label: stance.op })),
  );
  const towardsParent = threads.flatMap((thread) =>
    thread.comments
      .filter((comment) => isReply(thread, comment))
      .map(
        ({ text, stance, parent_text }): Pair => ({
          ...common,
          thread: thread.thread,
          target: parent_text ?? '',
          text,
          label: stance.parent,
        }),
      ),
  );
  for (const [set, list] of Object.entries({
    'opening post, all': towardsOpening,
    'comment answered': towardsParent,
    debagreement: pairs,
  })) {
    for (const [system, answer] of Object.entries({ majority: majority(list), ...libraries() })) print(set, system, judge(answer, list));
  }
  const known = new Uint8Array(Buffer.from(config.knownWords ?? '', 'base64'));
  const declined = (texts: string[]) => texts.filter((text) => isForeign(known, text)).length / texts.length;
  const danish = readPairs(folder, 'dast')
    .map(({ text }) => text)
    .filter((text) => text.length > 30);
  console.log(
    `\nlanguage: ${percent(declined(danish))} % of Danish comments declined, ${(100 * declined(towardsOpening.map(({ text }) => text))).toFixed(1)} % of English ones`,
  );
}

/** What the precision setting does: how much is shown, and how much of that is right. */
function printCurve(): Curve[] {
  console.log('\nprecision      towards                     shown right sides s.shown');
  return [...judged].flatMap(([wish, { opening, parent }]) =>
    Object.entries({
      'opening post, label sure': opening.filter((item) => item.sure),
      'opening post': opening,
      'comment answered': parent,
    }).map(([towards, items]) => {
      const f = figuresOf(items);
      console.log(
        `${wish.toFixed(2).padEnd(15)}${towards.padEnd(26)} ${[f.shown, f.shownRight, f.sidesRight, f.sidesShown].map(percent).join(' ')}`,
      );
      return { wish, towards, shown: f.shown, shownRight: f.shownRight, sidesRight: f.sidesRight, sidesShown: f.sidesShown };
    }),
  );
}

async function printDeclarations(): Promise<void> {
  const from = process.cpuUsage();
  const declared = await judgeDeclarations(loaded, DEFAULT_PRECISION);
  const seconds = process.cpuUsage(from).user / 1e6;
  console.log('\nplain declarations');
  for (const { stance, comments, right, shown, wrong } of declared) {
    console.log(
      `${stance.padEnd(10)} ${right} of ${comments} right, ${shown} shown${wrong.length > 0 ? `; not: ${wrong.slice(0, 12).join(' | ')}` : ''}`,
    );
    if (stance !== 'support' && stance !== 'oppose') continue;
    check(`plain declarations, ${stance}, best label right`, right / comments, 0.95);
    check(`plain declarations, ${stance}, shown`, shown / comments, 0.8);
  }
  console.log(`${(300 / seconds).toFixed(1)} short comments a second of processor time, one WebAssembly thread`);
}

const parts = partsOf(standard);
for (const { what, of, figure, least } of FLOORS) check(what, figure(parts[of]), least);
const difference = await storedDifference();
check('stored answers are the encoder’s', difference < 0.02 ? 1 : 0, 1);
await printDeclarations();
if (lost > 0) process.exitCode = 1;
console.log(`${kept} passed, ${lost} failed`);
if (!process.argv.includes('--floors')) {
  printAll();
  const curve = printCurve();
  if (process.argv.includes('--card')) writeCard(name, readFileSync(join(PUBLIC, 'stance.onnx')), measured, curve);
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
