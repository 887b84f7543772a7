import { describe, expect, it } from 'vitest';
import { type Growth, growthOf } from '../../../utils/summary/growth.ts';
import { aThread, type Said } from '../../fixtures/reading.ts';

function grown(comments: Said[], by: Growth['by'], most = 10, opened: string | null = null) {
  const { reading, analysis } = aThread(comments);
  const opening = reading.thread.opening && { ...reading.thread.opening, time: opened };
  return growthOf({ ...reading.thread, opening }, analysis, by, most);
}

const saidAt = (hour: number, stance: Said['stance']): Said => ({ stance, time: `2026-02-14T${String(hour).padStart(2, '0')}:00:00Z` });
const steps = (growth: Growth | null) =>
  growth?.steps.map(({ share, support, oppose, read, first }) => [share, support, oppose, read, first]);

describe('how the sides grew', () => {
  it('is told by the order of the comments, a step each while they are few', () => {
    expect(steps(grown([saidAt(9, 'support'), saidAt(8, 'unsure'), saidAt(7, 'oppose')], 'order'))).toEqual([
      [1 / 3, 1, 0, 1, '1'],
      [2 / 3, 1, 0, 2, '2'],
      [1, 1, 1, 3, '3'],
    ]);
  });

  it('is told by their times, whatever their order, from the opening post on', () => {
    const growth = grown([saidAt(10, 'support'), saidAt(4, 'oppose'), saidAt(9, 'support')], 'time', 10, '2026-02-14T00:00:00Z');
    expect(steps(growth)).toEqual([
      [0.4, 0, 1, 1, '2'],
      [0.9, 1, 1, 2, '3'],
      [1, 2, 1, 3, '1'],
    ]);
    expect(growth?.from).toBe('2026-02-14T00:00:00Z');
  });

  it('leaves out what has no time, and says so', () => {
    const growth = grown([saidAt(1, 'support'), { stance: 'oppose' }, saidAt(3, 'support')], 'time');
    expect(growth?.untimed).toBe(1);
    expect(growth?.steps.at(-1)).toMatchObject({ support: 2, oppose: 0, read: 2 });
    expect(growth?.from).toBe('2026-02-14T01:00:00Z');
  });

  it('cannot be told of one comment, nor by times that are all the same or missing', () => {
    expect(grown([saidAt(1, 'support')], 'order')).toBeNull();
    expect(grown([], 'order')).toBeNull();
    expect(grown([saidAt(1, 'support'), saidAt(1, 'oppose')], 'time')).toBeNull();
    expect(grown([{ stance: 'support' }, { stance: 'support' }], 'time')).toBeNull();
  });

  it('fits any number of comments into the steps asked for, and loses none', () => {
    const many = Array.from({ length: 10_000 }, (_, index): Said => ({ stance: index % 2 ? 'support' : 'oppose', time: momentOf(index) }));
    for (const by of ['time', 'order'] as const) {
      const growth = grown(many, by, 80);
      expect(growth?.steps.length).toBe(80);
      expect(growth?.steps.at(-1)).toMatchObject({ share: 1, support: 5000, oppose: 5000, read: 10_000 });
    }
  });
});

const momentOf = (index: number) => new Date(1.7e12 + index * 60_000).toISOString();
