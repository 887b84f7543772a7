import { describe, expect, test } from 'vitest';
import { inputs } from '../../../../utils/stance/encoder/input.ts';

/** A tokenizer of words that are numbers. */
const numbers = { cls: -1, sep: -2, pieces: (text: string) => text.split(' ').filter(Boolean).map(Number) };
const LENGTHS = { post: 72, parent: 12, comment: 16 };
const count = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);
const text = (from: number, to: number) => count(from, to).join(' ');

describe('what the encoder reads of a comment', () => {
  const inputOf = inputs(numbers, LENGTHS);

  test('the post, what is answered and the comment stand between their marks', () => {
    const { ids, from, isReply } = inputOf({ post: ['1 2', '3'], parent: '4 5', comment: '6 7' });
    expect(ids).toEqual([-1, 1, 2, 3, -2, 4, 5, -2, 6, 7, -2]);
    expect(ids[from]).toBe(6);
    expect(isReply).toBe(true);
  });

  test('what answers the opening post answers no words', () => {
    const { ids, from, isReply } = inputOf({ post: ['1'], parent: '', comment: '6' });
    expect(ids).toEqual([-1, 1, -2, -2, 6, -2]);
    expect(from).toBe(4);
    expect(isReply).toBe(false);
  });

  test('long texts keep three quarters of their beginning and one of their end', () => {
    const { ids } = inputOf({ post: [''], parent: text(0, 100), comment: text(100, 200) });
    expect(ids.slice(2, 14)).toEqual([...count(0, 9), 97, 98, 99]);
    expect(ids.slice(15, 31)).toEqual([...count(100, 112), 196, 197, 198, 199]);
  });

  test('a claim leaves its post room, or all but none', () => {
    const short = inputOf({ post: [text(0, 100), text(100, 200)], parent: '', comment: '' }).ids;
    expect(short.slice(1, 73)).toEqual([...count(0, 48), ...count(100, 118), ...count(194, 200)]);
    const tight = inputs(numbers, { ...LENGTHS, post: 52 })({ post: [text(0, 100), '7'], parent: '', comment: '' }).ids;
    expect(tight.slice(1, 50)).toEqual([...count(0, 48), -2]);
  });

  test('a title beside the claim stands between it and the post', () => {
    const { ids } = inputOf({ post: ['1 2', text(10, 40), '3 4'], parent: '', comment: '6' });
    expect(ids.slice(1, 25)).toEqual([1, 2, ...count(10, 30), 3, 4]);
  });

  test('a text of a megabyte is cut by whole characters before it is taken to pieces', () => {
    const seen: string[] = [];
    const pieces = (text: string) => {
      seen.push(text);
      return [];
    };
    const spy = { ...numbers, pieces };
    inputs(spy, LENGTHS)({ post: [''], parent: '', comment: '𝔸'.repeat(500_000) });
    expect(seen).toEqual(['𝔸'.repeat(4000)]);
  });
});
