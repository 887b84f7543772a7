import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { Platform } from '../../../../utils/reading/platform.ts';
import { discourse } from '../../../../utils/reading/platforms/discourse.ts';
import { flarum } from '../../../../utils/reading/platforms/flarum.ts';
import { lemmy } from '../../../../utils/reading/platforms/lemmy.ts';
import { nodebb } from '../../../../utils/reading/platforms/nodebb.ts';
import { read } from '../../../../utils/reading/read.ts';
import { type Fetcher, planOf, readRest, sourceOf } from '../../../../utils/reading/rest/index.ts';
import type { Request } from '../../../../utils/reading/rest/source.ts';
import { restLoader } from '../../../../utils/session/loadRest.ts';
import { createSession } from '../../../../utils/session/session.ts';
import { type InsertionPoint, merge } from '../../../../utils/thread/merge.ts';
import type { Thread } from '../../../../utils/thread/thread.ts';
import { comment, thread } from '../../../fixtures/thread.ts';

const NOW = new Date('2026-11-01T12:00:00Z');
const SITE = 'https://forum.example.org';

const paged: Platform = {
  name: 'paged',
  example: SITE,
  marker: '.post',
  thread: /[?&]t=\d+/,
  title: 'h1',
  comment: '.post',
  id: '@id',
  author: '.author',
  body: '.body',
  page: '.current',
  next: '.next@href',
  previous: '.previous@href',
};

const addressOf = (page: number) => `${SITE}/view?t=7&page=${page}`;

/** Page by page, three posts each, with links to the pages around. */
function pageHtml(page: number, pages = 12): string {
  const posts = [1, 2, 3].map(
    (index) => `<div class="post" id="${page}-${index}"><div class="body">post ${index} of page ${page}</div></div>`,
  );
  const link = (to: number, name: string) => (to >= 1 && to <= pages ? `<a class="${name}" href="/view?t=7&amp;page=${to}">${to}</a>` : '');
  const links = [link(page - 1, 'previous'), link(page + 1, 'next'), ...[2, 3, 4, 5].map((more) => link(page + more, 'number'))];
  return `<!doctype html><title>t</title><h1>A long thread</h1>${posts.join('')}<b class="current">${page}</b>${links.join('')}`;
}

function requestAt(page: number): Request {
  const document = new DOMParser().parseFromString(pageHtml(page), 'text/html');
  const reading = read(paged, document, addressOf(page), NOW);
  return { platform: paged, document, url: addressOf(page), thread: reading?.thread as Thread, now: NOW };
}

/** A forum that answers what `bodies` says, and fails where that says nothing. */
function forum(bodies: (address: string) => string | undefined) {
  const asked: string[] = [];
  const pauses = vi.fn(async () => {});
  const control = new AbortController();
  const means: Fetcher = {
    signal: control.signal,
    pause: pauses,
    async get(address) {
      asked.push(address);
      const body = bodies(address);
      if (body === undefined) throw new Error('no answer');
      return { url: address, body };
    },
  };
  return { asked, pauses, control, means };
}

async function readAll(request: Request, means: Fetcher) {
  const source = sourceOf(request);
  let whole = request.thread;
  let failed: readonly string[] = [];
  if (source) {
    for await (const step of readRest(request, source, planOf(request, source), means)) {
      if (step.thread) whole = merge(whole, step.thread, step.insertion);
      failed = step.failed;
    }
  }
  return { whole, failed };
}

