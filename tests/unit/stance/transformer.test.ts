// @vitest-environment node
import { expect, test } from 'vitest';
import { cached, memory } from '../../../utils/stance/encoder/cache.ts';
import type { Encoder } from '../../../utils/stance/encoder/encoder.ts';
import type { AnalyzeOptions } from '../../../utils/stance/model.ts';
import { nearestFirst } from '../../../utils/stance/transformer/order.ts';
import { createTransformerModel } from '../../../utils/stance/transformer/transformer.ts';
import type { RawAnalysis } from '../../../utils/stance/verdict.ts';
import type { Thread } from '../../../utils/thread/thread.ts';
import { testEncoder } from '../../fixtures/testEncoder.ts';
import { threadOf } from '../../fixtures/threadOf.ts';

const ferry = threadOf('The night ferry should be brought back', 'The island needs its night ferry.', [
  ['a', null, 'I agree, this is right.'],
  ['b', null, 'No, that is nonsense.'],
  ['c', 'b', 'Wrong, wrong. I disagree.'],
  ['d', 'op', 'Why not?'],
  ['e', 'gone', 'Yes.'],
]);
const long = threadOf(
  'A plan',
  'We do it.',
  Array.from({ length: 60 }, (_, index) => [`${index}`, null, index % 2 ? `yes ${index}` : `the ${index}`]),
);

const parts = await testEncoder();
async function analysesOf(thread: Thread, options?: AnalyzeOptions, encoder: Encoder = parts.encoder): Promise<RawAnalysis[]> {
  const analyses: RawAnalysis[] = [];
  for await (const analysis of createTransformerModel({ ...parts, encoder }).analyze(thread, options)) analyses.push(analysis);
  return analyses;
}
const lastOf = async (thread: Thread, options?: AnalyzeOptions) => (await analysesOf(thread, options)).at(-1) as RawAnalysis;

/** The encoder, and in which order it was asked for which comments of `long`. */
function noted() {
  const asked: number[][] = [];
  const encoder: Encoder = {
    name: parts.encoder.name,
    async *run(rows, signal) {
      for await (const answer of parts.encoder.run(rows, signal)) {
        asked.push(rows[answer.index]?.ids as number[]);
        yield answer;
      }
    },
  };
  return { encoder, asked };
}

test('every comment has a verdict by its words, towards the opening post and what it answers', async () => {
  const { model, verdicts } = await lastOf(ferry);
  expect(model).toBe(parts.encoder.name);
  expect(Object.keys(verdicts)).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(Object.values(verdicts).map(({ opening }) => opening.best)).toEqual(['support', 'oppose', 'oppose', 'question', 'support']);
  expect(verdicts.a?.parent).toBeNull();
  expect(verdicts.c?.parent).toMatchObject({ best: 'oppose', because: 'words' });
  expect([verdicts.d?.parent, verdicts.e?.parent]).toEqual(['opening', 'opening']);
});

test('what has no words, or those of another language, is not read', async () => {
  const thread = threadOf('A plan', 'We do it.', [
    ['a', null, ' \u0001\u0002 '],
    ['b', null, 'これは良い計画だと思います'],
    ['c', null, '👍🏽'],
    ['d', null, 'Yes.'],
  ]);
  const deleted = { ...thread, comments: thread.comments.map((one) => (one.id === 'd' ? { ...one, deleted: true } : one)) };
  const { verdicts } = await lastOf(deleted);
  expect(['a', 'b', 'c', 'd'].map((id) => verdicts[id]?.opening.because)).toEqual(['empty', 'language', 'words', 'empty']);
  expect(verdicts.a?.opening.best).toBeNull();
});

