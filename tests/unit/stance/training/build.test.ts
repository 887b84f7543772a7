// @vitest-environment node
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadModel, scorePair } from '../../../../utils/stance/model/classifier.ts';
import { make } from '../../../../utils/stance/training/build.ts';
import { type LabelledThread, type Pair, readThreads } from '../../../../utils/stance/training/dataset.ts';
import { isKept } from '../../../../utils/stance/training/holdOut.ts';
import { kindOf } from '../../../../utils/stance/training/weakLabels.ts';
import type { Stance } from '../../../../utils/stance/verdict.ts';

const words: Record<string, string> = {
  support: 'yes I agree with that',
  oppose: 'no that is wrong',
  neutral: 'the weather was mild',
  question: 'how much is it?',
};
const stances = Object.keys(words) as Stance[];
const pairs = Array.from({ length: 80 }, (_, n): Pair => {
  const label = stances[n % 4] as Stance;
  return {
    source: 'debagreement',
    thread: `thread ${n}`,
    task: 'reply',
    target: `Claim number ${n} about cats`,
    about: 'Cats',
    text: `${words[label]} ${n}`,
    label,
  };
});
const threads = Array.from({ length: 12 }, (_, n): LabelledThread => {
  const stance = stances[n % 4] as Stance;
  const comment = (id: string, parent?: string) => ({
    id,
    author: id,
    ...(parent ? { parent, parent_text: `${words[stance]} a` } : {}),
    text: `${words[stance]} ${id}`,
    stance: { op: stance, parent: stance, sure: 1 as const },
  });
  return {
    thread: `whole thread ${n}`,
    kind: 'test',
    title: 'Cats',
    op: 'Cats are best.',
    proposition: 'Cats are best.',
    comments: [comment(`${n}a`), comment(`${n}b`, `${n}a`)],
  };
});
const quiet = () => {};

describe('training', () => {
  it('gives the same bytes from the same data, and a model that has learned it', { timeout: 120_000 }, async () => {
    const first = await make('test', { pairs, threads, answers: null }, quiet, 4);
    const second = await make('test', { pairs, threads, answers: null }, quiet, 4);
    expect(Buffer.compare(first, second)).toBe(0);
    const model = loadModel(first.buffer.slice(first.byteOffset, first.byteOffset + first.byteLength) as ArrayBuffer);
    expect(scorePair(model, { target: 'Claim about cats', op: 'Cats', text: 'yes I agree with that' }).best).toBe('support');
    expect(scorePair(model, { target: 'Claim about cats', op: 'Cats', text: 'no that is wrong' }).best).toBe('oppose');
  });

  it('cuts the opening that gives a weak label away', () => {
    expect(kindOf('I totally agree. Trains were better then.')).toEqual({ kind: 'agrees', rest: 'Trains were better then.' });
    expect(kindOf('Nope. They never ran on time.')).toEqual({ kind: 'denies', rest: 'They never ran on time.' });
    expect(kindOf('I agree, but not on the fares. They are too high.').kind).toBe('other');
    expect(kindOf('Why is that so? It looks odd.').kind).toBe('asks');
  });

  it('keeps a fifth of the threads aside, always the same', () => {
    const kept = Array.from({ length: 1000 }, (_, n) => isKept(`thread ${n}`)).filter(Boolean).length;
    expect(kept).toBeGreaterThan(150);
    expect(kept).toBeLessThan(250);
    expect(isKept('thread 1')).toBe(isKept('thread 1'));
  });

  const folder = process.env.STANDPOINT_STANCE;
  it.skipIf(!folder || !existsSync(folder))('reads the labelled threads where the data is there', () => {
    expect(readThreads(folder as string).length).toBeGreaterThan(100);
  });
});

describe('a weights file', () => {
  it('that is none is refused in one sentence', () => {
    expect(() => loadModel(new TextEncoder().encode('hello').buffer as ArrayBuffer)).toThrow('This file does not hold a stance model.');
  });
});
