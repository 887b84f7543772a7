import { describe, expect, it } from 'vitest';
import { divisionsOf, storiesOf } from '../../../utils/summary/division.ts';
import { aThread, type Said } from '../../fixtures/reading.ts';

function ways(comments: Said[]) {
  const { reading, analysis } = aThread(comments);
  return divisionsOf(reading.thread, analysis);
}

function stories(comments: Said[]) {
  const { reading, analysis } = aThread(comments);
  return storiesOf(reading.thread, analysis);
}

/** So many comments of one person that stand alike, each with the same votes. */
const times = (count: number, author: string, stance: Said['stance'], score: number | null = null): Said[] =>
  Array.from({ length: count }, () => ({ author, stance, score }));

/** So many people with a comment each. */
const crowd = (count: number, stance: Said['stance'], score: number | null = null): Said[] =>
  Array.from({ length: count }, (_, index) => ({ author: `${stance} ${index}`, stance, score }));

describe('the ways of counting', () => {
  it('each add up to what they count: comments, people, votes', () => {
    const all = ways([
      ...times(3, 'amber', 'oppose', 2),
      ...times(1, 'amber', 'unsure', 5),
      ...times(1, 'basil', 'support', -4),
      ...times(1, 'clove', 'skipped'),
      { author: null, stance: 'neutral', score: 0 },
    ]);
    expect(all.map(({ by, total }) => [by, total])).toEqual([
      ['comments', 7],
      ['people', 3],
      ['votes', 11],
    ]);
    for (const { counts, total } of all) expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(total);
  });

  it('say what they leave out: comments without a name, without votes, and those voted below zero', () => {
    const [, people, votes] = ways([
      { author: 'amber', stance: 'support', score: 3 },
      { author: null, stance: 'oppose', score: -2 },
      { author: 'basil', stance: 'oppose' },
    ]);
    expect(people).toMatchObject({ counts: { support: 1, oppose: 1 }, without: 1 });
    expect(votes).toMatchObject({ counts: { support: 3, oppose: 0 }, without: 1, below: 1 });
  });

  it('are only those that the thread allows', () => {
    expect(ways([{ stance: 'support' }]).map(({ by }) => by)).toEqual(['comments']);
    expect(ways([{ author: 'amber', stance: 'support', score: 0 }]).map(({ by }) => by)).toEqual(['comments', 'people']);
    expect(ways([]).map(({ by, total }) => [by, total])).toEqual([['comments', 0]]);
  });
});

describe('the stories they tell', () => {
  it('name the few behind a side', () => {
    expect(stories([...times(4, 'amber', 'oppose'), ...times(2, 'basil', 'oppose'), ...crowd(4, 'oppose')])).toEqual([
      { tells: 'few', side: 'oppose', share: 0.6, of: 10, people: 2 },
    ]);
  });

  it('name nobody where a side is a crowd, or too small to tell', () => {
    expect(stories(crowd(5, 'oppose'))).toEqual([]);
    expect(stories(times(4, 'amber', 'oppose'))).toEqual([]);
    expect(stories(Array.from({ length: 8 }, (_, index) => times(2, `${index}`, 'oppose')).flat())).toEqual([]);
  });

  it('tell where the people, or the votes, turn the sides round', () => {
    const loud = [...times(6, 'amber', 'oppose', 1), ...crowd(4, 'support', 9)];
    expect(stories(loud)).toEqual([
      { tells: 'turned', by: 'people', larger: 'support', counts: expect.objectContaining({ support: 4, oppose: 1 }) },
      { tells: 'few', side: 'oppose', share: 1, of: 6, people: 1 },
    ]);
    const voted = [...crowd(6, 'oppose', 1), ...crowd(4, 'support', 9)];
    expect(stories(voted)).toEqual([
      { tells: 'turned', by: 'votes', larger: 'support', counts: expect.objectContaining({ support: 36, oppose: 6 }) },
    ]);
  });

  it('tell where a side is stronger by votes than by comments', () => {
    const [story, ...others] = stories([...crowd(6, 'support', 10), ...crowd(4, 'oppose', 1)]);
    expect(others).toEqual([]);
    expect(story).toMatchObject({ tells: 'shifted', by: 'votes', side: 'support', ofComments: 0.6 });
    expect(story?.tells === 'shifted' && story.share).toBeCloseTo(60 / 64);
  });

  it('are none where all ways of counting agree', () => {
    expect(stories([...crowd(6, 'support', 2), ...crowd(4, 'oppose', 2)])).toEqual([]);
  });
});

it('ten thousand comments are counted in a moment', () => {
  const { reading, analysis } = aThread(
    Array.from({ length: 10_000 }, (_, index) => ({
      author: `${index % 3000}`,
      stance: index % 3 ? 'support' : 'oppose',
      score: index % 50,
    })),
  );
  const start = performance.now();
  expect(divisionsOf(reading.thread, analysis)[1]?.total).toBe(3000);
  storiesOf(reading.thread, analysis);
  expect(performance.now() - start).toBeLessThan(1000);
});
