// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM, VirtualConsole } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { readGeneric } from '../../../utils/reading/generic/index.ts';
import type { Platform } from '../../../utils/reading/platform.ts';
import { PLATFORMS } from '../../../utils/reading/platforms/index.ts';
import { read } from '../../../utils/reading/read.ts';
import type { Reading } from '../../../utils/thread/thread.ts';
import { SWEEPS } from '../../browser/sweeps.ts';
import { quickest } from '../../quickest.ts';

const NOW = new Date('2026-11-01T12:00:00Z');
const ADDRESS = 'https://forum.example.org/t/1';
const folder = join(import.meta.dirname, '../../../utils/reading/platforms');
const pages = readdirSync(folder).filter((file) => file.endsWith('.html'));

// As in a browser, it is there for what reads the pages, too.
Object.assign(globalThis, { DOMParser: new JSDOM('', { virtualConsole: new VirtualConsole() }).window.DOMParser });
const documentOf = (html: string) => new DOMParser().parseFromString(html, 'text/html');

/** Whatever was read is a thread: ids differ, parents exist, going from parent to parent ends, every comment has its place. */
function expectSound(reading: Reading | null): void {
  if (!reading) return;
  const { opening, comments } = reading.thread;
  const all = opening ? [opening, ...comments] : comments;
  const parents = new Map(all.map(({ id, parent }) => [id, parent]));
  expect(parents.size).toBe(all.length);
  for (const { id, parent } of all) {
    if (parent !== null && !parents.has(parent)) expect.fail(`${id} answers ${parent}, which was not read`);
    expect(reading.elements.has(id)).toBe(true);
  }
  const ends = new Set<string>();
  for (const { id } of all) {
    const path = new Set<string>();
    for (let ancestor: string | null = id; ancestor !== null && !ends.has(ancestor); ancestor = parents.get(ancestor) ?? null) {
      if (path.has(ancestor)) expect.fail(`${ancestor} answers itself`);
      path.add(ancestor);
    }
    for (const passed of path) ends.add(passed);
  }
}

/** The same page every time, as if by chance. */
function* chances(seed: number): Generator<number, number> {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    yield state / 2 ** 31;
  }
}

const MUTILATIONS: [string, (html: string, chance: () => number) => string][] = [
  ['cut off in the middle', (html, chance) => html.slice(0, Math.floor(html.length * (0.3 + 0.6 * chance())))],
  ['with tags missing', (html, chance) => html.replace(/<[^>]{1,300}>/g, (tag) => (chance() < 0.1 ? '' : tag))],
  [
    'with everything closed too early',
    (html, chance) => html.replace(/<(?:div|li|td)\b/g, (tag) => (chance() < 0.1 ? `</div></td></li>${tag}` : tag)),
  ],
  [
    'with attributes lost',
    (html, chance) => html.replace(/\s(?:id|class|href|data-[\w-]+)="[^"]{0,400}"/g, (name) => (chance() < 0.2 ? '' : name)),
  ],
  ['twice over', (html) => html + html],
  ['with a form inside each form', (html, chance) => html.replace(/<div/g, (tag) => (chance() < 0.1 ? `<form><form>${tag}` : tag))],
];

/** Each page in one of the ways, and in the sweeps in two, so that every platform and every way has its turn. */
const mutilated = pages.flatMap((file, index) =>
  [index, index + 1 + (index % 4)].slice(0, SWEEPS ? 2 : 1).map((way) => {
    const [how, mutilate] = MUTILATIONS[way % MUTILATIONS.length] as (typeof MUTILATIONS)[number];
    return { file, how, mutilate };
  }),
);

test.each(mutilated)('$file $how gives what can be read', ({ file, mutilate }) => {
  const next = chances(file.length * 7919);
  const document = documentOf(mutilate(readFileSync(join(folder, file), 'utf8'), () => next.next().value));
  for (const platform of PLATFORMS.filter(({ marker }) => document.querySelector(marker)))
    expectSound(read(platform, document, ADDRESS, NOW));
  expectSound(readGeneric(document, ADDRESS, NOW));
});

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
  quote: 'blockquote',
  quoted: '@data-of',
  without: '.signature',
};
const post = (id: string, body: string, inside = '') =>
  `<div class="post" id="${id}"><b class="author">${/\d$/.test(id) ? 'amber' : 'birch'} ${id.length}</b><time datetime="2024-03-04T10:11"></time><div class="body">${body}</div>${inside}</div>`;
const sentence = (index: number) => `What number ${index} has to say about this is a sentence of its own, and no other says it.`;

