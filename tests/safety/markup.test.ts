// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { toFragment } from '../../utils/page/sanitize.ts';
import { readGeneric } from '../../utils/reading/generic/index.ts';
import type { Platform } from '../../utils/reading/platform.ts';
import { PLATFORMS } from '../../utils/reading/platforms/index.ts';
import { read } from '../../utils/reading/read.ts';
import type { Thread } from '../../utils/thread/thread.ts';
import { expectInert } from './inert.ts';
import { KINDS } from './payloads.ts';

const ADDRESS = 'https://forum.example.org/t/1';
const NOW = new Date('2026-11-01T12:00:00Z');
const kinds = Object.entries(KINDS);

const forum: Platform = {
  name: 'forum',
  example: ADDRESS,
  marker: '.post',
  title: 'h1',
  comment: '.post',
  id: '@id',
  author: '.author',
  body: '.body',
  time: 'time@datetime',
  permalink: '.author@href',
  quote: 'blockquote',
};

/** A page of a forum that says the payload in all its places: as markup where markup stands, and as the values of attributes. */
function pageOf(payload: string): Document {
  const page = new DOMParser().parseFromString(
    `<title>x</title><h1></h1>${'<div class="post"><a class="author"></a><time></time><div class="body"></div></div>'.repeat(4)}`,
    'text/html',
  );
  page.title = payload;
  page.querySelector('h1')?.append(payload);
  [...page.querySelectorAll('.post')].forEach((post, index) => {
    post.id = `p${index}`;
    const author = post.querySelector('.author');
    author?.append(payload);
    author?.setAttribute('href', payload);
    post.querySelector('time')?.setAttribute('datetime', payload);
    const words = `<p>Said at length, by somebody, once more.</p>${payload}<blockquote>${payload}</blockquote>`;
    post.querySelector('.body')?.append(page.createRange().createContextualFragment(words));
  });
  return page;
}

/** Plain data whose addresses are of the web, whose times are times and whose ids are the page's. */
function expectPlain(thread: Thread | undefined, payload: string): void {
  if (!thread) return;
  for (const { permalink, time, text, author } of thread.comments) {
    if (permalink !== null) expect(permalink, payload).toMatch(/^https?:\/\//);
    if (time !== null) expect(time, payload).toMatch(/^\d{4}/);
    expect([typeof text, author === null || typeof author === 'string']).toEqual(['string', true]);
    // What would turn the direction of all that follows, or hide, is not among the words.
    expect(text, payload).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff\0]/);
  }
}

test.each(['body', 'title'])('a page that names its forms %s is read nevertheless', (name) => {
  const page = pageOf('x');
  for (let times = 0; times < 2; times += 1) page.querySelector('.body')?.append(Object.assign(page.createElement('form'), { name }));
  expect(read(forum, page, ADDRESS, NOW)?.thread.title).toBe('x');
  expect(() => readGeneric(page, ADDRESS, NOW)).not.toThrow();
});

describe.each(kinds)('%s', (_kind, payloads) => {
  test('as markup of a comment become nothing but words, emphasis and links to the web', () => {
    for (const payload of payloads) {
      const view = document.createElement('div');
      view.append(toFragment(payload, document));
      expectInert(view, payload);
      // Once more by way of text, as a page that is saved and opened again would be: what mutates comes out here.
      const again = document.createElement('div');
      again.append(toFragment(new XMLSerializer().serializeToString(view), document));
      expectInert(again, payload);
      expectInert(new DOMParser().parseFromString(new XMLSerializer().serializeToString(view), 'text/html').body, payload);
    }
  });

  test('as markup that a page already holds become the same', () => {
    for (const payload of payloads) {
      for (const body of pageOf(payload).querySelectorAll('.body')) {
        const view = document.createElement('div');
        view.append(toFragment(body, document));
        expectInert(view, payload);
        break;
      }
    }
  });

  test('in a page of a forum are read as plain data', () => {
    for (const payload of payloads) {
      const page = pageOf(payload);
      const reading = read(forum, page, ADDRESS, NOW);
      expect(reading?.thread.comments.length, payload).toBeGreaterThan(2);
      expectPlain(reading?.thread, payload);
      expectPlain(readGeneric(page, ADDRESS, NOW)?.thread, payload);
      for (const platform of PLATFORMS)
        if (page.querySelector(platform.marker)) expectPlain(read(platform, page, ADDRESS, NOW)?.thread, payload);
    }
  });
});
