import { expect, test, vi } from 'vitest';
import { cached, memory } from '../../../../utils/stance/encoder/cache.ts';
import type { Encoder } from '../../../../utils/stance/encoder/encoder.ts';
import { ModelFailure } from '../../../../utils/stance/encoder/failure.ts';
import type { Input } from '../../../../utils/stance/encoder/input.ts';
import { passOn } from '../../../../utils/stance/encoder/passOn.ts';
import { type Answer, type Question, remoteEncoder, serveEncoder } from '../../../../utils/stance/encoder/remote.ts';
import type { Wire } from '../../../../utils/stance/encoder/wire.ts';

const row = (id: number): Input => ({ ids: [1, id, 2], from: 2, isReply: false });
const scoresOf = (id: number) => ({ opening: [id, 0, 0, 0], parent: null, features: [] });

/** Two ends of a line; `cut` takes the second away from the first. */
function line() {
  const hear: Record<'near' | 'far', (message: never) => void> = { near: () => {}, far: () => {} };
  const ends: (() => void)[] = [];
  const end = <In, Out>(from: 'near' | 'far', to: 'near' | 'far'): Wire<In, Out> => ({
    post: (message) => queueMicrotask(() => hear[to](message as never)),
    onMessage: (heard) => {
      hear[from] = heard as never;
    },
    onEnd: (ended) => void ends.push(ended),
    close: () => {},
  });
  const cut = () => {
    for (const ended of ends) ended();
  };
  return { asking: end<Answer, Question>('near', 'far'), answering: end<Question, Answer>('far', 'near'), cut };
}

/** An encoder whose first piece is its answer, and what it was asked. */
function echo(): Encoder & { asked: number[] } {
  const asked: number[] = [];
  return {
    name: 'echo 1',
    asked,
    async *run(rows) {
      for (const [index, { ids }] of rows.entries()) {
        asked.push(ids[1] as number);
        yield { index, ...scoresOf(ids[1] as number) };
      }
    },
  };
}

async function answersOf(encoder: Encoder, rows: Input[], signal?: AbortSignal) {
  const answers: number[] = [];
  for await (const { index, opening } of encoder.run(rows, signal)) {
    expect(index).toBe(answers.length);
    answers.push(opening[0] as number);
  }
  return answers;
}

test('an encoder in another process answers in order', async () => {
  const far = remoteEncoder('echo 1', async () => {
    const { asking, answering } = line();
    serveEncoder(answering, async () => echo());
    return asking;
  });
  expect(await answersOf(far, [3, 1, 2].map(row))).toEqual([3, 1, 2]);
});

test('each comment comes with the number of those that wait behind it, through the cache too', async () => {
  const heard: [number, number | undefined][] = [];
  const near: Encoder = {
    name: 'echo 1',
    async *run([one], _, behind) {
      heard.push([one?.ids[1] as number, behind]);
      yield { index: 0, ...scoresOf(0) };
    },
  };
  const far = remoteEncoder('echo 1', async () => {
    const { asking, answering } = line();
    serveEncoder(answering, async () => near);
    return asking;
  });
  for await (const _ of cached(far, memory()).run([3, 1, 2].map(row), undefined, 10));
  expect(heard).toEqual([
    [3, 12],
    [1, 11],
    [2, 10],
  ]);
});

test('a worker that cannot be started at all is tried a few times, then the reason is told', async () => {
  let starts = 0;
  const far = remoteEncoder('echo 1', async () => {
    starts += 1;
    throw new Error('There is no such page.');
  });
  await expect(answersOf(far, [row(1)])).rejects.toMatchObject({ reason: 'died' });
  expect(starts).toBeGreaterThan(1);
  expect(starts).toBeLessThan(10);
});

test('a worker that dies half-way is started again, and what it had answered is not asked again', async () => {
  let starts = 0;
  const near = echo();
  const far = remoteEncoder('echo 1', async () => {
    const { asking, answering, cut } = line();
    starts += 1;
    let left = starts === 1 ? 2 : 100;
    serveEncoder({ ...answering, post: (answer) => (left-- > 0 ? answering.post(answer) : cut()) }, async () => near);
    return asking;
  });
  expect(await answersOf(far, [1, 2, 3, 4].map(row))).toEqual([1, 2, 3, 4]);
  expect(starts).toBe(2);
  expect(near.asked.filter((id) => id < 3)).toEqual([1, 2]);
});

test('a worker that dies three times under a comment is given up, with a reason; whoever asks again has it started again', async () => {
  let starts = 0;
  const far = remoteEncoder('echo 1', async () => {
    const { asking, answering, cut } = line();
    starts += 1;
    answering.onMessage(cut);
    return asking;
  });
  await expect(answersOf(far, [row(1)])).rejects.toThrow('died');
  expect(starts).toBe(3);
  await expect(answersOf(far, [row(1)])).rejects.toThrow('died');
  expect(starts).toBe(6);
});

test('why a model cannot be had is told across processes, and it is loaded anew for the next question', async () => {
  let loads = 0;
  const { asking, answering } = line();
  serveEncoder(answering, async () => {
    loads += 1;
    if (loads === 1) throw new ModelFailure('damaged');
    return echo();
  });
  const far = remoteEncoder('echo 1', async () => asking);
  await expect(answersOf(far, [row(1)])).rejects.toMatchObject({ reason: 'damaged' });
  expect(await answersOf(far, [row(1)])).toEqual([1]);
});

test('ten thousand equal comments are read once', async () => {
  const near = echo();
  const encoder = cached(near, memory());
  expect(
    await answersOf(
      encoder,
      Array.from({ length: 10_000 }, () => row(7)),
    ),
  ).toHaveLength(10_000);
  expect(near.asked).toEqual([7]);
});

test('the same words with another beginning, or by another version, are other inputs', async () => {
  const near = echo();
  const kept = memory();
  await answersOf(cached(near, kept), [row(7)]);
  await answersOf(cached(near, kept), [{ ...row(7), from: 1 }]);
  await answersOf(cached({ ...near, name: 'echo 2' }, kept), [row(7)]);
  expect(near.asked).toEqual([7, 7, 7]);
  expect(await cached(near, kept).recall?.([row(7), row(8)])).toEqual([scoresOf(7), undefined]);
});

test('memory forgets the oldest first', async () => {
  const kept = memory(2);
  for (const key of ['a', 'b', 'c']) await kept.write(key, scoresOf(1));
  expect(await kept.read(['a', 'b', 'c'])).toEqual([undefined, scoresOf(1), scoresOf(1)]);
});

test('one worker serves every background that wakes up, and gives its memory back when nobody asks', async () => {
  vi.useFakeTimers();
  let starts = 0;
  const close = vi.fn();
  const serve = passOn(() => {
    starts += 1;
    const { asking, answering } = line();
    serveEncoder(answering, async () => echo());
    return { ...asking, close };
  }, 1000);
  for (const id of [1, 2]) {
    const { asking, answering } = line();
    serve(answering);
    expect(
      await answersOf(
        remoteEncoder('echo 1', async () => asking),
        [row(id)],
      ),
    ).toEqual([id]);
  }
  expect(starts).toBe(1);
  vi.advanceTimersByTime(1000);
  expect(close).toHaveBeenCalledOnce();
  vi.useRealTimers();
});
