import { expect, test } from 'vitest';
import { readNumber } from '../../utils/numbers.ts';

test.each([
  ['8 Likes', 8],
  ['1.2k points', 1200],
  ['3k', 3000],
  ['1,234 points', 1234],
  ['1.234 Beiträge', 1234],
  ['12 345', 12],
  ['−5', -5],
  ['-3', -3],
  ['4.7', 5],
  ['2m', 2_000_000],
  ['17 kittens', 17],
])('the forum’s “%s” is read as %d', (text, number) => {
  expect(readNumber(text)).toBe(number);
});

test.each(['Vote', '•', '', null, undefined])('“%s” holds no number', (text) => {
  expect(readNumber(text)).toBeNull();
});
