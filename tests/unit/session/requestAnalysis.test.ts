import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type AnalysisRequests, type Analyze, requestAnalysis } from '../../../utils/session/requestAnalysis.ts';
import { createSession, type Session } from '../../../utils/session/session.ts';
import { type RawAnalysis, READ_WHOLE } from '../../../utils/stance/verdict.ts';
import type { Thread } from '../../../utils/thread/thread.ts';
import { comment, thread } from '../../fixtures/thread.ts';

const verdict = { best: 'support', confidence: 0.9, probabilities: {}, evidence: [], because: 'words' };
const said = (ids: readonly string[]) => {
  const verdicts = Object.fromEntries(ids.map((id) => [id, { opening: verdict, parent: null }]));
  return { model: 'test 1', proposition: { text: '', of: 'title', kind: 'claim' }, verdicts } as unknown as RawAnalysis;
};
const idsOf = ({ comments }: Thread) => comments.map(({ id }) => id);
const of = (count: number) => thread(Array.from({ length: count }, (_, index) => comment(`${index}`)));

let leaving: AbortController;
let session: Session;
beforeEach(() => {
  leaving = new AbortController();
  session = createSession();
});
afterEach(() => leaving.abort());

function ask(asked: Thread, analyze: Analyze): AnalysisRequests {
  const requests = requestAnalysis(session, analyze, leaving.signal, () => false);
  session.reading.value = { thread: asked, elements: new Map() };
  requests.ask(asked);
  return requests;
}
const settled = () => vi.waitFor(() => expect(session.state.value).toBe('done'));
const soon = () => new Promise((resolve) => setTimeout(resolve, 30));

test('the work stops where the reader pauses it, keeps what is known, and goes on where they say so', async () => {
  const begun: AbortSignal[] = [];
  ask(of(19), async function* (thread, signal) {
    begun.push(signal);
    yield said(idsOf(thread).slice(0, 5));
    if (begun.length === 1) await new Promise((_, leave) => signal.addEventListener('abort', leave));
    yield said(idsOf(thread));
  });
  await vi.waitFor(() => expect(session.work.value.read).toBe(5));
  session.hold.value = 'paused';
  await soon();
  expect([begun.length, begun[0]?.aborted]).toEqual([1, true]);
  expect(session.work.value).toEqual({ state: 'analyzing', hold: 'paused', read: 5, total: 19 });
  expect(session.summary.value?.division).toMatchObject({ support: 5, pending: 14, skipped: 0, unsure: 0 });
  session.hold.value = null;
  await settled();
  expect([begun.length, session.work.value]).toEqual([2, { state: 'done', hold: null, read: 19, total: 19 }]);
});

test('nothing is read while it is held before the page is read', async () => {
  const asked = vi.fn();
  session.hold.value = 'saving';
  ask(of(19), async function* (thread) {
    asked();
    yield said(idsOf(thread));
  });
  await soon();
  expect([asked.mock.calls.length, session.work.value]).toEqual([0, { state: 'analyzing', hold: 'saving', read: 0, total: 19 }]);
  session.hold.value = null;
  await settled();
  expect(session.work.value.read).toBe(19);
});

test('a thread of 566 comments is read whole, unasked', async () => {
  const reaches: (number | null)[] = [];
  ask(of(566), async function* (thread, _, reach) {
    reaches.push(reach);
    yield said(idsOf(thread));
  });
  await settled();
  expect([reaches, session.work.value.read]).toEqual([[null], 566]);
});

test('what is far from view in a long thread waits until the reader comes to it, or asks for all', async () => {
  const reaches: (number | null)[] = [];
  let index = 0;
  const requests = ask(of(10_000), async function* (thread, _, reach) {
    reaches.push(reach);
    yield said(reach === null ? idsOf(thread) : idsOf(thread).slice(Math.max(0, index - reach), index + reach));
  });
  await settled();
  expect([session.work.value.read, reaches]).toEqual([500, [500]]);
  requests.look(['10']);
  await soon();
  expect(reaches, 'what is read already is not read again').toHaveLength(1);
  index = 4000;
  requests.look(['4000']);
  await settled();
  expect([session.work.value.read, session.summary.value?.division.pending]).toEqual([1500, 8500]);
  session.wantsAll.value = true;
  requests.askAll();
  await settled();
  expect([session.work.value.read, reaches]).toEqual([10_000, [500, 500, null]]);
});

test('the last of a long thread is read too, once little enough of it waits', async () => {
  const reaches: (number | null)[] = [];
  ask(of(READ_WHOLE + 300), async function* (thread, _, reach) {
    reaches.push(reach);
    yield said(reach === null ? idsOf(thread) : idsOf(thread).slice(0, reach));
  });
  await settled();
  expect([reaches, session.work.value.read]).toEqual([[500, null], READ_WHOLE + 300]);
});

test('a label that the reader took back is not kept where the comment is far from view', async () => {
  const byReader = { ...verdict, confidence: 1, because: 'reader' };
  let isSet = true;
  const requests = ask(of(10_000), async function* (thread, _, reach) {
    const analysis = said(idsOf(thread).slice(0, reach ?? 0));
    if (isSet) Object.assign(analysis.verdicts, { 9000: { opening: byReader, parent: null } });
    yield analysis;
  });
  await settled();
  expect(session.work.value.read).toBe(501);
  isSet = false;
  requests.askAnew();
  requests.ask(of(10_000));
  await vi.waitFor(() => expect(session.work.value).toMatchObject({ state: 'done', read: 500 }));
});
