import { describe, expect, test } from 'vitest';
import { readTime } from '../../utils/times.ts';

const NOW = new Date('2026-11-22T13:00:00Z');

describe('a time that names its zone becomes UTC', () => {
  test.each([
    ['2018-09-27T14:51:09+0200', '2018-09-27T12:51:09.000Z'],
    ['2009-12-21 19:00:30Z, License: CC BY-SA 2.5', '2009-12-21T19:00:30.000Z'],
    ['1706901779', '2024-02-02T19:22:59.000Z'],
    ['1706901779000', '2024-02-02T19:22:59.000Z'],
  ])('%s', (text, iso) => expect(readTime(text, 'en', NOW)).toBe(iso));
});

describe('a time that names no zone keeps none', () => {
  test.each([
    ['en', 'Nov 15, 2015 at 5:09 PM', '2015-11-15T17:09:00'],
    ['en', 'Fri Feb 14, 2014 10:08 pm', '2014-02-14T22:08:00'],
    ['en', 'Dec 3rd 2003, 12:11 AM', '2003-12-03T00:11:00'],
    ['de', '15. November 2015 um 17:09 Uhr', '2015-11-15T17:09:00'],
    ['de', '3.2.24, 10:11', '2024-02-03T10:11:00'],
    ['fr', '15 février 2015 à 17h09', '2015-02-15T17:09:00'],
    ['en-US', '03/02/2024 10:11', '2024-03-02T10:11:00'],
    ['en-GB', '03/02/2024 10:11', '2024-02-03T10:11:00'],
    ['zh', '发表于 2013-5-22 14:02:11', '2013-05-22T14:02:11'],
    ['en', 'May 26, 2016', '2016-05-26'],
  ])('in %s: %s', (language, text, iso) => expect(readTime(text, language, NOW)).toBe(iso));
});

describe('a relative time is only as exact as it says', () => {
  test.each([
    ['en', '6 years ago', '2020'],
    ['en', '2 months ago', '2026-09'],
    ['en', '365 days ago', '2025-11-22'],
    ['en', 'an hour ago', '2026-11-22T12:00Z'],
    ['en', '3h', '2026-11-22T10:00Z'],
    ['de', 'vor 2 Tagen', '2026-11-20'],
    ['fr', 'il y a 3 jours', '2026-11-19'],
    ['de', 'Heute um 14:02', '2026-11-22T14:02:00'],
    ['en', 'Yesterday at 9:10 AM', '2026-11-21T09:10:00'],
  ])('in %s: %s', (language, text, iso) => expect(readTime(text, language, NOW)).toBe(iso));
});

test.each(['', null, 'Joined: Jan', 'no time at all', '99/99/9999', '2024-13-40T10:00:00'])('“%s” is no time', (text) => {
  expect(readTime(text, 'en', NOW)).toBeNull();
});
