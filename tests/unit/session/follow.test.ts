// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { effect } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import generic from '../../../entrypoints/generic.ts';
import { onMessage, removeAllListeners } from '../../../utils/messaging/channel.ts';
import { type Following, follow } from '../../../utils/session/follow.ts';
import type { Analyze } from '../../../utils/session/requestAnalysis.ts';
import { createSession, type Session } from '../../../utils/session/session.ts';
import type { RawAnalysis } from '../../../utils/stance/verdict.ts';
import type { Comment, Thread } from '../../../utils/thread/thread.ts';
import { comment, thread } from '../../fixtures/thread.ts';

const ADDRESS = 'https://forum.example.org/boards/4/thread/77';
const NAMES = ['amber', 'birch', 'cedar'];
const post = (index: number) =>
  `<article class="entry" id="e${index}"><a class="who" href="/people/${index % 3}">${NAMES[index % 3]}</a> <time datetime="2026-01-0${1 + (index % 9)}T10:00:00Z">January</time><div class="said">This is what I have to say about it, number ${index}, in a sentence or two. It is nobody else's.</div></article>`;
const POSTS = Array.from({ length: 8 }, (_, index) => post(index)).join('');

const source = (name: string) => readFileSync(join(import.meta.dirname, '../../../utils/reading/platforms', name), 'utf8');
const nothing = { verdicts: {}, proposition: { text: '' } } as unknown as RawAnalysis;
async function* analyze() {
  yield nothing;
}
let leaving: AbortController;
let session: Session;

function open(html: string, url = ADDRESS, answer: Analyze = analyze): Following {
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(url);
  document.open();
  document.write(html);
  document.close();
  return follow(session, document, leaving.signal, answer);
}

const row = (index: number) =>
  `<div class="topic-post"><article id="post_${index}" data-post-id="${index}"><div class="topic-meta-data"><div class="names"><a data-user-card="u${index % 9}">u</a></div></div><div class="regular"><div class="cooked"><p>Words ${index}.</p></div></div></article></div>`;
const pass = async (holds: () => boolean) => {
  for (let index = 0; index < 2000 && !holds(); index += 1) await vi.advanceTimersByTimeAsync(10);
};

beforeEach(() => {
  generic.main();
  // A slow machine puts off what it reads next: here every reading takes no time.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  leaving = new AbortController();
  session = createSession();
});
afterEach(() => {
  leaving.abort();
  vi.useRealTimers();
});

describe('a page that no platform knows', () => {
  const page = `<!doctype html><html lang="en"><title>Bells</title><body><h1>Bells</h1><main>${POSTS}</main></body></html>`;

  test('is left alone until the reader asks for it', () => {
    const following = open(page);
    expect([session.thread.value, session.refused.value]).toEqual([null, false]);
    following.readAnyway();
    expect(session.thread.value).toMatchObject({ platform: 'generic', title: 'Bells' });
    expect(session.thread.value?.comments).toHaveLength(7);
    expect([session.refused.value, session.more.value, session.health.value]).toEqual([false, false, null]);
  });

  test('is refused where it is no discussion', () => {
    open('<!doctype html><html lang="en"><body><h1>News</h1><p>Nothing to discuss.</p></body></html>').readAnyway();
    expect([session.thread.value, session.refused.value]).toEqual([null, true]);
  });
});

