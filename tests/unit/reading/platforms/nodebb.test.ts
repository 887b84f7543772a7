// @vitest-environment node
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPage } from '../../../../utils/commands/openPage.ts';
import { nodebb } from '../../../../utils/reading/platforms/nodebb.ts';
import { read } from '../../../../utils/reading/read.ts';
import type { Reading } from '../../../../utils/thread/thread.ts';

const URL = 'https://forum.trailnotes.example.net/topic/588/hiking-poles-are-for-people-who-carry-too-much';
const page = openPage(join(import.meta.dirname, '../../../../utils/reading/platforms/nodebb.html'), URL);
const { document } = page.window;
const readNow = () => read(nodebb, document, URL, new Date('2026-11-01T12:00:00Z')) as Reading;

test('answers unfolded below a post change nothing, on a page without the first post neither, and nothing is left once they are folded', () => {
  document.querySelector('[data-index="0"][data-pid]')?.remove();
  const before = readNow();
  const answered = document.querySelector('[component="post"]');
  const unfolded = document.createElement('ul');
  unfolded.setAttribute('component', 'post/replies');
  // NodeBB numbers them among themselves.
  for (const [index, answer] of [...document.querySelectorAll('[component="post"]')].slice(1, 3).entries()) {
    const copy = answer.cloneNode(true) as Element;
    copy.setAttribute('data-index', String(index));
    unfolded.append(copy);
  }
  answered?.querySelector('[component="post/replies/container"]')?.append(unfolded);
  expect(document.querySelectorAll('[component="post/replies"] [component="post"]')).toHaveLength(2);
  const open = readNow();
  expect(open.thread).toEqual(before.thread);
  expect(open.thread.opening).toBeNull();
  expect([...open.elements.values()]).toEqual([...before.elements.values()]);
  unfolded.remove();
  expect(readNow().thread).toEqual(before.thread);
});
