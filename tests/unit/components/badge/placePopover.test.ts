import { expect, it } from 'vitest';
import { placeOf } from '../../../../components/badge/placePopover.ts';

const box = (left: number, top: number, width: number, height: number) => ({ left, top, right: left + width, bottom: top + height });
const SIZE = { width: 320, height: 200 };
const WINDOW = { width: 1280, height: 800 };
const NARROW = { width: 400, height: 800 };

it.each([
  ['above its button where the words stand below', box(200, 300, 60, 16), [box(100, 330, 700, 90)], WINDOW, { left: 200, top: 92 }],
  ['below it where the words stand above', box(200, 420, 60, 16), [box(100, 200, 700, 210)], WINDOW, { left: 200, top: 444 }],
  ['below the words where there is no room above', box(200, 40, 60, 16), [box(100, 60, 700, 90)], WINDOW, { left: 200, top: 158 }],
  ['beside long words at the top of the window', box(200, 40, 60, 16), [box(100, 60, 700, 900)], WINDOW, { left: 808, top: 40 }],
])('opens %s', (_where, button, kept, window, place) => {
  expect(placeOf(button, SIZE, kept, window)).toEqual(place);
});

it('leaves the marked sentence to be read where all the words cannot be', () => {
  const words = box(10, 60, 380, 900);
  const sentence = box(10, 80, 380, 40);
  expect(placeOf(box(20, 40, 60, 16), SIZE, [words, sentence], NARROW)).toEqual({ left: 20, top: 128 });
});

it('stays within the window where nothing can be left free', () => {
  const words = box(10, 10, 380, 780);
  expect(placeOf(box(300, 40, 60, 16), SIZE, [words], NARROW)).toEqual({ left: 72, top: 64 });
});