describe('a thread of twelve pages', () => {
  const pageOf = (address: string) => Number(new URL(address).searchParams.get('page'));

  test('is read whole and in order from wherever the reader stands', async () => {
    for (const start of [1, 5, 12]) {
      const { means } = forum((address) => pageHtml(pageOf(address)));
      const { whole } = await readAll(requestAt(start), means);
      expect(whole.opening?.id).toBe('1-1');
      const expected = Array.from({ length: 12 }, (_, index) => [1, 2, 3].map((post) => `${index + 1}-${post}`)).flat();
      expect(whole.comments.map(({ id }) => id)).toEqual(expected.slice(1));
    }
  });

  test('is asked for one page at a time, with a pause before each but the first', async () => {
    const { means, asked, pauses } = forum((address) => pageHtml(pageOf(address)));
    await readAll(requestAt(1), means);
    expect(asked).toEqual(Array.from({ length: 11 }, (_, index) => addressOf(index + 2)));
    expect(pauses).toHaveBeenCalledTimes(10);
  });

  test('keeps what was read when a page fails twice, and names that page', async () => {
    const { means, asked } = forum((address) => (pageOf(address) === 4 ? undefined : pageHtml(pageOf(address))));
    const { whole, failed } = await readAll(requestAt(1), means);
    expect(failed).toEqual([addressOf(4)]);
    expect(asked.filter((address) => address === addressOf(4))).toHaveLength(2);
    expect(whole.comments.map(({ id }) => id.split('-')[0])).not.toContain('4');
    expect(whole.comments).toHaveLength(32);
  });

  test('a page that fails once is had the second time', async () => {
    let first = true;
    const { means } = forum((address) => {
      const fails = pageOf(address) === 4 && first;
      if (fails) first = false;
      return fails ? undefined : pageHtml(pageOf(address));
    });
    const { whole, failed } = await readAll(requestAt(1), means);
    expect([whole.comments.length, failed.length]).toEqual([35, 0]);
  });

  test('says from the links on the page how many pages there are', () => {
    const linked = (page: number, pages: number, query = 'page=') => {
      const request = requestAt(page);
      const last = request.document.createElement('a');
      last.setAttribute('href', `/view?t=7&${query}${pages}`);
      request.document.body.append(last);
      return sourceOf(request)?.expected?.();
    };
    expect([linked(1, 12), linked(5, 12), linked(12, 12), linked(1, 120)]).toEqual([11, 11, 11, 119]);
  });

  test('does not have the post it began with a second time where every page repeats it, be it under another id', async () => {
    const article: Platform = { ...paged, opening: { post: '.article' }, nested: true };
    const html = (page: number) =>
      pageHtml(page, 3).replace('</h1>', `</h1><div class="article" id="main-${page}"><div class="body">The article.</div></div>`);
    const document = new DOMParser().parseFromString(html(1), 'text/html');
    const request = {
      platform: article,
      document,
      url: addressOf(1),
      thread: read(article, document, addressOf(1), NOW)?.thread as Thread,
      now: NOW,
    };
    const { means } = forum((address) => html(pageOf(address)));
    const { whole } = await readAll(request, means);
    expect([whole.opening?.id, whole.comments.length]).toEqual(['main-1', 9]);
    expect(whole.comments.filter(({ parent }) => parent !== null && parent !== 'main-1')).toEqual([]);
  });

  test('never leads to another site or another thread', async () => {
    for (const next of [
      'https://elsewhere.example.net/view?t=7&page=2',
      '/view?t=8',
      'javascript:alert(1)',
      '//elsewhere.example.net/?t=7',
    ]) {
      const request = requestAt(1);
      request.document.querySelector('.next')?.setAttribute('href', next);
      const { means, asked } = forum(() => pageHtml(2));
      await readAll(request, means);
      expect(asked, next).toEqual([]);
    }
  });

  test('a page that names itself as the next one is asked for once', async () => {
    const { means, asked } = forum(() => pageHtml(2).replace('page=3', 'page=2'));
    await readAll(requestAt(1), means);
    expect(asked).toEqual([addressOf(2)]);
  });
});

describe('a Discourse topic', () => {
  const posts = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => {
      const number = from + index;
      return {
        id: 900 + number,
        post_number: number,
        post_type: number === 5 ? 3 : 1,
        username: `user${number}`,
        cooked: `<aside class="quote" data-post="1"><blockquote><p>theirs</p></blockquote></aside><p>words of ${number} &amp; more</p>`,
        created_at: `2026-01-${String((number % 28) + 1).padStart(2, '0')}T10:00:00.000Z`.replace('-01-', number > 27 ? '-02-' : '-01-'),
        reply_to_post_number: number === 40 ? 3 : null,
        actions_summary: [{ id: 2, count: number }],
      };
    });
  const stream = Array.from({ length: 120 }, (_, index) => 901 + index);
  const url = `${SITE}/t/a-title/77/12`;
  const seen = thread([comment('903', { permalink: `${SITE}/t/a-title/77/3`, time: '2026-01-04T10:00:00.000Z' })], {
    opening: null,
    title: 'A title',
    platform: 'discourse',
  });
  const request = (): Request => ({ platform: discourse, document, url, thread: seen, now: NOW });
  const answer = (address: string) => {
    if (address === `${SITE}/t/77.json`) return JSON.stringify({ title: 'A title', post_stream: { posts: posts(1, 20), stream } });
    const ids = new URL(address).searchParams.getAll('post_ids[]').map(Number);
    return JSON.stringify({ post_stream: { posts: ids.flatMap((id) => posts(id - 900, id - 900)) } });
  };

  test('is completed from its own interface, fifty posts at a time', async () => {
    const { means, asked } = forum(answer);
    const { whole } = await readAll(request(), means);
    expect(asked).toHaveLength(3);
    expect(whole.opening).toMatchObject({ id: '901', author: 'user1', text: 'words of 1 & more', score: 1 });
    // Post 5 says only that something was closed or moved; no more than twenty-eight months' days are told apart here.
    expect(new Set(whole.comments.map(({ id }) => id)).size).toBe(118);
    expect(whole.comments.find(({ id }) => id === '940')).toMatchObject({ parent: '903', permalink: `${SITE}/t/a-title/77/40` });
  });

  test('a forum that answers nonsense gives nothing and breaks nothing', async () => {
    for (const body of ['', '<html>', 'null', '[]', '{"post_stream":{}}']) {
      const { means } = forum(() => body);
      expect((await readAll(request(), means)).whole).toBe(seen);
    }
  });
});