describe('a page that is read by its shape, once what does that is brought,', () => {
  const shared = globalThis as { standpointParts?: object };
  const asked = vi.fn();
  const brought = (ready: boolean) => {
    shared.standpointParts = {};
    asked.mockReset();
    onMessage('bringPart', ({ data }) => {
      asked(data);
      if (ready) generic.main();
    });
  };
  const page = `<!doctype html><html lang="en"><title>Bells</title><body><h1>Bells</h1><main>${POSTS}</main></body></html>`;
  const changed = page.replace('<main>', '<main class="post-stream">');
  afterEach(removeAllListeners);

  test('is read as the reader asked', async () => {
    brought(true);
    open(page).readAnyway();
    expect([session.thread.value, session.refused.value]).toEqual([null, false]);
    await vi.waitFor(() => expect(session.thread.value?.comments).toHaveLength(7));
    expect(asked.mock.calls).toEqual([['generic']]);
  });

  test('is read where its platform no longer fits', async () => {
    brought(true);
    open(changed, 'https://forum.example.org/t/a-title/12');
    await vi.advanceTimersByTimeAsync(3000);
    await vi.waitFor(() => expect(session.thread.value).toMatchObject({ platform: 'generic' }));
    expect(session.health.value).toMatchObject({ platform: 'discourse', missing: ['everything'] });
  });

  test('still says what is missing where it cannot be brought', async () => {
    brought(false);
    open(changed, 'https://forum.example.org/t/a-title/12');
    await vi.advanceTimersByTimeAsync(3000);
    await vi.waitFor(() => expect(session.health.value?.missing).toEqual(['everything']));
    expect(session.thread.value).toBeNull();
  });

  test('asks nobody for it where no page needs it', async () => {
    brought(true);
    open(source('discourse.demo.html'), 'https://forum.example.org/t/a-title/12');
    await vi.advanceTimersByTimeAsync(6000);
    expect([session.thread.value?.comments.length, asked.mock.calls]).toEqual([19, []]);
  });
});

describe('a page whose platform no longer fits', () => {
  const url = 'https://forum.example.org/t/a-title/12';
  const changed = `<!doctype html><html lang="en"><title>Bells</title><body><h1>Bells</h1><main class="post-stream">${POSTS}</main></body></html>`;

  test('is read by its shape once it has come to rest, and says what is missing', () => {
    open(changed, url);
    expect([session.thread.value, session.health.value]).toEqual([null, null]);
    vi.advanceTimersByTime(3000);
    expect(session.thread.value).toMatchObject({ platform: 'generic' });
    expect(session.thread.value?.comments).toHaveLength(7);
    expect(session.health.value).toMatchObject({ platform: 'discourse', missing: ['everything'] });
  });

  test('says so where nothing else reads it either', () => {
    open('<!doctype html><body><main class="post-stream"></main></body>', url);
    vi.advanceTimersByTime(3000);
    expect([session.thread.value, session.state.value]).toEqual([null, 'failed']);
    expect(session.health.value?.missing).toEqual(['everything']);
  });

  test('is not blamed for loading slowly', async () => {
    open('<!doctype html><body><main class="post-stream"></main></body>', url);
    await vi.advanceTimersByTimeAsync(1000);
    document.documentElement.innerHTML = source('discourse.demo.html');
    await vi.advanceTimersByTimeAsync(6000);
    expect([session.thread.value?.comments.length, session.health.value]).toEqual([19, null]);
  });
});

describe('what was read in a frame', () => {
  const framed = { thread: thread([comment('1')]), scored: null, pending: true, hold: null, failure: null };

  test('is shown where the page has no thread of its own', () => {
    expect(open('<!doctype html><body><h1>An article</h1></body>').take(framed)).toBe(true);
    expect([session.thread.value, session.pending.value]).toEqual([framed.thread, true]);
    expect(session.reading.value?.elements.size).toBe(0);
  });

  test('does not take the place of what the page says itself', () => {
    expect(open(source('discourse.demo.html'), 'https://forum.example.org/t/a-title/12').take(framed)).toBe(false);
    expect(session.thread.value?.comments).toHaveLength(19);
  });
});

test('a page that was left while its thread was analysed, and comes back, asks again', async () => {
  let asked = 0;
  const answer: Analyze = async function* () {
    asked += 1;
    // The first request is given up with the page: no answer comes, and no error.
    if (asked === 1) await new Promise(() => {});
    yield nothing;
  };
  open(source('discourse.demo.html'), 'https://forum.example.org/t/a-title/12', answer);
  await pass(() => asked === 1);
  const comeBack = (persisted: boolean) => window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
  comeBack(false);
  await vi.advanceTimersByTimeAsync(3000);
  expect([asked, session.pending.value]).toEqual([1, true]);
  comeBack(true);
  await vi.waitFor(() => expect([asked, session.pending.value, session.raw.value]).toEqual([2, false, nothing]));
});

