import { describe, expect, it } from 'vitest';
import { type NavigationContext, nextComment } from '../../../utils/page/navigate.ts';
import { indexAt, readingLine } from '../../../utils/page/positions.ts';
import { parentOf } from '../../../utils/thread/replies.ts';
import { aThread } from '../../fixtures/reading.ts';

const { reading, analysis } = aThread([
  { stance: 'support', author: 'amber' },
  { stance: 'oppose', author: 'rowan', parent: '1' },
  { stance: 'question', author: 'amber', parent: '0' },
  { stance: 'oppose', author: 'sage', parent: 'gone' },
  { stance: 'unsure', author: null },
]);
const context: NavigationContext = {
  thread: reading.thread,
  analysis,
  ids: ['1', '2', '3', '4', '5'],
  seen: new Set(['1', '2', '4']),
  found: new Set(['5']),
};

describe('walking through a thread', () => {
  it('goes to the next of a kind, says the how manieth it is, and back again', () => {
    expect(nextComment('oppose', false, -1, false, context)).toEqual({ id: '2', number: 1, of: 2 });
    expect(nextComment('oppose', false, 1, true, context)).toEqual({ id: '4', number: 2, of: 2 });
    expect(nextComment('oppose', true, 3, true, context)).toEqual({ id: '2', number: 1, of: 2 });
  });

  it('goes nowhere beyond the last and the first, and says how many there are', () => {
    expect(nextComment('oppose', false, 3, true, context)).toEqual({ id: null, of: 2 });
    expect(nextComment('support', true, 0, true, context)).toEqual({ id: null, of: 1 });
    expect(nextComment('support', true, -1, false, context)).toEqual({ id: null, of: 1 });
  });

  it('goes back to a comment that was merely passed, of which the reader may see but the end', () => {
    expect(nextComment('oppose', true, 1, false, context)).toMatchObject({ id: '2' });
    expect(nextComment('oppose', true, 1, true, context)).toMatchObject({ id: null });
  });

  it.each([
    ['question', '3'],
    ['unsure', '5'],
    ['unseen', '3'],
    ['match', '5'],
    ['comment', '2'],
    ['author', '3'],
  ] as const)('knows the command %s', (command, id) => expect(nextComment(command, false, 0, true, context)).toMatchObject({ id }));

  it('finds no other comment of an author whom the page does not name', () => {
    expect(nextComment('author', true, 4, true, context)).toEqual({ id: null, of: 0 });
  });

  it('leaves out what the page does not show', () => {
    expect(nextComment('oppose', false, 0, true, { ...context, ids: ['1', '4'] })).toEqual({ id: '4', number: 1, of: 1 });
  });

  it('knows what a comment answers, where that was read', () => {
    expect(parentOf(reading.thread, '2')?.id).toBe('1');
    expect(parentOf(reading.thread, '3')).toBe(reading.thread.opening);
    expect([parentOf(reading.thread, '4'), parentOf(reading.thread, '5')]).toEqual([null, null]);
  });
});

it('the comment at a height of the page is the last that begins above it', () => {
  const tops = [100, 200, 200, 350];
  expect([99, 100, 199, 200, 349, 9999].map((y) => indexAt(tops, y))).toEqual([-1, 0, 0, 2, 2, 3]);
  expect(indexAt([], 5)).toBe(-1);
});

it('a reader reads as far down what is in view as they are down the page', () => {
  expect([0, 1050, 2100].map((top) => readingLine({ top, height: 900 }, 3000) - top)).toEqual([0, 450, 900]);
  expect(readingLine({ top: 0, height: 900 }, 500)).toBe(0);
});
