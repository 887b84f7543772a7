import { expect, test } from 'vitest';
import { merge } from '../../../utils/thread/merge.ts';
import { purgeWatch } from '../../../utils/thread/purged.ts';
import type { Thread } from '../../../utils/thread/thread.ts';
import { comment, thread } from '../../fixtures/thread.ts';

const threadOf = (total: number | null, ...ids: string[]) =>
  thread(
    ids.map((id) => comment(id)),
    { total },
  );

/** What is known in the end of a page that was read time after time. */
function known(first: Thread, ...later: Thread[]): Thread {
  const withoutPurged = purgeWatch();
  return later.reduce((before, now) => merge(withoutPurged(before, now), now), first);
}
const idsIn = ({ comments }: Thread) => comments.map(({ id }) => id);

test('a post that was purged is gone, and the forum counts one less', () => {
  const after = known(threadOf(60, '1', '2', '3', '4'), threadOf(58, '1', '4'));
  expect(idsIn(after)).toEqual(['1', '4']);
  expect(after.total).toBe(58);
  expect(idsIn(known(threadOf(4, '1', '2', '3', '4'), threadOf(3, '1', '2', '3')))).toEqual(['1', '2', '3']);
});

test('a post that the forum counts out before it fades from the page is gone too', () => {
  const fading = threadOf(59, '1', '2', '3');
  expect(idsIn(known(threadOf(60, '1', '2', '3'), fading, threadOf(59, '1', '3')))).toEqual(['1', '3']);
});

test('what is scrolled out of the page stays, also while another post is purged', () => {
  expect(idsIn(known(threadOf(60, '1', '2', '3', '4'), threadOf(60, '3', '4')))).toEqual(['1', '2', '3', '4']);
  expect(idsIn(known(threadOf(60, '1', '2', '3', '4', '5'), threadOf(59, '3', '5')))).toEqual(['1', '2', '3', '5']);
  expect(idsIn(known(threadOf(60, '1', '2', '3', '4'), threadOf(59, '3', '4')))).toEqual(['1', '2', '3', '4']);
});

test('what a reader folds stays, however little the forum counts', () => {
  expect(idsIn(known(threadOf(60, '1', '2', '3', '4'), threadOf(59, '1', '4')))).toEqual(['1', '2', '3', '4']);
  expect(idsIn(known(threadOf(null, '1', '2', '3'), threadOf(null, '1', '3')))).toEqual(['1', '2', '3']);
});

test('after a purge the thread may grow and lose a post again', () => {
  const steps = [threadOf(2, '1', '3'), threadOf(4, '1', '3', '4', '5'), threadOf(3, '1', '3', '5')];
  expect(idsIn(known(threadOf(3, '1', '2', '3'), ...steps))).toEqual(['1', '3', '5']);
});

test('whoever answered or quoted a purged post answers nobody who is there', () => {
  const answer = comment('3', { parent: '2', quotes: [{ of: '2', text: 'words' }] });
  const after = known(
    thread([comment('1'), comment('2'), answer], { total: 3 }),
    thread([comment('1'), { ...answer, parent: null, quotes: [{ of: null, text: 'words' }] }], { total: 2 }),
  );
  expect(after.comments[1]).toMatchObject({ parent: null, quotes: [{ of: null }] });
});