describe('hostile pages', () => {
  test('a post of a megabyte is read whole', () => {
    const words = 'all the same words again and again '.repeat(30_000);
    const reading = read(forum, documentOf(post('a', 'x') + post('b', words)), ADDRESS, NOW);
    expect(reading?.thread.comments[0]?.text.length).toBeGreaterThan(1_000_000);
  });

  test('an attribute of a megabyte is neither time nor name for long', () => {
    const page = (length: number) =>
      post('a', 'x') +
      post('b', 'y')
        .replace('2024-03-04T10:11', '9'.repeat(length))
        .replace('<b class="author">', `<b class="author">${'a '.repeat(length / 2)}`);
    const time = (length: number, enough?: number) =>
      quickest(() => {
        const reading = read(forum, documentOf(page(length)), ADDRESS, NOW);
        expect(reading?.thread.comments[0]?.time).toBeNull();
        expectSound(readGeneric(documentOf(page(length)), ADDRESS, NOW));
      }, enough);
    time(1000);
    const one = time(100_000);
    expect(time(1_000_000, 60 * one) / one).toBeLessThan(60);
  });

  test('posts nested in posts nested in posts are read, each its own words', () => {
    let html = '';
    for (let index = 400; index > 0; index--) html = post(`p${index}`, sentence(index), html);
    const reading = read({ ...forum, nested: true }, documentOf(html), ADDRESS, NOW);
    expectSound(reading);
    expect(reading?.thread.comments).toHaveLength(399);
    expect(reading?.thread.comments.at(-1)?.text).toBe(sentence(400));
  });

  test('a thousand quotes within quotes are one quote', () => {
    const quotes = `${'<blockquote>'.repeat(300)}innermost${'</blockquote>'.repeat(300)}`;
    const reading = read(forum, documentOf(post('a', 'x') + post('b', `${quotes}mine`)), ADDRESS, NOW);
    expect(reading?.thread.comments[0]).toMatchObject({ text: 'mine', quotes: [{ of: null }] });
  });

  test('ids twice are counted, not guessed', () => {
    const reading = read(forum, documentOf(post('a1', 'x') + post('a1', 'y').repeat(500) + post('a2', 'z')), ADDRESS, NOW);
    expect(reading?.thread).toMatchObject({ unreadable: 500 });
    expectSound(reading);
  });

  test('an id that is a word of the language is an id', () => {
    const html = ['opening', '__proto__', 'constructor', 'toString', 'hasOwnProperty'].map((id) => post(id, sentence(id.length))).join('');
    const reading = read(
      { ...forum, parent: ({ id }) => (id === '__proto__' ? 'constructor' : '__proto__') },
      documentOf(html),
      ADDRESS,
      NOW,
    );
    expectSound(reading);
    expect(reading?.thread.comments).toHaveLength(4);
  });

  test.each([
    'null',
    '[]',
    '{"topic_1":"null"}',
    '{"topic_1":"{\\"post_stream\\":{\\"posts\\":{}}}"}',
    '{"apiDocument":{"included":{}}}',
    '{"apiDocument":{"included":[null,7]}}',
  ])('data beside the posts that are not what they should be: %s', (data) => {
    const escaped = data.replaceAll('"', '&quot;');
    const html = `<head><link rel="canonical" href="/d/1"></head><body><div id="data-preloaded" data-preloaded="${escaped}"></div><script type="application/json" id="flarum-json-payload">${data}</script><noscript id="flarum-content"></noscript><div class="post-stream"><div class="topic-post"><article data-post-id="1" id="post_1"><div class="regular"><div class="cooked">x</div></div></article></div></div>`;
    const document = documentOf(html);
    for (const platform of PLATFORMS) expectSound(read(platform, document, ADDRESS, NOW));
    expectSound(readGeneric(document, ADDRESS, NOW));
  });

  test.each([
    ['a platform', (document: Document) => read(forum, document, ADDRESS, NOW)],
    ['the generic reader', (document: Document) => readGeneric(document, ADDRESS, NOW)],
  ])(
    'five thousand posts are read by %s in time that grows with their number',
    (_, reader) => {
      const page = (count: number) =>
        documentOf(
          Array.from({ length: count }, (__, index) =>
            post(`p${index}`, `${sentence(index)}<blockquote data-of="p${index >> 1}">words</blockquote>`),
          ).join(''),
        );
      const [small, large] = [page(500), page(5000)];
      reader(page(200));
      const one = quickest(() => expect(reader(small)?.thread.comments).toHaveLength(499));
      const ten = quickest(() => expect(reader(large)?.thread.comments).toHaveLength(4999), 60 * one);
      // Ten times the posts may take sixty times as long, since memory is collected too, where a quadratic reading would take a hundred.
      expect(ten / one).toBeLessThan(60);
    },
    120_000,
  );
});
