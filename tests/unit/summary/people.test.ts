import { expect, it } from 'vitest';
import { peopleOf, standOf } from '../../../utils/summary/people.ts';
import { aThread } from '../../fixtures/reading.ts';

it.each([
  [['support', 'support', 'oppose'], 'support'],
  [['support', 'oppose'], 'mixed'],
  [['support', 'mixed'], 'mixed'],
  [['support', 'support', 'mixed', 'oppose'], 'mixed'],
  [['unsure', 'unsure', 'unsure', 'oppose'], 'oppose'],
  [['question', 'question', 'oppose'], 'oppose'],
  [['question', 'neutral', 'unsure'], 'question'],
  [['neutral', 'neutral', 'question'], 'neutral'],
  [['unsure', 'skipped'], 'unsure'],
  [['skipped'], 'skipped'],
] as const)('whoever wrote %j counts as %s', (labels, stance) => {
  expect(standOf(labels)).toBe(stance);
});

it('names who opened the thread first, then those who wrote most, and nobody for comments without a name', () => {
  const { reading, analysis } = aThread([
    { author: 'amber', stance: 'support' },
    { author: 'basil', stance: 'oppose' },
    { author: 'basil', stance: 'oppose' },
    { author: null, stance: 'oppose' },
    { author: '[deleted]', stance: 'oppose' },
    { author: 'clove', stance: 'unsure' },
  ]);
  const { opening } = reading.thread;
  const people = peopleOf({ ...reading.thread, opening: opening && { ...opening, author: 'clove' } }, analysis);
  expect(people.map(({ name, opening, comments, stance }) => [name, opening, comments.map(({ id }) => id), stance])).toEqual([
    ['clove', true, ['6'], 'unsure'],
    ['basil', false, ['2', '3'], 'oppose'],
    ['amber', false, ['1'], 'support'],
  ]);
});

it('names who opened the thread though they wrote no comment', () => {
  const { reading, analysis } = aThread([{ author: 'amber', stance: 'support' }]);
  const { opening } = reading.thread;
  const [first] = peopleOf({ ...reading.thread, opening: opening && { ...opening, author: 'clove' } }, analysis);
  expect(first).toMatchObject({ name: 'clove', opening: true, comments: [] });
});
