import { expect, test } from 'vitest';
import { spokenEmoji } from '../../../utils/stance/spokenEmoji.ts';

test.each([
  ['👍', '+1'],
  ['👍🏻👍🏽 👍', '+1'],
  ['Sounds good 👍', 'Sounds good +1'],
  ['👎 not like this', '-1 not like this'],
  [':thumbsup: from me', '+1 from me'],
  [':-1:', '-1'],
  [':+1::skin-tone-3:', '+1'],
  ['❤️', 'I love this'],
  ['💯💯', 'so true'],
])('%s takes a side in words that the encoder knows', (text, spoken) => {
  expect(spokenEmoji(text)).toBe(spoken);
});

test('a heart beside words may be sympathy, and stays what it is', () => {
  expect(spokenEmoji('So sorry for your loss ❤')).toBe('So sorry for your loss ❤');
});

test.each(['🤡', '😂😂😂', '👨‍👩‍👧', '🙃 …'])('nobody can say what side %s alone takes', (text) => {
  expect(spokenEmoji(text)).not.toMatch(/[\p{L}\p{N}\p{Extended_Pictographic}]/u);
});

test.each(['No emoji at all: 10:30, C++ and 1:1.', '1️⃣ first, 2️⃣ second', '🇩🇪', '', '© 2020, all rights ™'])(
  '%s is left as it is',
  (text) => {
    expect(spokenEmoji(text)).toBe(text);
  },
);
