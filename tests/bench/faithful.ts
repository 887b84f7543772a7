import { packagedEncoder } from '../../utils/commands/packagedEncoder.ts';
import { biasedArgmax, calibrate } from '../../utils/stance/inference/calibrate.ts';
import { postTextOf } from '../../utils/stance/postText.ts';
import { dataFolder } from '../../utils/stance/training/dataset.ts';
import { heldOutThreads, textOf } from '../../utils/stance/training/readHeldOut.ts';
import { isReply } from '../../utils/stance/training/samples.ts';
import { sentenceRanges } from '../../utils/thread/index.ts';

/**
 * `npm run bench -- faithful`: whether the sentence that a popover quotes as the one that weighed most is that, on comments of threads kept
 * aside. Left out, it must lower the probability of the stance more than another, drawn by chance; and by itself it should say more of the
 * stance than another by itself, which the way it was found does not make sure.
 */
const COMMENTS = 300;
const LEAST_SENTENCES = 3;
const MOST_SENTENCES = 16;

const { encoder, config, inputOf } = await packagedEncoder();
const { inference } = config;
if (!inference) throw new Error('public/stance.json holds no inference: run npm run train -- --from fit.');
const fitting = heldOutThreads(dataFolder()).flatMap((thread) => {
  const post = postTextOf(thread.title, textOf(thread));
  return thread.comments
    .filter(({ text }) => sentenceRanges(text).length >= LEAST_SENTENCES && sentenceRanges(text).length <= MOST_SENTENCES)
    .map((comment) => ({ post, parent: isReply(thread, comment) ? (comment.parent_text ?? '') : '', text: comment.text }));
});
const step = Math.floor(fitting.length / COMMENTS);
const chosen = fitting.filter((_, index) => index % step === 0).slice(0, COMMENTS);

/** Drawn the same every time: a linear congruential generator. */
let seed = 1;
const below = (count: number) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * count);
};

const [leftOut, alone]: { marked: number; other: number }[][] = [[], []];
for (const { post, parent, text } of chosen) {
  const sentences = sentenceRanges(text);
  const without = sentences.map(({ start, end }) => `${text.slice(0, start)} ${text.slice(end)}`.trim());
  const only = sentences.map(({ start, end }) => text.slice(start, end));
  const all = await probabilitiesOf([text, ...without]);
  const whole = all[0] as Float64Array;
  const best = biasedArgmax(whole, inference.bias.opening);
  const chances = all.slice(1).map((one) => one[best] as number);
  const marked = chances.indexOf(Math.min(...chances));
  const other = (marked + 1 + below(sentences.length - 1)) % sentences.length;
  const lowered = (index: number) => (whole[best] as number) - (chances[index] as number);
  leftOut?.push({ marked: lowered(marked), other: lowered(other) });
  const [first, second] = await probabilitiesOf([only[marked] as string, only[other] as string]);
  alone?.push({ marked: first?.[best] as number, other: second?.[best] as number });

  async function probabilitiesOf(texts: string[]): Promise<Float64Array[]> {
    const answers: Float64Array[] = [];
    const rows = texts.map((comment) => inputOf({ post, parent, comment }));
    const { direct, remote } = (inference as NonNullable<typeof inference>).calibration;
    for await (const { index, opening, parent: answered } of encoder.run(rows))
      answers[index] = calibrate(opening, answered ? remote : direct);
    return answers;
  }
}

/** A mean with the bounds that hold in 95 of 100 cases. */
function mean(values: number[]): string {
  const average = values.reduce((sum, one) => sum + one, 0) / values.length;
  const spread = Math.sqrt(values.reduce((sum, one) => sum + (one - average) ** 2, 0) / (values.length - 1) / values.length);
  const [from, to] = [average - 1.96 * spread, average + 1.96 * spread];
  return `${average.toFixed(3)} (${from.toFixed(3)} to ${to.toFixed(3)})`;
}

console.log(`${chosen.length} comments of ${LEAST_SENTENCES} to ${MOST_SENTENCES} sentences; means with 95 % intervals`);
let holds = true;
for (const [what, pairs] of Object.entries({ 'left out, lowers the probability by': leftOut, 'by itself, gives the probability': alone })) {
  const [marked, other] = [pairs?.map((one) => one.marked) ?? [], pairs?.map((one) => one.other) ?? []];
  const difference = marked.map((one, index) => one - (other[index] as number));
  console.log(`${what}: marked ${mean(marked)}, another ${mean(other)}, difference ${mean(difference)}`);
  holds &&= difference.reduce((sum, one) => sum + one, 0) > 0;
}
console.log(holds ? '1 passed, 0 failed' : '0 passed, 1 failed');
if (!holds) process.exitCode = 1;
