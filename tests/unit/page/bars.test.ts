import { afterEach, expect, it, vi } from 'vitest';
import { bottomBarAt, sideBarAt, topBarAt } from '../../../utils/page/bars.ts';

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

/** A page of 1280 × 800 whose top holds one element, which holds a link. */
function topHolds(style: string, box: { top: number; width: number; height: number }, mark?: string): number {
  vi.stubGlobal('innerWidth', 1280);
  vi.stubGlobal('innerHeight', 800);
  vi.spyOn(document.documentElement, 'clientWidth', 'get').mockReturnValue(1280);
  const bar = document.createElement('div');
  bar.setAttribute('style', style);
  if (mark) bar.setAttribute('data-standpoint', mark);
  const link = bar.appendChild(document.createElement('a'));
  document.body.append(bar);
  vi.spyOn(bar, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, box.top, box.width, box.height));
  Object.assign(document, { elementsFromPoint: () => [link, bar, document.body, document.documentElement] });
  return topBarAt('right', 340);
}

it.each([
  ['a bar that is fixed', 'position: fixed', { top: 0, width: 1280, height: 60 }, 60],
  ['a bar that sticks to the top', 'position: sticky', { top: 0, width: 1280, height: 45 }, 45],
  ['a bar that goes away with the page', 'position: relative', { top: 0, width: 1280, height: 60 }, 0],
  ['one that is only going to stick', 'position: sticky', { top: 20, width: 1280, height: 60 }, 0],
  ['a curtain over the whole page', 'position: fixed', { top: 0, width: 1280, height: 800 }, 0],
  ['a button that floats there', 'position: fixed', { top: 0, width: 120, height: 40 }, 0],
])('an open sidebar begins below what stays at the top of the page: %s', (_what, style, box, expected) => {
  expect(topHolds(style, box)).toBe(expected);
});

it('what is ours is no bar of the page', () => {
  expect(topHolds('position: fixed', { top: 0, width: 1280, height: 60 }, 'sidebar')).toBe(0);
});

/** A page of 1280 × 800 that has one element at the points looked at, which holds a link. */
function sideHolds(side: 'left' | 'right', style: string, box: DOMRect, mark?: string): number {
  topHolds(style, box, mark);
  vi.spyOn(document.body.lastElementChild as Element, 'getBoundingClientRect').mockReturnValue(box);
  return sideBarAt(side);
}

it.each([
  ['a bar of icons that sticks there', 'right', 'position: sticky', new DOMRect(1227, 0, 53, 800), 53],
  ['one below the bar at the top', 'right', 'position: fixed', new DOMRect(1220, 60, 60, 740), 60],
  ['one at the other side', 'left', 'position: sticky', new DOMRect(0, 0, 53, 800), 53],
  ['one that goes away with the page', 'right', 'position: relative', new DOMRect(1227, 0, 53, 800), 0],
  ['a column of the page', 'right', 'position: sticky', new DOMRect(980, 0, 300, 800), 0],
  ['a button that floats there', 'right', 'position: fixed', new DOMRect(1240, 400, 40, 40), 0],
  ['one that is not at the edge', 'right', 'position: fixed', new DOMRect(1100, 0, 53, 800), 0],
] as const)('the sidebar, open or folded, stands beside what stays at its side of the page: %s', (_what, side, style, box, expected) => {
  expect(sideHolds(side, style, box)).toBe(expected);
});

it.each([
  ['a bar at the foot', 'position: fixed', new DOMRect(0, 740, 1280, 60), 60],
  ['one that goes away with the page', 'position: relative', new DOMRect(0, 740, 1280, 60), 0],
  ['a button that floats there', 'position: fixed', new DOMRect(1200, 740, 60, 60), 0],
  ['a curtain over the whole page', 'position: fixed', new DOMRect(0, 0, 1280, 800), 0],
])('the sheet on a narrow window ends above what stays at the foot of the page: %s', (_what, style, box, expected) => {
  topHolds(style, box);
  vi.spyOn(document.body.lastElementChild as Element, 'getBoundingClientRect').mockReturnValue(box);
  expect(bottomBarAt()).toBe(expected);
});

it('the sheet ends above the upper of two bars at the foot', () => {
  topHolds('position: fixed', new DOMRect(0, 740, 1280, 60));
  const [bar, pager] = [document.body.lastElementChild as Element, document.createElement('div')];
  pager.setAttribute('style', 'position: fixed');
  document.body.append(pager);
  vi.spyOn(bar, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 740, 1280, 60));
  vi.spyOn(pager, 'getBoundingClientRect').mockReturnValue(new DOMRect(10, 700, 1260, 30));
  Object.assign(document, { elementsFromPoint: (_x: number, y: number) => (y > 740 ? [bar] : y > 700 && y < 730 ? [pager] : []) });
  expect(bottomBarAt()).toBe(100);
});

it('our own strip at a side is no bar of the page', () => {
  expect(sideHolds('right', 'position: fixed', new DOMRect(1227, 0, 53, 800), 'minimap')).toBe(0);
});
