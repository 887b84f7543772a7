import { expect, test } from 'vitest';
import { inUtc } from '../../../../utils/reading/time/inUtc.ts';

test.each([
  ['2021-05-01T10:00:00', '2021-05-01T10:00:00Z'],
  ['2023-06-12 08:30:01.123456', '2023-06-12 08:30:01.123456Z'],
  ['2021-05-01T10:00:00+02:00', '2021-05-01T10:00:00+02:00'],
  ['2021-05-01T10:00:00Z', '2021-05-01T10:00:00Z'],
  ['3 hours ago', '3 hours ago'],
  ['', null],
  [undefined, null],
])('of a forum that counts in UTC, %s is %s', (time, expected) => expect(inUtc(time)).toBe(expected));