test('a post that is being edited goes on saying what it said, until it says something else', async () => {
  const asked: (string | undefined)[] = [];
  const said = (thread: Thread | null) => thread?.comments.find(({ id }) => id === '3308')?.text;
  const answer: Analyze = async function* (given) {
    asked.push(said(given));
    yield nothing;
  };
  const page = source('mybb.html').replace(/<script[\s\S]*?<\/script>|<link[^>]*>/g, '');
  open(page, 'https://greenfingers.example.com/showthread.php?tid=412', answer);
  const before = said(session.thread.value);
  await vi.advanceTimersByTimeAsync(3000);
  const body = document.querySelector('#pid_3308') as Element;
  body.innerHTML = '<form><textarea>Half a thought</textarea><label>Edit Reason: <input></label></form>';
  await vi.advanceTimersByTimeAsync(3000);
  expect([before, said(session.thread.value)]).toEqual(['How do you root a cutting of a fig? Water or soil?', before]);
  expect(session.reading.value?.elements.has('3308')).toBe(true);
  body.textContent = 'Soil. I tried it.';
  await vi.advanceTimersByTimeAsync(3000);
  expect(said(session.thread.value)).toBe('Soil. I tried it.');
  expect(asked).toEqual([before, 'Soil. I tried it.']);
});

describe('a long thread', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, index) => row(index + 1)).join('');
  const page = (count: number) => `<!doctype html><body><main class="post-stream">${rows(count)}</main></body>`;
  const url = 'https://forum.example.org/t/a-title/12';
  const asked: number[] = [];
  const answerTo = (comments: readonly Comment[]) =>
    ({
      proposition: { text: '' },
      verdicts: Object.fromEntries(comments.map(({ id }) => [id, { opening: { best: null }, parent: null }])),
    }) as unknown as RawAnalysis;
  const answer = async function* (given: Thread) {
    asked.push(given.comments.length);
    yield answerTo(given.comments);
  };
  const scored = () => Object.keys(session.raw.value?.verdicts ?? {}).length;

  test('is shown from its beginning while the rest is read, and is done only when all is', async () => {
    asked.length = 0;
    const states: unknown[] = [];
    session.raw.subscribe((value) => value && states.push([scored(), session.state.peek()]));
    open(page(900), url, answer);
    await pass(() => session.state.value === 'done');
    expect(states).toEqual([
      [199, 'analyzing'],
      [899, 'analyzing'],
    ]);
    expect([session.thread.value?.comments.length, scored()]).toEqual([899, 899]);
    expect(asked).toEqual([199, 899]);
  });

  test.each([199, 201, 300])('of %i posts is done once it is read, however it was read', async (posts) => {
    open(page(posts), url, answer);
    await pass(() => session.state.value === 'done');
    expect([session.state.value, scored()]).toEqual(['done', posts - 1]);
  });

  test('that grows while it is read is read to its end, and then again', async () => {
    asked.length = 0;
    open(page(900), url, answer);
    document.querySelector('main')?.insertAdjacentHTML('beforeend', row(901));
    await pass(() => session.state.value === 'done' && session.thread.value?.comments.length === 900);
    expect([session.state.value, scored()]).toEqual(['done', 900]);
  });

  test('left for another while it is read leaves nothing in that', async () => {
    open(page(900), url, answer);
    (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL('https://forum.example.org/t/another/13');
    const main = document.querySelector('main') as Element;
    main.innerHTML = [2001, 2002, 2003].map(row).join('');
    await pass(() => session.state.value === 'done');
    expect(session.thread.value?.comments.map(({ id }) => id)).toEqual(['2001', '2002', '2003']);
  });
});

