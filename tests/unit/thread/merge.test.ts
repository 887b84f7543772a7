import { expect, test } from 'vitest';
import { merge, saysTheSame } from '../../../utils/thread/merge.ts';
import { comment, thread } from '../../fixtures/thread.ts';

const threadOf = (...ids: string[]) => thread(ids.map((id) => comment(id)));
const idsOf = (...args: Parameters<typeof merge>) => merge(...args).comments.map(({ id }) => id);

test('comments that the page emptied out stay where they stood', () => {
  expect(idsOf(threadOf('1', '2', '3', '4'), threadOf('3', '4', '5'))).toEqual(['1', '2', '3', '4', '5']);
  expect(idsOf(threadOf('1', '2', '3', '4'), threadOf('1', '4'))).toEqual(['1', '2', '3', '4']);
});

test('answers that were added in between stand in between', () => {
  expect(idsOf(threadOf('1', '2'), threadOf('1', '1a', '2'))).toEqual(['1', '1a', '2']);
});

test('after a jump, what was read before stands before, unless the times say otherwise', () => {
  expect(idsOf(threadOf('1', '2'), threadOf('8', '9'))).toEqual(['1', '2', '8', '9']);
  const later = thread([comment('8', { time: '2026-02-01' })]);
  const earlier = thread([comment('1', { time: '2026-01-01' })]);
  expect(idsOf(later, earlier)).toEqual(['1', '8']);
});

test('what belongs after a certain comment stands there, unless the page shows where else', () => {
  expect(idsOf(threadOf('1', '2', '7', '8'), threadOf('4', '5'), { after: '2' })).toEqual(['1', '2', '4', '5', '7', '8']);
  expect(idsOf(threadOf('1', '2', '7', '8'), threadOf('7', '7a'), { after: '2' })).toEqual(['1', '2', '7', '7a', '8']);
});

test('after a jump back, what fills the gap stands in it', () => {
  expect(idsOf(threadOf('1', '2', '8', '9'), threadOf('1', '2', '3', '4'))).toEqual(['1', '2', '3', '4', '8', '9']);
  const dated = (id: string) => comment(id, { time: `2026-01-0${id}` });
  const before = thread(['1', '2', '3', '4'].map(dated));
  expect(idsOf(before, thread([dated('1'), dated('2'), dated('5')]))).toEqual(['1', '2', '3', '4', '5']);
});

test('an edited comment is taken as it is now', () => {
  const edited = thread([comment('1', { text: 'said otherwise' })]);
  expect(merge(threadOf('1'), edited).comments[0]?.text).toBe('said otherwise');
});

test('an opening post out of sight is remembered, and is no comment once it is seen', () => {
  const withoutOpening = thread([comment('2')], { opening: null });
  expect(merge(threadOf('2'), withoutOpening).opening?.id).toBe('opening');
  expect(merge(thread([comment('opening'), comment('2')], { opening: null }), threadOf('2')).comments.map(({ id }) => id)).toEqual(['2']);
});

test('whom a comment answers stays known when that one is scrolled out of the page', () => {
  const before = thread([comment('1'), comment('2', { parent: '1' })]);
  const scrolled = thread([comment('2', { parent: null }), comment('3')], { opening: null });
  expect(merge(before, scrolled).comments.map(({ parent }) => parent)).toEqual([comment('1').parent, '1', comment('3').parent]);
  expect(merge(before, thread([comment('1'), comment('2', { parent: null })]))).toBe(before);
});

test('nothing new is the very same thread', () => {
  const before = threadOf('1', '2');
  expect(merge(before, threadOf('1', '2'))).toBe(before);
  expect(merge(before, threadOf('2'))).toBe(before);
});

test('votes are no new words, an edit is', () => {
  expect(saysTheSame(threadOf('1'), thread([comment('1', { score: 5 })]))).toBe(true);
  expect(saysTheSame(threadOf('1'), thread([comment('1', { text: 'other' })]))).toBe(false);
  expect(saysTheSame(threadOf('1'), threadOf('1', '2'))).toBe(false);
});
