import { calibrate, EVEN } from '../../inference/calibrate.ts';
import type { Input } from '../input.ts';
import type { Run } from '../runtime.ts';

/** A second way to run the same graph, which may be faster. */
export interface Faster {
  run: Run;
  /** Gives back what it holds. */
  stop(): void;
}

/** The second way is worth bringing up for so many comments that wait: some five seconds of reading on one thread of WebAssembly. */
const MANY = 64;
/** So many comments that the first way has just answered are asked of the second. */
const COMPARED = 6;
/**
 * How far a probability may be from the first way's. Sums in floating point come in another order, and each number that this moves over the
 * edge between two of int8 moves others: by .003 in the median of 179 answers, and .018 at most. A graph that is run wrongly is far from this.
 */
const TOLERANCE = 0.05;
/** How many times as fast it must be. */
const GAIN = 1.5;
/** An answer that has not come after so many milliseconds will not come. */
const PATIENCE = 10_000;
/** Shows in the browser's own tools that the second way reads. */
const MARK = 'standpoint:webgpu';

/** What the first way said of a comment, and how many milliseconds that took. */
export interface Answered {
  input: Input;
  answer: Awaited<ReturnType<Run>>;
  took: number;
}

/**
 * Runs a graph the first way, and a second way once that has shown on the comments just read that it answers the same and is `gain` times as
 * fast; these show more than made-up ones, and cost the first way nothing. The second way is brought up beside the reading, once, when many
 * comments wait. Where it fails, is late, or not as good, the first way goes on with the very same comment, and the second is not tried again.
 */
export function withFaster(plain: Run, start: () => Promise<Faster>, gain = GAIN): Run {
  let isStarted = false;
  let candidate: Faster | undefined;
  let faster: Faster | undefined;
  const last: Answered[] = [];
  const bringUp = () => {
    isStarted = true;
    start().then(
      (started) => {
        candidate = started;
      },
      () => {},
    );
  };
  const compare = async (compared: Faster) => {
    candidate = undefined;
    if (await isBetter(compared.run, last, gain)) {
      faster = compared;
      performance.mark(MARK);
    } else compared.stop();
  };
  return async (input, behind = 0) => {
    if (!isStarted && behind >= MANY) bringUp();
    if (candidate && last.length === COMPARED) await compare(candidate);
    if (faster) {
      try {
        return await inTime(faster.run(input), PATIENCE);
      } catch {
        faster.stop();
        faster = undefined;
        performance.clearMarks(MARK);
      }
    }
    const began = performance.now();
    const answer = await plain(input);
    last.push({ input, answer, took: performance.now() - began });
    if (last.length > COMPARED) last.shift();
    return answer;
  };
}

/** Whether answers are the same, and come early enough; ends as soon as they are not, or do not. */
export async function isBetter(run: Run, answered: readonly Answered[], gain: number): Promise<boolean> {
  let left = Math.min(answered.reduce((sum, { took }) => sum + took, 0) / gain, PATIENCE);
  for (const { input, answer } of answered) {
    const began = performance.now();
    const other = await inTime(run(input), left).catch(() => null);
    left -= performance.now() - began;
    if (left < 0 || !other || !isSame(answer.scores, other.scores)) return false;
  }
  return true;
}

/** Whether all probabilities are the same but for rounding, those towards the opening post and those towards the comment answered. */
function isSame(one: Float32Array, other: Float32Array): boolean {
  const half = one.length / 2;
  return [0, half].every((from) => {
    const [first, second] = [one, other].map((scores) => calibrate(scores.slice(from, from + half), EVEN)) as [Float64Array, Float64Array];
    return first.every((probability, index) => Math.abs(probability - (second[index] as number)) <= TOLERANCE);
  });
}

function inTime<Value>(promise: Promise<Value>, patience: number): Promise<Value> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('late')), patience);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
