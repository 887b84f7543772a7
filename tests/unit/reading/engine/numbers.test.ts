import { expect, test } from 'vitest';
import { lastNumber, peopleIn, readNumber } from '../../../../utils/reading/engine/numbers.ts';

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

test.each([
  ['Results 1 to 10 of 1,023', 1023],
  ['22 posts', 22],
  ['3 / 41', 41],
  ['none', null],
])('the last number in “%s” is %j', (text, number) => expect(lastNumber(text)).toBe(number));

test.each([
  ['<a>amber</a>, <a>birch</a> and <a>4 others</a> like this', '6'],
  ['<a>amber</a> likes this', '1'],
  ['amber and birch like this', '2'],
  ['<a>amber</a>, <a>birch</a> and 12 others', '14'],
  ['', null],
])('“%s” are %j people', (html, people) => {
  const line = document.createElement('p');
  line.append(document.createRange().createContextualFragment(html));
  expect(peopleIn(line)).toBe(people);
});
