import { packagedEncoder } from '../../utils/commands/packagedEncoder.ts';
import type { Scores } from '../../utils/stance/encoder/encoder.ts';
import { dataFolder } from '../../utils/stance/training/dataset.ts';
import { heldOutThreads, threadInputs } from '../../utils/stance/training/readHeldOut.ts';
import { samplesOf } from '../../utils/stance/training/samples.ts';
import { AdaptedInference, type HeldOutComment, tryCorrections } from './adaptation/measure.ts';

/**
 * `npm run bench -- adaptation`: what three corrections of one kind do to a fourth comment of that kind, and to all that is unlike them, on
 * threads kept aside. The encoder reads all of these anew, which takes ten minutes. Exit 1 where the promise of the corrections is broken.
 */
const TRIALS = 200;
/** Of the fourth comments so many must become right; of all others no more points may be lost, in any trial. */
const LEAST_TURNED = 0.75;
const MOST_LOST = 0.5;

const loaded = await packagedEncoder();
const { inference } = loaded.config;
if (!inference) throw new Error('public/stance.json holds no inference: run npm run train -- --from fit.');
const threads = heldOutThreads(dataFolder());
const inputs = threadInputs(loaded, threads);
const scores: Scores[] = [];
for await (const { index, ...answer } of loaded.encoder.run(inputs)) {
  scores[index] = answer;
  if (index % 1000 === 999) console.error(`${index + 1} of ${inputs.length} comments read`);
}
const logits = scores.flatMap(({ opening, parent }) => [...opening, ...(parent ?? [0, 0, 0, 0])]);
const samples = samplesOf(threads, logits, inference.asking);
const truths = samples.flatMap(({ thread, truth }) => truth.map(({ opening, sure }) => ({ thread, truth: opening, sure })));
const comments = scores.map((answer, index): HeldOutComment => ({ ...answer, ...(truths[index] as (typeof truths)[number]) }));

const trials = tryCorrections(new AdaptedInference(samples, comments, inference), TRIALS);
const turned = trials.filter((trial) => trial.turned).length / trials.length;
const spread = (of: (trial: (typeof trials)[number]) => number) => {
  const sorted = trials.map(of).sort((one, other) => one - other);
  const mean = sorted.reduce((sum, one) => sum + one, 0) / sorted.length;
  return { mean, most: sorted.at(-1) as number, print: `${mean.toFixed(2)} on average, at most ${(sorted.at(-1) as number).toFixed(2)}` };
};
const [gained, accuracy, score] = [
  spread((trial) => 100 * trial.gained),
  spread((trial) => trial.accuracyLost),
  spread((trial) => trial.scoreLost),
];
console.log(`${comments.length} comments kept aside, ${trials.length} times three corrections of one kind`);
console.log(`the fourth of that kind: right in ${(100 * turned).toFixed(0)} %, its stance ${gained.mean.toFixed(0)} points likelier`);
console.log(`all others: accuracy lost ${accuracy.print} points; macro-F1 lost ${score.print} points`);
const holds = turned >= LEAST_TURNED && accuracy.most <= MOST_LOST && score.most <= MOST_LOST;
console.log(holds ? '1 passed, 0 failed' : '0 passed, 1 failed');
if (!holds) process.exitCode = 1;
