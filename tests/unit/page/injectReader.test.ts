import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const sendMessage = vi.fn(async (_type: string, _data: unknown) => {});
const heard = new Map<string, () => void>();
const onSignal = vi.fn((type: string, act: () => void) => {
  heard.set(type, act);
  return () => heard.delete(type);
});
vi.mock('../../../utils/messaging/index.ts', () => ({ sendMessage, onSignal }));
vi.stubGlobal('PLATFORM_LINES', '.topic,\n.thread');
vi.stubGlobal('PLATFORM_NAMES', 'one other');
const { injectReader } = await import('../../../utils/page/injectReader.ts');
const { ContentScriptContext } = await import('../../../utils/page/lightContext.ts');

let running: AbortController;
const sent = () => sendMessage.mock.calls.map(([type]) => type);

beforeEach(() => {
  vi.useFakeTimers();
  sendMessage.mockClear();
  heard.clear();
  running = new AbortController();
});
afterEach(() => {
  running.abort();
  vi.useRealTimers();
  document.body.replaceChildren();
});

const cameToRest = () => vi.advanceTimersByTimeAsync(1000);

it('on a page without a thread and without frames says so, and hears nothing', async () => {
  document.body.innerHTML = '<p>Nothing to discuss.</p>';
  injectReader(running.signal);
  await cameToRest();
  expect(sent()).toEqual(['tellToolbar']);
  expect([...heard.keys()]).toEqual([]);
});

it('has the script brought once, when the page has moved on to a thread, and with it what reads its platform', async () => {
  injectReader(running.signal);
  document.body.innerHTML = '<div class="thread"></div>';
  await cameToRest();
  document.body.append('more');
  await cameToRest();
  expect(sent()).toEqual(['tellToolbar', 'bringThread']);
  expect(sendMessage).toHaveBeenLastCalledWith('bringThread', 'other');
});

it('hears of frames once the page has one, asks what they told before, and has the script brought when one has a thread', async () => {
  injectReader(running.signal);
  document.body.append(document.createElement('frame'));
  await cameToRest();
  expect(sent()).toEqual(['tellToolbar', 'askFrames']);
  heard.get('showFrame')?.();
  expect(sent()).toEqual(['tellToolbar', 'askFrames', 'bringThread']);
  expect([...heard.keys()], 'the script that was brought hears from here on').toEqual([]);
});

it('ends where the same script is put into the page again', () => {
  const { signal } = new ContentScriptContext('loader');
  const other = new ContentScriptContext('embed');
  const again = new ContentScriptContext('loader');
  expect([signal.aborted, other.signal.aborted, again.signal.aborted]).toEqual([true, false, false]);
});
