import { beforeEach, expect, test } from 'vitest';
import { askAnalysis, createBatches } from '../../../utils/messaging/analysisBatches.ts';
import { onMessage, removeAllListeners } from '../../../utils/messaging/channel.ts';
import type { AnalysisBatch } from '../../../utils/messaging/messages.ts';
import { portable } from '../../../utils/messaging/portable.ts';
import type { RawAnalysis } from '../../../utils/stance/verdict.ts';
import { comment, thread } from '../../fixtures/thread.ts';

const ids = (count: number) => Array.from({ length: count }, (_, index) => `c${index}`);
const analysisOf = (count: number, model = 'test') =>
  ({ model, verdicts: Object.fromEntries(ids(count).map((id) => [id, { parent: null }])) }) as unknown as RawAnalysis;

async function* answer(...analyses: RawAnalysis[]) {
  yield* analyses;
}

const asked = { thread: thread([]), said: { stances: {} }, inView: [], reach: null };

/** All that is heard of an answer. */
async function hear(): Promise<RawAnalysis[]> {
  const heard: RawAnalysis[] = [];
  for await (const analysis of askAnalysis(asked, new AbortController().signal)) heard.push(analysis);
  return heard;
}

beforeEach(removeAllListeners);

test.each([0, 1, 1000, 1001, 2500])(
  'an analysis of %i comments arrives whole, never more than a thousand verdicts at once',
  async (count) => {
    const batches = createBatches();
    const sizes: number[] = [];
    const noted = (batch: AnalysisBatch | null) => {
      sizes.push(Object.keys(batch?.analysis.verdicts ?? {}).length);
      return batch;
    };
    onMessage('analyze', async () => noted(await batches.first(answer(analysisOf(count)))));
    onMessage('analyzeOn', async ({ data }) => noted(await batches.next(data)));
    const [analysis, ...others] = await hear();
    expect(others).toEqual([]);
    expect(analysis?.model).toBe('test');
    expect(Object.keys(analysis?.verdicts ?? {})).toEqual(ids(count));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1000);
    expect(sizes).toHaveLength(Math.max(1, Math.ceil(count / 1000)));
  },
);

test('a first analysis arrives before the next is worked out, and each of them whole', async () => {
  const batches = createBatches();
  let goOn = () => {};
  const slow = async function* () {
    yield analysisOf(1500, 'quick');
    await new Promise<void>((resolve) => {
      goOn = resolve;
    });
    yield analysisOf(2100, 'thorough');
  };
  onMessage('analyze', () => batches.first(slow()));
  onMessage('analyzeOn', ({ data }) => batches.next(data));
  const heard: [string, number][] = [];
  for await (const { model, verdicts } of askAnalysis(asked, new AbortController().signal)) {
    heard.push([model, Object.keys(verdicts).length]);
    goOn();
  }
  expect(heard).toEqual([
    ['quick', 1500],
    ['thorough', 2100],
  ]);
});

test('a model that fails after its first analysis says so instead of ending', async () => {
  const batches = createBatches();
  const failing = async function* () {
    yield analysisOf(1);
    throw new Error('The model fell over.');
  };
  onMessage('analyze', () => batches.first(failing()));
  onMessage('analyzeOn', ({ data }) => batches.next(data));
  await expect(hear()).rejects.toThrow('fell over');
});

test('a background that was stopped in between gives no half analysis', async () => {
  onMessage('analyze', () => createBatches().first(answer(analysisOf(2500))));
  onMessage('analyzeOn', ({ data }) => createBatches().next(data));
  await expect(hear()).rejects.toThrow('stopped');
});

test('a thread of a hundred megabytes crosses with the beginning of its long posts, and every short one whole', () => {
  const long = comment('long', { text: 'long '.repeat(20_000_000), quotes: [{ of: null, text: 'quoted' }] });
  const huge = thread([comment('a'), long, comment('b')]);
  const carried = portable(huge);
  expect(JSON.stringify(carried).length).toBeLessThan(20_000_000);
  expect(carried.comments.map(({ id }) => id)).toEqual(['a', 'long', 'b']);
  expect(long.text.startsWith(carried.comments[1]?.text ?? '-')).toBe(true);
  expect(carried.comments[1]?.text.length).toBeGreaterThan(1_000_000);
  expect([carried.comments[0], carried.comments[2]]).toEqual([comment('a'), comment('b')]);
  const usual = thread([comment('a'), comment('b')]);
  expect(portable(usual)).toBe(usual);
});

test('of what was said before nothing crosses again, and what is taken back is gone', async () => {
  const batches = createBatches();
  const verdict = (confidence: number) => ({
    best: 'support',
    confidence,
    probabilities: { support: confidence },
    evidence: [],
    because: 'words',
  });
  const said = (verdicts: Record<string, number>) =>
    ({
      model: 'test',
      verdicts: Object.fromEntries(Object.entries(verdicts).map(([id, sure]) => [id, { opening: verdict(sure), parent: null }])),
    }) as unknown as RawAnalysis;
  const crossed: string[][] = [];
  const noted = (batch: AnalysisBatch | null) => {
    crossed.push(Object.keys(batch?.analysis.verdicts ?? {}));
    return batch;
  };
  const answers = [said({ a: 0.9 }), said({ a: 0.9, b: 0.8 }), said({ a: 0.9, b: 0.7, c: 0.6 }), said({ a: 0.9, c: 0.6 })];
  onMessage('analyze', async () => noted(await batches.first(answer(...answers))));
  onMessage('analyzeOn', async ({ data }) => noted(await batches.next(data)));
  const heard = await hear();
  expect(crossed).toEqual([['a'], ['b'], ['b', 'c'], ['a', 'c']]);
  expect(heard.map(({ verdicts }) => Object.keys(verdicts))).toEqual([['a'], ['a', 'b'], ['a', 'b', 'c'], ['a', 'c']]);
  expect(heard.map(({ verdicts }) => verdicts.b?.opening.confidence)).toEqual([undefined, 0.8, 0.7, undefined]);
  expect(heard[2]?.verdicts.a, 'what stays is the very same').toBe(heard[0]?.verdicts.a);
});
