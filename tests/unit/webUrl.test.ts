import { describe, expect, test } from 'vitest';
import { withoutVisit } from '../../utils/webUrl.ts';

describe('an address without what belongs to one visit', () => {
  test.each([
    ['viewtopic.php?t=2&sid=0123456789abcdef0123456789abcdef', 'viewtopic.php?t=2'],
    ['viewtopic.php?sid=0123456789abcdef0123456789abcdef&t=2#p4', 'viewtopic.php?t=2#p4'],
    ['index.php?PHPSESSID=k3v9s0q2m1n8b7c6x5z4&topic=902.15', 'index.php?topic=902.15'],
    ['index.php?PHPSESSID=k3v9;topic=902.15', 'index.php?topic=902.15'],
    ['index.php?topic=902.15;PHPSESSID=k3v9', 'index.php?topic=902.15'],
    ['index.php/PHPSESSID,k3v9/topic,1.0.html', 'index.php/topic,1.0.html'],
    ['showthread.php?s=0123456789abcdef0123456789abcdef&t=7', 'showthread.php?t=7'],
    ['showthread.php?20771-Title&s=0123456789abcdef0123456789abcdef', 'showthread.php?20771-Title'],
    ['thread.jspa;jsessionid=ABC.node1?threadID=5', 'thread.jspa?threadID=5'],
    ['a-title/?utm_source=mail&utm_medium=x&fbclid=1#comment-3', 'a-title/#comment-3'],
    ['?sid=0123456789abcdef0123456789abcdef', ''],
  ])('%s is %s', (address, plain) => {
    expect(withoutVisit(`https://forum.example.org/${address}`)).toBe(`https://forum.example.org/${plain}`);
  });

  test.each(['?s=ferry', 'comments.pl?sid=25/03/01/1234', '?p=123', 'topic?id=7&amp=1', 'item?id=1&p=2', 'a/b;c=d', '?q=a%26sid%3D1'])(
    'keeps what says what is shown: %s',
    (address) => {
      expect(withoutVisit(`https://forum.example.org/${address}`)).toBe(`https://forum.example.org/${address}`);
    },
  );
});
