import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { onMessage, removeAllListeners } from '../../../utils/messaging/channel.ts';
import { correct, correctionsOf, propose, whenCorrected } from '../../../utils/reader/correct.ts';
import { corrections, followCorrections, forgetAll, takeBack } from '../../../utils/reader/corrections.ts';
import type { Thread } from '../../../utils/thread/thread.ts';
import { threadOf } from '../../fixtures/threadOf.ts';

const taught = vi.fn();
const forgot = vi.fn();
let stopFollowing: () => void;

const aThread = (url: string): Thread => ({
  ...threadOf('A secret title', 'A secret post.', [
    ['a', null, 'Secret words.'],
    ['b', 'a', 'Other secret words.'],
  ]),
  platform: 'discourse',
  url,
});
const ferry = aThread('https://forum.example.org/t/ferry/7');

beforeEach(async () => {
  fakeBrowser.storage.resetState();
  vi.clearAllMocks();
  removeAllListeners();
  onMessage('learn', ({ data }) => taught(data));
  onMessage('forget', () => forgot());
  stopFollowing = await followCorrections();
});
afterEach(() => stopFollowing());

const stored = async () => (await browser.storage.local.get()) as Record<string, unknown>;

describe('what the reader says of a thread', () => {
  it('is kept per thread, on whichever page and at whichever post of it they said it', async () => {
    await correct(ferry, 'a', 'oppose');
    expect(correctionsOf(aThread('https://forum.example.org/t/ferry/7/12?page=2#post_3')).stances).toEqual({ a: 'oppose' });
    expect(correctionsOf(aThread('https://forum.example.org/t/other/8')).stances).toEqual({});
  });

  it('is there again when the browser was closed', async () => {
    await correct(ferry, 'a', 'oppose');
    stopFollowing();
    corrections.value = {};
    stopFollowing = await followCorrections();
    expect(correctionsOf(ferry).stances).toEqual({ a: 'oppose' });
  });

  it('holds ids and stances, and not a word of the thread', async () => {
    await correct(ferry, 'a', 'oppose');
    await correct(ferry, 'b', 'support');
    expect(JSON.stringify(await stored())).not.toMatch(/secret/i);
  });

  it('leaves nothing behind when it is undone', async () => {
    const before = await stored();
    await correct(ferry, 'a', 'oppose');
    await correct(ferry, 'a', null);
    expect(corrections.value).toEqual({});
    expect((await stored()).corrections).toEqual(before.corrections ?? {});
  });

  it('loses neither of two corrections made in the same breath', async () => {
    await Promise.all([correct(ferry, 'a', 'oppose'), correct(ferry, 'b', 'support')]);
    expect(correctionsOf(ferry).stances).toEqual({ a: 'oppose', b: 'support' });
  });

  it('keeps their own wording of the claim beside their corrections, until they go back to the thread’s', async () => {
    await correct(ferry, 'a', 'oppose');
    await propose(ferry, '  The ferry must sail.  ');
    expect(correctionsOf(ferry)).toEqual({ stances: { a: 'oppose' }, proposition: 'The ferry must sail.' });
    await propose(ferry, null);
    expect(correctionsOf(ferry)).toEqual({ stances: { a: 'oppose' } });
  });

  it('teaches the model the words of the comment against those of the thread, or against the reader’s own', async () => {
    await correct(ferry, 'a', 'oppose');
    expect(taught).toHaveBeenLastCalledWith(
      expect.objectContaining({ text: 'Secret words.', target: 'A secret title\nA secret post.', stance: 'oppose' }),
    );
    await propose(ferry, 'The ferry must sail.');
    await correct(ferry, 'a', null);
    expect(taught).toHaveBeenLastCalledWith(expect.objectContaining({ target: 'The ferry must sail.', stance: null }));
  });

  it('counts also where nothing could be learned from it', async () => {
    removeAllListeners();
    await correct(ferry, 'a', 'oppose');
    expect(correctionsOf(ferry).stances).toEqual({ a: 'oppose' });
  });

  it('is taken back comment by comment, thread by thread, or altogether', async () => {
    await correct(ferry, 'a', 'oppose');
    await correct(ferry, 'b', 'support');
    const [key = ''] = Object.keys(corrections.value);
    await takeBack(key, 'a');
    expect(correctionsOf(ferry).stances).toEqual({ b: 'support' });
    await takeBack(key);
    expect(corrections.value).toEqual({});
    await correct(ferry, 'a', 'oppose');
    await forgetAll();
    expect(corrections.value).toEqual({});
    expect(forgot).toHaveBeenCalledOnce();
  });

  it('has this thread analysed again, and only when something else was said of it', async () => {
    const again = vi.fn();
    const stop = whenCorrected(signal(ferry), again);
    await correct(aThread('https://forum.example.org/t/other/8'), 'a', 'oppose');
    expect(again).not.toHaveBeenCalled();
    await correct(ferry, 'a', 'oppose');
    expect(again).toHaveBeenCalledOnce();
    await correct(ferry, 'a', 'oppose');
    expect(again).toHaveBeenCalledOnce();
    stop();
  });
});

describe('in a private window', () => {
  it('what the reader says counts, is not stored, and teaches nothing', async () => {
    Object.assign(browser, { extension: { inIncognitoContext: true } });
    const before = JSON.stringify(await stored());
    await correct(ferry, 'a', 'oppose');
    await propose(ferry, 'The ferry must sail.');
    expect(correctionsOf(ferry)).toEqual({ stances: { a: 'oppose' }, proposition: 'The ferry must sail.' });
    expect(JSON.stringify(await stored())).toBe(before);
    expect(taught).not.toHaveBeenCalled();
    Object.assign(browser, { extension: undefined });
  });
});
