import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watch } from '../../../utils/page/watch.ts';

let leaving: AbortController;
/** Past any rest and any patience. */
const later = () => vi.advanceTimersByTimeAsync(10_000);
const add = (html = '<p>more</p>') => document.body.insertAdjacentHTML('beforeend', html);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  leaving = new AbortController();
  document.body.innerHTML = '<p>words</p>';
});
afterEach(() => {
  leaving.abort();
  vi.useRealTimers();
});

function watched(act: () => void | Promise<void> = () => {}): { times: number } {
  const seen = { times: 0 };
  watch(document, leaving.signal, () => {
    seen.times += 1;
    return act();
  });
  return seen;
}

test('a page is read at once, again when it has changed, and not when nothing has', async () => {
  const seen = watched();
  expect(seen.times).toBe(1);
  await later();
  expect(seen.times).toBe(1);
  add();
  add();
  await later();
  expect(seen.times).toBe(2);
});

test('what is ours is no change, but its removal is', async () => {
  const seen = watched();
  add('<span data-standpoint="badge"></span>');
  await later();
  expect(seen.times).toBe(1);
  document.querySelector('[data-standpoint]')?.remove();
  await later();
  expect(seen.times).toBe(2);
});

test('a page that puts another whole document in its place is read again, and goes on being watched', async () => {
  const seen = watched();
  const other = document.createElement('html');
  other.innerHTML = '<head></head><body><p>others</p></body>';
  document.documentElement.remove();
  document.append(other);
  await later();
  expect(seen.times).toBe(2);
  add();
  await later();
  expect(seen.times).toBe(3);
});

test('a page that changes while it is read is read to the end first, and then again', async () => {
  let finish = () => {};
  const seen = watched(() => new Promise((resolve) => (finish = resolve)));
  add();
  await later();
  add();
  await later();
  expect(seen.times).toBe(1);
  finish();
  await later();
  expect(seen.times).toBe(2);
});

test('nothing is read any more once the script has left', async () => {
  const seen = watched();
  add();
  leaving.abort();
  await later();
  expect(seen.times).toBe(1);
});
