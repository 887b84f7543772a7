import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { whenQuiet } from '../../../utils/page/whenQuiet.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const press = () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));

describe('what waits until the reader is quiet', () => {
  it('comes at once where they do nothing', () => {
    const act = vi.fn();
    whenQuiet(act);
    vi.advanceTimersByTime(0);
    expect(act).toHaveBeenCalledOnce();
  });

  it('waits while they type, and comes when they stop', () => {
    const act = vi.fn();
    press();
    whenQuiet(act);
    for (let key = 0; key < 10; key += 1) {
      vi.advanceTimersByTime(200);
      press();
    }
    expect(act).not.toHaveBeenCalled();
    vi.advanceTimersByTime(300);
    expect(act).toHaveBeenCalledOnce();
  });

  it('comes all the same where they never stop', () => {
    const act = vi.fn();
    press();
    whenQuiet(act);
    for (let key = 0; key < 60; key += 1) {
      vi.advanceTimersByTime(200);
      press();
    }
    expect(act).toHaveBeenCalledOnce();
  });
});
