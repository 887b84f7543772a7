import { describe, expect, it } from 'vitest';
import { isRoomy, linesOf, type Mark, SIZE, spread } from '../../../../components/minimap/minimapMarks.ts';
import type { Label } from '../../../../utils/stance/verdict.ts';

const mark = (y: number, label: Label = 'unsure', rest = false): Mark => ({ y, label, rest });

describe('the marks of a short thread', () => {
  it('stand where their comments do, and none over another', () => {
    const middles = spread([mark(20), mark(21), mark(22), mark(300)], 400);
    expect(middles[0]).toBe(20);
    expect(middles[3]).toBe(300);
    for (let index = 1; index < middles.length; index += 1)
      expect((middles[index] ?? 0) - (middles[index - 1] ?? 0)).toBeGreaterThanOrEqual(SIZE);
  });

  it('stay on the map, however near to its ends they crowd', () => {
    const low = spread([mark(0), mark(0)], 400);
    const high = spread([mark(399), mark(400), mark(400)], 400);
    expect(low[0]).toBe(SIZE / 2);
    expect(high.at(-1)).toBe(400 - SIZE / 2);
    expect(high[0]).toBeGreaterThan(300);
  });
});

describe('the marks of a long thread', () => {
  const stretches = (path = '') => [...path.matchAll(/M([\d.]+) ([\d.]+)h([\d.]+)/g)].map(([, x, y, width]) => [x, y, width].map(Number));

  it('are lines, of which there are no more however many comments there are', () => {
    const marks = Array.from({ length: 10_000 }, (_, index) => mark((index / 10_000) * 800, index % 3 === 0 ? 'oppose' : 'unsure'));
    expect(isRoomy(marks, 800)).toBe(false);
    const { found } = linesOf(marks);
    expect(Object.keys(found).sort()).toEqual(['oppose', 'unsure']);
    expect(stretches(found.oppose)).toHaveLength(Math.ceil(800 / 3));
    expect(stretches(found.oppose).every(([x = 0, , width = 0]) => x >= 1 && x + width <= 11.1)).toBe(true);
  });

  it('show who takes a side, be it one among a hundred, supporters at the left and opponents at the right', () => {
    const marks = [...Array.from({ length: 100 }, () => mark(1)), mark(1, 'oppose'), mark(1, 'support')];
    const { found } = linesOf(marks);
    const [[left = 9, , wide = 0] = []] = stretches(found.support);
    const [[right = 0] = []] = stretches(found.oppose);
    expect(wide).toBeGreaterThanOrEqual(1.5);
    expect(left).toBe(1);
    expect(right).toBeGreaterThanOrEqual(9);
  });

  it('recede where nothing looked for stands, and make way for what is', () => {
    const { found, rest } = linesOf([mark(1, 'oppose', true), mark(1, 'support'), mark(50, 'oppose', true)]);
    expect(stretches(found.support)).toHaveLength(1);
    expect(stretches(rest.oppose).map(([, y]) => y)).toEqual([48]);
  });
});
