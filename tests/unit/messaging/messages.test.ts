import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { onMessage, removeAllListeners, sendMessage } from '../../../utils/messaging/channel.ts';
import type { Messages } from '../../../utils/messaging/messages.ts';
import { parseAdaptation, parseAdaptationSteps, parseCorrections } from '../../../utils/reader/storedSchemas.ts';
import { comment, thread } from '../../fixtures/thread.ts';
import { hostileThread } from '../../safety/hostileThread.ts';
import { PAYLOADS } from '../../safety/payloads.ts';

const heard = vi.fn();

beforeEach(() => {
  fakeBrowser.reset();
  removeAllListeners();
  vi.clearAllMocks();
});

/** Sends what a broken part of the browser might send in our name. */
function send(type: keyof Messages, data: unknown): Promise<unknown> {
  onMessage(type, (message) => heard(message.data) as never);
  return (sendMessage as (type: string, data: unknown) => Promise<unknown>)(type, data);
}

const asked = thread([comment('1', { permalink: 'https://forum.example.org/t/1/2' }), comment('2', { parent: '1' })]);

const seen = { inView: ['1'], reach: null };

describe('a message', () => {
  it('is heard where it has the shape of its kind', async () => {
    await send('analyze', { thread: asked, said: { stances: { 1: 'oppose' }, proposition: 'Yes.' }, ...seen });
    await send('learn', { of: 'x', target: 'y', text: 'z', stance: null });
    await send('forget', undefined);
    await send('tellPage', { thread: asked, scored: hostileThread(['x']).analysis, pending: false, hold: null, failure: null });
    await send('jump', '1');
    expect(heard).toHaveBeenCalledTimes(5);
  });

  const wrong: [keyof Messages, unknown][] = [
    ['analyze', undefined],
    ['analyze', null],
    ['analyze', { thread: asked }],
    ['analyze', { thread: { ...asked, comments: {} }, said: { stances: {} }, ...seen }],
    ['analyze', { thread: { ...asked, comments: [null] }, said: { stances: {} }, ...seen }],
    ['analyze', { thread: { ...asked, title: 7 }, said: { stances: {} }, ...seen }],
    ['analyze', { thread: { ...asked, comments: [comment('1', { permalink: 'javascript:alert(1)' })] }, said: { stances: {} }, ...seen }],
    ['analyze', { thread: asked, said: { stances: { 1: 'furious' } }, ...seen }],
    ['analyze', { thread: asked, said: { stances: { constructor: 'furious' } }, ...seen }],
    ['analyze', { thread: asked, said: { stances: [] }, ...seen }],
    ['analyze', { thread: asked, said: { stances: {} }, inView: [1], reach: null }],
    ['analyze', { thread: asked, said: { stances: {} }, inView: [], reach: 'far' }],
    ['orderTab', 'everything'],
    ['order', null],
    ['learn', { of: 'x', target: 'y', text: { toString: 'z' }, stance: null }],
    ['learn', { of: 'x', target: 'y', text: 'z', stance: 'unsure' }],
    ['forget', { everything: true }],
    ['openOptions', 'model'],
    ['openOptions', { section: '#model' }],
    ['openOptions', { section: 'https://evil.example/' }],
    ['openOptions', { section: { toString: 'model' } }],
    ['openOptions', { section: 'diagnosis', diagnosed: -1 }],
    ['openOptions', { section: 'diagnosis', diagnosed: '12' }],
    ['askFrames', { jump: 7 }],
    ['jump', ['1']],
    ['tellPage', { thread: asked, scored: { model: 'x', proposition: null, verdicts: {} }, pending: false, hold: null, failure: null }],
    [
      'tellPage',
      {
        thread: asked,
        scored: { ...hostileThread(['x']).analysis, verdicts: { 1: { opening: { stance: 'support' }, parent: null } } },
        pending: false,
        hold: null,
        failure: null,
      },
    ],
    ['showFrame', { thread: asked, scored: null, pending: 'no', hold: null, failure: null }],
    ['showFrame', { thread: asked, scored: null, pending: false, hold: 'tired', failure: null }],
  ];

  it.each(wrong)('%s is refused where it holds %j', async (type, data) => {
    await expect(send(type, data)).rejects.toThrow('not as it must be');
    expect(heard).not.toHaveBeenCalled();
  });

  it('may hold any words where words belong', async () => {
    const { thread: hostile } = hostileThread(PAYLOADS);
    await send('analyze', { thread: hostile, said: { stances: {} }, ...seen });
    expect(heard).toHaveBeenCalledOnce();
  });
});

describe('what was stored', () => {
  it.each([null, undefined, 7, 'words', [], true])('is nothing where it is %j', (stored) => {
    expect([parseCorrections(stored), parseAdaptation(stored), parseAdaptationSteps(stored)]).toEqual([{}, null, []]);
  });

  it('loses only what is not as it must be', () => {
    const good = { stances: { 1: 'oppose' } };
    expect(parseCorrections({ good, bad: { stances: { 1: 'furious' } }, worse: null, worst: 'x' })).toEqual({ good });
  });

  it('is no adaptation where a number of it is none', () => {
    const adaptation = { model: 'a model', corrections: 1, shifts: { 7: [0.1, -0.1] } };
    expect(parseAdaptation(adaptation)).toEqual(adaptation);
    expect(parseAdaptation({ ...adaptation, shifts: { 7: ['0.1'] } })).toBeNull();
    expect(parseAdaptation({ ...adaptation, corrections: 'many' })).toBeNull();
  });
});