test('what the reader set stands, and no word of theirs is lost to ids that mean something to the language', async () => {
  const thread = threadOf('A plan', 'We do it.', [
    ['constructor', null, 'Yes.'],
    ['__proto__', null, 'Never.'],
  ]);
  const stances = Object.fromEntries([['constructor', 'mixed' as const]]);
  const verdicts = new Map(Object.entries((await lastOf(thread, { corrections: { stances } })).verdicts));
  expect(verdicts.get('constructor')?.opening).toMatchObject({ best: 'mixed', confidence: 1, because: 'reader' });
  expect(verdicts.get('__proto__')?.opening).toMatchObject({ best: 'oppose', because: 'words' });
});

test('comments in view are read first, and shown before the others', async () => {
  const { encoder, asked } = noted();
  const inView = new Set(['40', '41']);
  const [first] = await analysesOf(long, { inView: () => inView }, encoder);
  for (const id of inView) expect(first?.verdicts).toHaveProperty(id);
  const rows = ['40', '41'].map((id) => long.comments.find((one) => one.id === id)?.text as string);
  const texts = rows.map((comment) => parts.inputOf({ post: ['A plan', 'We do it.'], parent: '', comment }).ids);
  expect(asked.slice(0, 2)).toEqual(texts);
});

test('the last analysis is the same whatever the reader looked at, and whatever was known before', async () => {
  const plain = await lastOf(long);
  expect(await lastOf(long, { inView: () => new Set(['59']) })).toEqual(plain);
  const encoder = cached(parts.encoder, memory());
  expect((await analysesOf(long, {}, encoder)).at(-1)).toEqual(plain);
  const again = await analysesOf(long, {}, encoder);
  expect(again).toEqual([plain]);
});

test('what is sure of anything before all is read says the same at the end', async () => {
  const analyses = await analysesOf(long);
  expect(analyses.length).toBeGreaterThan(3);
  const last = analyses.at(-1) as RawAnalysis;
  for (const { verdicts } of analyses)
    for (const [id, { opening }] of Object.entries(verdicts))
      if (opening.confidence > 0) expect(opening.best).toBe(last.verdicts[id]?.opening.best);
});

test('a reading that was broken off goes on where it stopped', async () => {
  const { encoder, asked } = noted();
  const model = createTransformerModel({ ...parts, encoder: cached(encoder, memory()) });
  const control = new AbortController();
  for await (const _ of model.analyze(long, {}, control.signal)) control.abort();
  const before = asked.length;
  expect(before).toBeLessThan(60);
  const [first] = await Array.fromAsync(model.analyze(long));
  expect(Object.keys(first?.verdicts ?? {}).length).toBe(before);
  expect(asked.length).toBe(60);
});

test('the encoder hears with each batch how many comments wait behind it', async () => {
  const heard: [number, number | undefined][] = [];
  const encoder: Encoder = {
    name: parts.encoder.name,
    run(rows, signal, behind) {
      heard.push([rows.length, behind]);
      return parts.encoder.run(rows, signal);
    },
  };
  await analysesOf(long, { inView: () => new Set(), reach: 19 }, encoder);
  expect(heard).toEqual([
    [2, 18],
    [8, 10],
    [8, 2],
    [2, 0],
  ]);
});

test('megabytes, emoji and control characters are read like anything else', async () => {
  const thread = threadOf('A plan', 'We do it.', [
    ['a', null, 'agree '.repeat(170_000)],
    ['b', null, '😀'.repeat(250_000)],
    ['c', null, '\u0007\u001b '.repeat(1000)],
    ['d', 'b', 'No.'],
  ]);
  const start = performance.now();
  const { verdicts } = await lastOf(thread);
  expect(performance.now() - start).toBeLessThan(5000);
  expect(verdicts.a?.opening.best).toBe('support');
  expect(Object.keys(verdicts)).toHaveLength(4);
});

test('an emoji that takes no side by itself is skipped, not guessed; one that does is read as what it says', async () => {
  const thread = threadOf('A plan', 'We do it.', [
    ['a', null, '🤡'],
    ['b', null, '👍'],
    ['c', null, '+1'],
  ]);
  const { verdicts } = await lastOf(thread);
  expect(verdicts.a?.opening).toMatchObject({ best: null, because: 'empty' });
  expect(verdicts.b?.opening.probabilities).toEqual(verdicts.c?.opening.probabilities);
});