describe('the model', () => {
  const demo = source('discourse.demo.html');

  test('that is stopped while it works is asked again before the reader is troubled', async () => {
    let tries = 0;
    const answer = async function* () {
      tries += 1;
      if (tries < 3) throw new Error('The message channel is closed.');
      yield nothing;
    };
    open(demo, 'https://forum.example.org/t/a-title/12', answer);
    await vi.advanceTimersByTimeAsync(10);
    expect([tries, session.state.value]).toEqual([3, 'done']);
  });

  test('that is stopped again and again gets to the end as long as it comes further each time, and nothing it said goes', async () => {
    const COMMENTS = 19;
    /** Its own cache of what it has read; what is not read yet has no confidence. */
    let read = 0;
    const shown: number[] = [];
    const verdict = (isRead: boolean) => ({ opening: { best: 'neutral', confidence: isRead ? 0.9 : 0 }, parent: null });
    const upTo = (count: number, ids: string[]) =>
      ({ ...nothing, verdicts: Object.fromEntries(ids.map((id, index) => [id, verdict(index < count)])) }) as unknown as RawAnalysis;
    const answer: Analyze = async function* ({ comments }) {
      const ids = comments.map(({ id }) => id);
      // Begun anew, it has to look its own answers up first.
      yield upTo(0, ids);
      shown.push(Object.values(session.raw.value?.verdicts ?? {}).filter(({ opening }) => opening.confidence > 0).length);
      read += 2;
      yield upTo(read, ids);
      if (read < COMMENTS) throw new Error('The message channel is closed.');
    };
    open(demo, 'https://forum.example.org/t/a-title/12', answer);
    await vi.advanceTimersByTimeAsync(50);
    expect(session.state.value).toBe('done');
    expect(shown).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18]);
  });

  test('that says something new all the time is shown at its first and its last word, and no more often between than a long thread bears', async () => {
    const seen = new Set<string>();
    const stop = effect(() => void seen.add(session.analysis.value?.model ?? 'none'));
    const answer: Analyze = async function* () {
      for (let index = 0; index < 200; index += 1) {
        yield { ...nothing, model: `${index}` };
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    };
    const rows = Array.from({ length: 400 }, (_, index) => row(index + 1)).join('');
    open(
      `<!doctype html><html lang="en"><body><main class="post-stream">${rows}</main></body></html>`,
      'https://forum.example.org/t/a-title/12',
      answer,
    );
    await pass(() => session.state.value === 'done');
    stop();
    expect(session.analysis.value?.model).toBe('199');
    expect(seen.has('0')).toBe(true);
    // Two seconds of answers, and 400 comments at half a millisecond each between two.
    expect(seen.size).toBeGreaterThan(5);
    expect(seen.size).toBeLessThan(30);
  });

  test('is shown from its first answer on, and is at work until its last', async () => {
    const states: unknown[] = [];
    let goOn = () => {};
    const answer = async function* () {
      yield { ...nothing, model: 'quick' };
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
      yield { ...nothing, model: 'thorough' };
    };
    open(demo, 'https://forum.example.org/t/a-title/12', answer);
    await vi.advanceTimersByTimeAsync(10);
    states.push([session.analysis.value?.model, session.state.value]);
    goOn();
    await vi.advanceTimersByTimeAsync(10);
    states.push([session.analysis.value?.model, session.state.value]);
    expect(states).toEqual([
      ['quick', 'analyzing'],
      ['thorough', 'done'],
    ]);
  });

  test('is not heard any more of a thread that was left', async () => {
    const goOn: (() => void)[] = [];
    const until: AbortSignal[] = [];
    const answer = async function* (given: Thread, signal: AbortSignal) {
      until.push(signal);
      yield { ...nothing, model: given.url };
      await new Promise<void>((resolve) => goOn.push(resolve));
      yield { ...nothing, model: 'too late' };
    };
    open(demo, 'https://forum.example.org/t/a-title/12', answer);
    await vi.advanceTimersByTimeAsync(10);
    (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL('https://forum.example.org/t/another/13');
    document.body.innerHTML = `<main class="post-stream">${[2001, 2002, 2003].map(row).join('')}</main>`;
    await pass(() => until[0]?.aborted === true);
    goOn[0]?.();
    await vi.advanceTimersByTimeAsync(10);
    expect(session.analysis.value?.model).toBe('https://forum.example.org/t/another/13');
  });

  test('that never answers is said not to, and asked anew when the reader wants it', async () => {
    let answers = false;
    const answer = async function* () {
      if (!answers) throw new Error('The message channel is closed.');
      yield nothing;
    };
    const following = open(demo, 'https://forum.example.org/t/a-title/12', answer);
    await vi.advanceTimersByTimeAsync(10);
    expect([session.state.value, session.failure.value !== null]).toEqual(['failed', true]);
    answers = true;
    following.retry();
    await vi.advanceTimersByTimeAsync(10);
    expect([session.state.value, session.failure.value]).toEqual(['done', null]);
  });
});
