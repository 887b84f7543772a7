import { describe, expect, it } from 'vitest';
import { shortReplyIn } from '../../../../utils/summary/points/shortReplies.ts';

describe('a comment that only says yes or no', () => {
  it.each([
    '+1',
    'This.',
    '^ this',
    'so much this!',
    'Well said.',
    'Agreed',
    'lol, agreed',
    'Yes, exactly!',
    'I totally agree.',
    '👍',
    '100%',
    'Came here to say this',
    "You're absolutely right!",
  ])('%s says yes', (text) => expect(shortReplyIn(text)).toBe('yes'));
  it.each(['-1', 'No.', 'Nope!', 'I disagree', 'Nonsense.', '👎', 'No way, that’s not true'])('%s says no', (text) =>
    expect(shortReplyIn(text)).toBe('no'),
  );
  it.each(['lol', 'Thanks!', 'Wow.', 'thank you so much', '🎉', 'bump', 'haha'])('%s says nothing', (text) =>
    expect(shortReplyIn(text)).toBe('nothing'),
  );
  it.each([
    'This is too expensive.',
    'Agreed, but the rent is lower there.',
    'No dogs allowed',
    'Yes and no',
    'Thanks to the bus I am late',
    'I agree with the second part only',
  ])('%s has words of its own', (text) => expect(shortReplyIn(text)).toBe(null));
});
