import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_SETTINGS, settings } from '../../../utils/reader/settings.ts';
import { forgetOldVisits, forgetVisits, hashId } from '../../../utils/reader/visits.ts';
import { createSession, type Session } from '../../../utils/session/session.ts';
import { trackVisit } from '../../../utils/session/trackVisit.ts';
import type { Comment, Thread } from '../../../utils/thread/thread.ts';
import { comment, thread } from '../../fixtures/thread.ts';

const URL = 'https://forum.example.org/t/secret-ferry/7';
const HOUR = 3_600_000;
let stop: () => void;

beforeEach(() => {
  fakeBrowser.storage.resetState();
  settings.value = DEFAULT_SETTINGS;
  vi.useFakeTimers({ now: Date.parse('2026-03-01T10:00:00Z') });
  stop = () => {};
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

const aThread = (ids: string[], more: Partial<Thread> = {}) =>
  thread(
    ids.map((id) => comment(id, { author: 'secret amber', text: 'Secret words.' })),
    { platform: 'discourse', url: URL, title: 'A secret ferry', ...more },
  );

/** The reader opens a thread and stays until it is remembered. */
async function visit(read: Thread): Promise<Session> {
  stop();
  const session = createSession();
  stop = trackVisit(session);
  await show(session, read);
  return session;
}

async function show(session: Session, read: Thread): Promise<void> {
  session.reading.value = { thread: read, elements: new Map() };
  await vi.advanceTimersByTimeAsync(1500);
}

const later = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);
const fresh = (session: Session) => [...session.fresh.value];
const stored = async () => JSON.stringify(await browser.storage.local.get());

describe('since the last visit', () => {
  it('nothing is new on the first, nor when the page is loaded again a little later', async () => {
    expect((await visit(aThread(['a', 'b']))).lastVisit.value).toBeNull();
    later(10 * 60_000);
    const again = await visit(aThread(['a', 'b', 'c']));
    expect([again.lastVisit.value, fresh(again)]).toEqual([null, []]);
  });

  it('what was not there then is new, for as long as this visit lasts', async () => {
    await visit(aThread(['a', 'b']));
    const moment = Date.now();
    later(5 * HOUR);
    const second = await visit(aThread(['a', 'b', 'c']));
    expect(second.lastVisit.value?.moment).toBeLessThan(moment);
    expect(fresh(second)).toEqual(['c']);
    later(60_000);
    expect(fresh(await visit(aThread(['a', 'b', 'c', 'd'])))).toEqual(['c', 'd']);
    later(5 * HOUR);
    expect(fresh(await visit(aThread(['a', 'b', 'c', 'd'])))).toEqual([]);
  });

  it('what comes in while the reader is here is new too', async () => {
    await visit(aThread(['a']));
    later(5 * HOUR);
    const session = await visit(aThread(['a']));
    await show(session, aThread(['a', 'b']));
    expect(fresh(session)).toEqual(['b']);
  });

  it('an older comment that was only not loaded then is not new', async () => {
    await visit(aThread(['b']));
    later(24 * HOUR);
    const read = aThread(['a', 'b', 'c', 'd']);
    const times: Record<string, string> = { a: '2026-02-27T10:00:00Z', c: '2026-03-01T14:00:00Z', d: '2026-02-20' };
    const comments = read.comments.map((one): Comment => ({ ...one, time: times[one.id] ?? null }));
    expect(fresh(await visit({ ...read, comments }))).toEqual(['c']);
  });

  it('each thread has its own, on whichever of its pages', async () => {
    await visit(aThread(['a']));
    later(5 * HOUR);
    expect((await visit(aThread(['b'], { url: 'https://forum.example.org/t/other/8' }))).lastVisit.value).toBeNull();
    expect(fresh(await visit(aThread(['a', 'b'], { url: `${URL}/2` })))).toEqual(['b']);
  });

  it('a page that goes on to another thread tells of that one', async () => {
    await visit(aThread(['a']));
    later(5 * HOUR);
    const session = await visit(aThread(['x'], { url: 'https://forum.example.org/t/other/8' }));
    expect(session.lastVisit.value).toBeNull();
    session.reading.value = null;
    await show(session, aThread(['a', 'b']));
    expect(fresh(session)).toEqual(['b']);
  });
});

describe('what is kept', () => {
  it('holds no word of the thread: neither its address, nor an id, nor a name', async () => {
    await visit(aThread(['comment-by-amber']));
    expect(await stored()).toContain('visits');
    expect(await stored()).not.toMatch(/secret|ferry|amber|example/);
  });

  it('is nothing where the reader wants none kept', async () => {
    settings.value = { ...DEFAULT_SETTINGS, keepVisits: 0 };
    await visit(aThread(['a']));
    expect(await stored()).not.toContain('visits');
  });

  it('is nothing in a private window, where nothing is looked up either', async () => {
    await visit(aThread(['a']));
    later(5 * HOUR);
    const before = await stored();
    Object.assign(browser, { extension: { inIncognitoContext: true } });
    expect((await visit(aThread(['a', 'b']))).lastVisit.value).toBeNull();
    expect(await stored()).toBe(before);
    Object.assign(browser, { extension: undefined });
  });

  it('expires after as many days as the reader set', async () => {
    await visit(aThread(['a']));
    later(29 * 24 * HOUR);
    await forgetOldVisits();
    expect(await visitsStored()).toBe(1);
    later(2 * 24 * HOUR);
    await forgetOldVisits();
    expect(await visitsStored()).toBe(0);
    expect((await visit(aThread(['a', 'b']))).lastVisit.value).toBeNull();
  });

  it('goes when the reader says so', async () => {
    await visit(aThread(['a']));
    await forgetVisits();
    expect(await visitsStored()).toBe(0);
  });

  it('is bounded: the oldest goes first', async () => {
    const many = Array.from({ length: 30_000 }, (_, index) => String(index));
    for (const topic of [1, 2, 3]) {
      await visit(aThread(many, { url: `https://forum.example.org/t/long/${topic}` }));
      later(5 * HOUR);
    }
    expect(await visitsStored()).toBe(2);
    expect((await visit(aThread(['a'], { url: 'https://forum.example.org/t/long/1' }))).lastVisit.value).toBeNull();
    expect((await stored()).length).toBeLessThan(1_100_000);
  });

  it.each([
    ['a text', 'nonsense'],
    ['a list', [1, 2]],
    ['nothing', null],
    ['visits of another shape', { one: { at: 'yesterday' }, two: null, three: { at: 1e15, before: null, known: [1], added: [] } }],
  ])('that turned into %s is passed over', async (_, broken) => {
    const key = await keyOfOne();
    await browser.storage.local.set({ visits: broken, [key]: broken });
    expect((await visit(aThread(['a']))).lastVisit.value).toBeNull();
    later(5 * HOUR);
    expect(fresh(await visit(aThread(['a', 'b'])))).toEqual(['b']);
  });

  it('of one thread is written without what is kept of another, which every open page would be told', async () => {
    await visit(aThread(['a'], { url: 'https://forum.example.org/t/other/8' }));
    const told: string[] = [];
    const listen = (changes: object) => told.push(JSON.stringify(changes));
    browser.storage.onChanged.addListener(listen);
    await visit(aThread(['b']));
    browser.storage.onChanged.removeListener(listen);
    expect(told.join()).toContain(hashId('b'));
    expect(told.join()).not.toContain(hashId('a'));
  });

  it('by the version before, all in one item, is taken over, and a second time nothing is lost', async () => {
    await visit(aThread(['a']));
    const key = await keyOfOne();
    const { [key]: one } = await browser.storage.local.get(key);
    await browser.storage.local.clear();
    await browser.storage.local.set({ visits: { [key.replace('visit:', '')]: one }, visits$: { v: 1 } });
    for (const _ of ['first', 'second']) {
      vi.resetModules();
      await import('../../../utils/reader/visits.ts');
      await vi.advanceTimersByTimeAsync(10);
      expect((await browser.storage.local.get(key))[key]).toEqual(one);
      expect(await visitsStored()).toBe(1);
      await browser.storage.local.remove('visits$');
    }
    later(5 * HOUR);
    expect(fresh(await visit(aThread(['a', 'b'])))).toEqual(['b']);
  });
});

/** The name of the item in which a visit of `aThread` is kept. */
async function keyOfOne(): Promise<string> {
  await visit(aThread(['a']));
  const key = Object.keys(await browser.storage.local.get()).find((name) => name.startsWith('visit:')) ?? '';
  expect(key).not.toBe('');
  return key;
}

async function visitsStored(): Promise<number> {
  const stored = await browser.storage.local.get<{ visits?: object }>();
  const items = Object.keys(stored).filter((name) => name.startsWith('visit:')).length;
  expect(items, 'the index knows them all').toBe(Object.keys(stored.visits ?? {}).length);
  return items;
}
