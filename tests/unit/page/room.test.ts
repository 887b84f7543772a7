import { describe, expect, it } from 'vitest';
import { along, findRoom, GAP } from '../../../utils/page/room.ts';

const box = (left: number, right: number, top = 0) => ({ left, right, top, bottom: top + 16 });
const place = (lines: ReturnType<typeof box>[], others: ReturnType<typeof box>[], end: number, sizes: number[]) =>
  findRoom(
    lines.map((one) => along(one, false)),
    [...lines, ...others].map((one) => along(one, false)),
    end,
    sizes,
  );

describe('a badge on a header line', () => {
  it('stands after its last word, as large as it can be', () => {
    expect(place([box(0, 100)], [], 300, [80, 20, 10])).toEqual({ line: 0, start: 100 + GAP, size: 0 });
  });

  it('shrinks where its word does not fit before the edge, and takes all that is left', () => {
    expect(place([box(0, 230)], [], 300, [80, 20, 10])?.size).toBe(1);
    expect(place([box(0, 230)], [], 230 + GAP + 80, [80, 20, 10])?.size).toBe(0);
    expect(place([box(0, 297)], [], 300, [80, 20, 10])).toBeNull();
  });

  it('never lies on the number of the post at the other end, and keeps clear of it', () => {
    const number = box(180, 200);
    expect(place([box(0, 100)], [number], 200, [80, 20, 10])).toEqual({ line: 0, start: 100 + GAP, size: 1 });
    expect(place([box(0, 100)], [box(100 + 2 * GAP + 80, 300)], 300, [80, 10])?.size).toBe(0);
  });

  it('stands behind what follows the header closely, such as the time', () => {
    expect(place([box(0, 100)], [box(110, 160)], 300, [80, 10])).toEqual({ line: 0, start: 160 + GAP, size: 0 });
  });

  it('stands between name and time where the time is at the very end', () => {
    expect(place([box(0, 300)], [], 300, [80, 10])).toBeNull();
    const line = along(box(0, 300), false);
    const words = [along(box(0, 60), false), along(box(200, 300), false)];
    expect(findRoom([line], words, 300, [80, 10])).toEqual({ line: 0, start: 60 + GAP, size: 0 });
  });

  it('goes to the end of the last line where a header breaks, before it shrinks', () => {
    expect(place([box(0, 290), box(0, 120, 20)], [], 300, [80, 10])).toEqual({ line: 1, start: 120 + GAP, size: 0 });
  });

  it('is not kept away by what stands on another line', () => {
    expect(place([box(0, 100)], [box(105, 300, 40)], 300, [80, 10])?.size).toBe(0);
  });

  it('stands to the left of the words where the page is written that way', () => {
    const words = along(box(200, 300), true);
    const found = findRoom([words], [words], 0, [80]);
    // Places grow from right to left: this one begins 5 px to the left of 200.
    expect(-(found?.start ?? 0)).toBe(200 - GAP);
  });
});
