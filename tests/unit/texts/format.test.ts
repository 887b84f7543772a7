import { describe, expect, it } from 'vitest';
import { describeCoverage } from '../../../utils/texts/coverage.ts';
import { formatShare, formatTime } from '../../../utils/texts/format.ts';

describe('coverage', () => {
  it.each([
    [20, 412, 0, '20 of 412 read, 392 not loaded'],
    [20, 412, 3, '20 of 412 read, 389 not loaded, 3 could not be read'],
    [20, 20, 0, '20 of 20 read'],
    [20, null, 0, '20 read'],
    [20, null, 2, '20 read, 2 could not be read'],
    // The forum's own count can lag behind what stands on the page.
    [21, 20, 0, '21 read'],
    [20, 412, null, '20 of 412 read, 392 not read'],
  ])('of %j read, %j in all and %j unreadable is "%s"', (read, total, unreadable, expected) => {
    expect(describeCoverage(read, total, unreadable)).toBe(expected);
  });
});

describe('numbers and times', () => {
  it('never claim to be certain', () => {
    expect(formatShare(0.999)).toBe(formatShare(0.99));
  });

  it('keep a day without an hour on its day', () => {
    expect(formatTime('2026-01-09')).toContain('9');
    expect(formatTime('2026-01-09')).toContain('2026');
  });

  it('are no more exact than the page is', () => {
    expect([formatTime('2022'), formatTime('2022-05')]).toEqual(['2022', 'May 2022']);
  });

  it('are left out where the page gave none, or none that can be read', () => {
    expect([formatTime(null), formatTime('yesterday')]).toEqual(['', '']);
  });
});
