import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Answered, type Faster, isBetter, withFaster } from '../../../../../utils/stance/encoder/gpu/withFaster.ts';
import type { Run } from '../../../../../utils/stance/encoder/runtime.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  vi.spyOn(performance, 'mark');
  vi.spyOn(performance, 'clearMarks');
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** So many comments wait that the second way is worth it. */
const MANY = 1000;
const row = (id: number) => ({ ids: [1, id, 2], from: 2, isReply: false });
const answerOf = (id: number, shift = 0) => ({ scores: Float32Array.of(id + shift, 0, 1, 0, 0, id, 0, 0), features: new Float32Array() });
const pass = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A way that takes so long, how far its scores are shifted, and the comments that it answered. */
function way(takes: number, shift = 0): Run & { asked: number[] } {
  const asked: number[] = [];
  const run: Run = async ({ ids }) => {
    await pass(takes);
    asked.push(ids[1] as number);
    return answerOf(ids[1] as number, shift);
  };
  return Object.assign(run, { asked });
}

const quick = (run: Run) => ({ run, stop: vi.fn<Faster['stop']>() });

/** Reads so many comments one after the other, however long that takes, and gives their answers. */
async function read(run: Run, from: number, count: number, behind = MANY) {
  const answers: Awaited<ReturnType<Run>>[] = [];
  const reading = (async () => {
    for (let id = from; id < from + count; id += 1) answers.push(await run(row(id), behind));
  })();
  await vi.advanceTimersByTimeAsync(100_000);
  await reading;
  expect(answers).toHaveLength(count);
  return answers;
}

/** Reads with a first way that takes 30 ms; tells what each way was asked in the end. */
async function readBeside(second: Run, count = 20, behind = MANY) {
  const plain = way(30);
  const faster = quick(second);
  const start = vi.fn(async () => faster);
  const answers = await read(withFaster(plain, start), 0, count, behind);
  return { plain, faster, start, answers };
}

test('a second way that answers the same in less time takes over, and no comment is read twice for the reader or left out', async () => {
  const second = way(10);
  const { plain, faster, start, answers } = await readBeside(second);
  expect(plain.asked).toEqual([0, 1, 2, 3, 4, 5]);
  // compared on what was just read, then on its own
  expect(second.asked).toEqual([0, 1, 2, 3, 4, 5, ...Array.from({ length: 14 }, (_, index) => 6 + index)]);
  expect(answers).toEqual(Array.from({ length: 20 }, (_, id) => answerOf(id)));
  expect(start).toHaveBeenCalledTimes(1);
  expect(faster.stop).not.toHaveBeenCalled();
  expect(performance.mark).toHaveBeenCalledExactlyOnceWith('standpoint:webgpu');
});

test('first words do not wait: the second way is brought up beside the reading', async () => {
  const plain = way(30);
  const second = way(10);
  const run = withFaster(plain, async () => {
    await pass(300);
    return quick(second);
  });
  await read(run, 0, 20);
  expect(plain.asked).toHaveLength(10);
  expect(second.asked.slice(0, 6)).toEqual([4, 5, 6, 7, 8, 9]);
});

test('where few comments wait, it is not brought up', async () => {
  expect((await readBeside(way(10), 20, 63)).start).not.toHaveBeenCalled();
  expect((await readBeside(way(10), 20, 64)).start).toHaveBeenCalledTimes(1);
});

test.each([
  ['answers otherwise', way(10, 0.5)],
  ['answers what is no number', way(10, Number.NaN)],
  ['is not fast enough', way(21)],
  ['never answers', () => new Promise<never>(() => {})],
  ['fails', () => Promise.reject(new Error('lost'))],
] as [string, Run][])('a second way that %s is put away, and not tried again', async (_, second) => {
  const { plain, faster, start, answers } = await readBeside(second);
  expect(plain.asked).toHaveLength(20);
  expect(answers).toEqual(Array.from({ length: 20 }, (_, id) => answerOf(id)));
  expect(faster.stop).toHaveBeenCalledTimes(1);
  expect(start).toHaveBeenCalledTimes(1);
});

test('a second way that cannot be brought up is not tried again', async () => {
  const plain = way(30);
  const start = vi.fn(() => Promise.reject(new Error('There is no WebGPU.')));
  await read(withFaster(plain, start), 0, 20);
  expect(plain.asked).toHaveLength(20);
  expect(start).toHaveBeenCalledTimes(1);
});

test.each([
  ['fails', () => Promise.reject(new Error('lost'))],
  ['does not come back', () => new Promise<never>(() => {})],
] as [string, Run][])('where the second way %s half-way, the first goes on with the very same comment', async (_, broken) => {
  const second = way(10);
  let isBroken = false;
  const plain = way(30);
  const faster = quick((input) => (isBroken ? broken(input) : second(input)));
  const start = vi.fn(async () => faster);
  const run = withFaster(plain, start);
  await read(run, 0, 12);
  expect(second.asked).toContain(11);
  isBroken = true;
  expect(await read(run, 12, 8)).toEqual(Array.from({ length: 8 }, (_, index) => answerOf(12 + index)));
  expect(plain.asked.slice(6)).toEqual([12, 13, 14, 15, 16, 17, 18, 19]);
  expect(faster.stop).toHaveBeenCalledTimes(1);
  expect(start).toHaveBeenCalledTimes(1);
  expect(performance.clearMarks).toHaveBeenCalledExactlyOnceWith('standpoint:webgpu');
});

test('what decides: each probability within .05, and 1.5 times as fast over all that is compared', async () => {
  const answered: Answered[] = [1, 2, 3].map((id) => ({ input: row(id), answer: answerOf(id), took: 30 }));
  const decide = async (run: Run, gain = 1.5) => {
    const decision = isBetter(run, answered, gain);
    await vi.advanceTimersByTimeAsync(100_000);
    return decision;
  };
  expect(await decide(way(19))).toBe(true);
  expect(await decide(way(21))).toBe(false);
  expect(await decide(way(21), 1)).toBe(true);
  // A logit moves its probability by a quarter of itself at most.
  expect(await decide(way(10, 0.19))).toBe(true);
  expect(await decide(way(10, 0.3))).toBe(false);
  expect(await decide(way(10, Number.NaN))).toBe(false);
});
