import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { tellToolbar } from '../../../utils/extension/toolbar.ts';
import type { PageState } from '../../../utils/messaging/pageState.ts';
import type { Summary } from '../../../utils/summary/summarize.ts';

const setTitle = vi.fn(async (_: { title: string }) => {});
const setBadgeText = vi.fn(async (_: { text: string }) => {});
beforeEach(() => {
  vi.clearAllMocks();
  Object.assign(browser.action, { setTitle, setBadgeText });
});

const page = (given: Partial<PageState>): PageState => ({
  platform: 'discourse',
  title: 'Title',
  state: 'done',
  failure: null,
  work: { state: 'done', hold: null, read: 83, total: 83 },
  summary: null,
  refused: false,
  inFrame: false,
  ...given,
});
const summary = (read: number): PageState['summary'] => ({
  proposition: { text: 'Title', of: 'title', kind: 'claim' },
  read,
  total: null,
  division: { support: 12, oppose: 3, mixed: 0, neutral: 0, question: 0, unsure: 60, skipped: 0, pending: 0 },
  leading: { support: [], oppose: [] },
  dissent: null,
  suspected: [],
});

it.each([
  ['a thread that is being read', page({ state: 'reading' }), '…', 'reading the thread'],
  ['a thread that is being analysed', page({ state: 'analyzing' }), '…', 'reading the thread'],
  ['a thread', page({ summary: summary(412) }), '412', '412 comments read; 12 support · 3 oppose · 60 unsure'],
  [
    'a thread that asks an open question',
    page({ summary: { ...(summary(75) as Summary), proposition: { text: 'Which?', of: 'title', kind: 'question' } } }),
    '75',
    '75 comments read; 15 answer or thank · 0 ask · 60 unsure',
  ],
  ['a long thread', page({ summary: summary(1299) }), '1.2k', '1,299 comments read'],
  ['a very long thread', page({ summary: summary(10_650) }), '10k', '10,650 comments read'],
  ['a page without one', page({ platform: null }), '–', 'no thread on this page'],
  ['a page that was only looked at', null, '–', 'no thread on this page'],
  ['a page that is no discussion', page({ platform: null, refused: true }), '–', 'does not look like a discussion'],
  ['a failure', page({ state: 'failed', failure: 'It broke.' }), '!', 'It broke.'],
])('says on the button how %s stands', async (_what, given, text, title) => {
  await tellToolbar(3, given);
  expect(setBadgeText).toHaveBeenLastCalledWith({ tabId: 3, text });
  expect(setTitle.mock.lastCall?.[0].title).toContain(title);
});

it('does without badges where the browser has none, and without the tab once it is gone', async () => {
  Object.assign(browser.action, { setBadgeText: undefined });
  await tellToolbar(3, null);
  setTitle.mockRejectedValueOnce(new Error('No tab with id: 3.'));
  await tellToolbar(3, null);
});