describe('a forum with an interface of its own', () => {
  /** The thread that a page of ours holds, completed from what the forum answers. */
  async function complete(file: string, platform: Platform, bodies: (address: URL) => unknown) {
    const html = readFileSync(join(import.meta.dirname, '../../../../utils/reading/platforms', file), 'utf8').replace(
      /<link[^>]*stylesheet[^>]*>/g,
      '',
    );
    const url = /<!--\s*url:\s*(\S+)/.exec(html)?.[1] ?? '';
    const document = new DOMParser().parseFromString(html, 'text/html');
    const seen = read(platform, document, url, NOW)?.thread as Thread;
    const { means, asked } = forum((address) => {
      const body = bodies(new URL(address));
      return body === undefined ? undefined : JSON.stringify(body);
    });
    return { seen, asked, ...(await readAll({ platform, document, url, thread: seen, now: NOW }, means)) };
  }
  const isoAfter = (minute: number) => new Date(Date.parse('2026-03-01T10:00:00Z') + minute * 60_000).toISOString();

  test('Flarum: the ids of all posts, then those that are missing, twenty at a time', async () => {
    const user = { type: 'users', id: '1', attributes: { username: 'amber' } };
    const ids = Array.from({ length: 30 }, (_, minute) => String(9001 + minute));
    const { seen, whole, asked, failed } = await complete('flarum.html', flarum, ({ pathname, searchParams }) => {
      if (pathname === '/api/discussions/118') return { data: { relationships: { posts: { data: ids.map((id) => ({ id })) } } } };
      const data = (searchParams.get('filter[id]') ?? '').split(',').map((id) => ({
        type: 'posts',
        id,
        attributes: {
          number: Number(id) - 8990,
          contentType: 'comment',
          contentHtml: `<p><a class="PostMention" href="/d/118/2" data-id="9001">amber</a> words of ${id}</p>`,
          createdAt: isoAfter(Number(id)),
        },
        relationships: { user: { data: { id: '1' } } },
      }));
      return { data, included: [user] };
    });
    expect([asked.length, failed.length, whole.comments.length]).toEqual([3, 0, seen.comments.length + 30]);
    expect(whole.comments.at(-1)).toMatchObject({
      id: '9030',
      author: 'amber',
      text: 'words of 9030',
      parent: '9001',
      time: isoAfter(9030),
    });
  });

  test('NodeBB: page by page', async () => {
    const post = (pid: number) => ({
      pid,
      toPid: pid === 9040 ? 9001 : null,
      index: pid - 9000,
      content: `<p>words of ${pid}</p>`,
      timestampISO: isoAfter(pid),
      votes: 3,
      // As NodeBB escapes names for its own templates.
      user: { username: 'O&#x27;Birch &amp; Co' },
    });
    const { seen, whole, asked } = await complete('nodebb.html', nodebb, ({ pathname, searchParams }) => {
      if (!pathname.startsWith('/api/topic/588')) return undefined;
      const page = Number(searchParams.get('page'));
      return {
        posts: Array.from({ length: 20 }, (_, index) => post(9001 + (page - 1) * 20 + index)),
        pagination: { currentPage: page, pageCount: 2 },
      };
    });
    expect([asked.length, whole.comments.length, whole.opening?.id]).toEqual([2, seen.comments.length + 40, seen.opening?.id]);
    expect(whole.comments.at(-1)).toMatchObject({ id: '9040', author: "O'Birch & Co", score: 3, parent: '9001', text: 'words of 9040' });
  });

  test('Lemmy: page by page until one is not full', async () => {
    const comment = (id: number) => ({
      comment: {
        id,
        path: id % 2 ? `0.${id}` : `0.${id - 1}.${id}`,
        content: `> theirs\n\nwords of ${id}`,
        published: isoAfter(id % 1000),
      },
      creator: { name: 'cedar' },
      counts: { score: 7 },
    });
    const { seen, whole, asked } = await complete('lemmy.html', lemmy, ({ pathname, searchParams }) => {
      if (pathname !== '/api/v3/comment/list') return undefined;
      const page = Number(searchParams.get('page'));
      return { comments: Array.from({ length: page === 1 ? 50 : 10 }, (_, index) => comment(90_001 + (page - 1) * 50 + index)) };
    });
    expect([asked.length, whole.comments.length]).toEqual([2, seen.comments.length + 60]);
    const read = new Map(whole.comments.map((one) => [one.id, one]));
    expect(read.get('90002')).toMatchObject({ author: 'cedar', score: 7, parent: '90001', text: 'words of 90002' });
    expect(read.get('90001')?.parent).toBe(seen.opening?.id);
    expect(read.get('90001')?.quotes).toMatchObject([{ text: 'theirs' }]);
  });
});