test('parents that go in a circle, or are not in the page, are survived', async () => {
  const odd = threadOf('A title', 'A post.', [
    ['a', 'b', 'I agree with this.'],
    ['b', 'c', 'I do not think so.'],
    ['c', 'a', 'Why would that be?'],
    ['d', 'd', 'I answer myself.'],
  ]);
  expect(Object.keys((await lastOf(odd)).verdicts)).toEqual(['a', 'b', 'c', 'd']);
});

test('ten thousand equal comments in a chain are read once, without running out of stack', async () => {
  const { encoder, asked } = noted();
  const chain = Array.from({ length: 10_000 }, (_, index): [string, string | null, string] => [
    `${index}`,
    index === 0 ? null : `${index - 1}`,
    'No.',
  ]);
  const analyses = await analysesOf(threadOf('A long quarrel', 'It is so.', chain), {}, cached(encoder, memory()));
  expect(Object.keys(analyses.at(-1)?.verdicts ?? {})).toHaveLength(10_000);
  expect(asked).toHaveLength(2);
});

test('the sentence that speaks for a stance weighs most, and what says nothing of it is not named', async () => {
  const text = 'The boat is blue. I agree, exactly right. It was late.';
  const thread = threadOf('A plan', 'We do it.', [
    ['a', null, 'No.'],
    ['b', 'a', text],
    ['c', null, 'I agree.'],
  ]);
  const model = createTransformerModel(parts);
  const [first] = (await model.weigh?.(thread, 'b', 'support')) ?? [];
  expect(text.slice(first?.start, first?.end)).toBe('I agree, exactly right.');
  expect(first?.weight).toBeGreaterThan(0.05);
  expect(await model.weigh?.(thread, 'c', 'support'), 'a comment of one sentence is its own reason').toEqual([]);
});

test('the order goes outwards from what the reader sees', () => {
  const waiting = [0, 1, 2, 3, 4, 5, 6].map((index) => ({ index }));
  const order = (seen: number[], reach?: number) => nearestFirst(waiting, seen, reach).map(({ index }) => index);
  expect(order([3, 4])).toEqual([3, 4, 2, 5, 1, 6, 0]);
  expect(order([])).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(order([5], 1), 'and no further than is asked').toEqual([5, 4, 6]);
  expect(order([], 2), 'at the beginning, where they see none').toEqual([0, 1, 2]);
});

test('once those in view are read, their neighbours are, not the beginning of the page', async () => {
  const { encoder, asked } = noted();
  await analysesOf(long, { inView: () => new Set(['40', '41']) }, encoder);
  const idsOf = (id: string) =>
    parts.inputOf({ post: ['A plan', 'We do it.'], parent: '', comment: long.comments[Number(id)]?.text as string }).ids;
  expect(asked.slice(0, 6)).toEqual(['40', '41', '39', '42', '38', '43'].map(idsOf));
});

test('comments out of reach are not read, and what is said of those within is what their own words plainly say', async () => {
  const { encoder, asked } = noted();
  const inView = () => new Set(['30']);
  const [first, ...later] = await analysesOf(long, { inView, reach: 5 }, encoder);
  const last = later.at(-1) as RawAnalysis;
  expect(asked).toHaveLength(11);
  expect(Object.keys(last.verdicts)).toEqual(['25', '26', '27', '28', '29', '30', '31', '32', '33', '34', '35']);
  expect(first?.verdicts['30']).toEqual(last.verdicts['30']);
  const whole = await lastOf(long);
  for (const [id, { opening }] of Object.entries(last.verdicts))
    if (opening.confidence > 0) expect(opening.best).toBe(whole.verdicts[id]?.opening.best);
});
