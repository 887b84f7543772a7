import { describe, expect, test } from 'vitest';
import { readTime } from '../../../../utils/reading/time/parseTime.ts';

const NOW = new Date('2026-11-22T13:00:00Z');

describe('a time that names its zone becomes UTC', () => {
  test.each([
    ['2018-09-27T14:51:09+0200', '2018-09-27T12:51:09.000Z'],
    ['2009-12-21 19:00:30Z, License: CC BY-SA 2.5', '2009-12-21T19:00:30.000Z'],
    ['1706901779', '2024-02-02T19:22:59.000Z'],
    ['1706901779000', '2024-02-02T19:22:59.000Z'],
    ['Thu, 11 Dec 2003 06:58:35 -0500', '2003-12-11T11:58:35.000Z'],
    ['Mon Feb 27 01:58:11 PST 2012', '2012-02-27T09:58:11.000Z'],
    ['8 Oct 2009 01:12 GMT', '2009-10-08T01:12:00.000Z'],
    ['2012-05-03 09:19:55 -0500', '2012-05-03T14:19:55.000Z'],
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
    ['de', '17.07, 2011 @ 13:04', '2011-07-17T13:04:00'],
    ['en', 'January 9th, 2016, 2:30 am', '2016-01-09T02:30:00'],
    ['en', 'Posted: Tue Dec 07, 2004 2:51 am', '2004-12-07T02:51:00'],
    ['en', '« Reply #1 on: November 03, 2010, 09:11:12 PM »', '2010-11-03T21:11:12'],
    ['en', 'Sender’s time: May 4, 2015 7:30 a.m.', '2015-05-04T07:30:00'],
    ['en', 'Вт дек 09, 2014 12:27 pm', '2014-12-09T12:27:00'],
    ['en', '19. Juni 2018 um 15:28 Uhr', '2018-06-19T15:28:00'],
    ['fa', '1394/11/27, 10:28', '2016-02-16T10:28:00'],
    ['fa', '۱۳۹۴/۱۲/۲۰', '2016-03-10'],
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
    ['en', '4 yr. ago', '2022'],
    ['en', '2 hr. ago', '2026-11-22T11:00Z'],
    ['en', 'vor 3 Monaten', '2026-08'],
    ['zh', '3 小时前', '2026-11-22T10:00Z'],
  ])('in %s: %s', (language, text, iso) => expect(readTime(text, language, NOW)).toBe(iso));
});

test.each(['', null, 'Joined: Jan', 'no time at all', '99/99/9999', '2024-13-40T10:00:00'])('“%s” is no time', (text) => {
  expect(readTime(text, 'en', NOW)).toBeNull();
});