/** Fifty pages take longer than the usual second where much else runs. */
const PATIENT = { timeout: 20_000 };

describe('the reader', () => {
  function reader(pages: number) {
    const session = createSession();
    const control = { calls: 0, failing: 0 };
    const endless: Platform = { ...paged, name: 'endless' };
    const request = { ...requestAt(1), platform: endless };
    const added: Thread[] = [];
    const places: InsertionPoint[] = [];
    const means = (signal: AbortSignal) => ({
      signal,
      pause: () => new Promise<void>((resolve) => setTimeout(resolve, 1)),
      async get(address: string) {
        control.calls += 1;
        const page = Number(new URL(address).searchParams.get('page'));
        if (page === control.failing) throw new Error('no answer');
        return { url: address, body: pageHtml(page, pages) };
      },
    });
    const whole = restLoader(
      session,
      () => request,
      means,
      (one, place) => {
        added.push(one);
        places.push(place);
      },
    );
    return { session, whole, added, places, control, request };
  }

  test('is asked before more than fifty pages are read', async () => {
    const { session, whole, control } = reader(80);
    whole.start();
    await vi.waitFor(() => expect(session.loadProgress.value?.state).toBe('asking'), PATIENT);
    expect(control.calls).toBeLessThanOrEqual(50);
    whole.start();
    await vi.waitFor(() => expect(session.loadProgress.value?.state).toBe('done'), PATIENT);
    expect(control.calls).toBe(79);
  });

  test('is asked before the first request where the page already says how many there are', () => {
    const { session, whole, control, request } = reader(120);
    const last = request.document.querySelector('.number:last-child');
    last?.setAttribute('href', '/view?t=7&page=120');
    whole.start();
    expect([session.loadProgress.value, control.calls]).toEqual([{ state: 'asking', done: 0, of: 119, failed: [] }, 0]);
  });

  test('can stop at any time and go on later; what was read stays, and nothing is read twice', async () => {
    const { session, whole, added, control } = reader(40);
    whole.start();
    await vi.waitFor(() => expect(added.length).toBeGreaterThan(2), { interval: 1 });
    whole.stop();
    const read = added.length;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(session.loadProgress.value?.state).toBe('stopped');
    expect(added.length - read).toBeLessThanOrEqual(1);
    whole.start();
    await vi.waitFor(() => expect(session.loadProgress.value).toEqual({ state: 'done', done: 39, of: 39, failed: [] }));
    // Page 1 is open; the request that was under way when the reader stopped is made again.
    expect(new Set(added.map(({ comments }) => comments[0]?.id)).size).toBe(39);
    expect(control.calls).toBeLessThanOrEqual(40);
  });

  test('can have what failed tried again, and that alone', async () => {
    const { session, whole, control, added, places } = reader(12);
    control.failing = 4;
    whole.start();
    await vi.waitFor(() => expect(session.loadProgress.value?.state).toBe('done'), PATIENT);
    expect(session.loadProgress.value).toMatchObject({ done: 11, of: 11, failed: [addressOf(4)] });
    control.failing = 0;
    const before = control.calls;
    whole.start();
    await vi.waitFor(() => expect(session.loadProgress.value).toEqual({ state: 'done', done: 11, of: 11, failed: [] }));
    expect([control.calls - before, added.length]).toEqual([1, 11]);
    expect(places.at(-1)).toEqual({ after: '3-3' });
  });
});
