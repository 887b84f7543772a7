import { expect, test } from 'vitest';
import { bitmapOf, isForeign } from '../../../utils/stance/language.ts';

const known = bitmapOf("i don't think that this is right we should open the harbour in winter because it would help".split(' '));

test.each([
  'I don’t think that this is right',
  "We should open the harbour in winter, because it'd help",
  'I think the Hafenmeister is right',
])('“%s” is read', (text) => {
  expect(isForeign(known, text)).toBe(false);
});

test.each([
  'Das finde ich ganz und gar nicht richtig',
  'Det synes jeg slet ikke er rigtigt',
  'Я с этим не согласен',
  'これはひどい',
  'لا أوافق على ذلك',
])('“%s” is declined', (text) => {
  expect(isForeign(known, text)).toBe(true);
});

test.each(['+1', 'Agreed', 'Ja', '👍👍', '', '!!!'])('“%s” is too short to tell, and read', (text) => {
  expect(isForeign(known, text)).toBe(false);
});
