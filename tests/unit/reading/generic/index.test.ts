// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { openPage } from '../../../../utils/commands/openPage.ts';
import { readGeneric } from '../../../../utils/reading/generic/index.ts';

const NOW = new Date('2026-11-01T12:00:00Z');
const ADDRESS = 'https://somewhere.example.org/talk/17';
const threadOf = (html: string, url = ADDRESS) => readGeneric(new JSDOM(html).window.document, url, NOW)?.thread;

const PEOPLE = ['amber', 'birch', 'cedar', 'delphine'];
const says = (at: number) => `I think that point number ${at} is the one that decides it, and nobody has answered it yet.`;
const entry = (at: number, inside = '') =>
  `<section class="entry x${at}"><header><a href="/people/${PEOPLE[at % 4]}">${PEOPLE[at % 4]}</a> <span class="when">${at + 1} March 2024, 10:0${at}</span></header><div class="said"><p>${says(at)}</p></div><footer><a href="/report">Report</a></footer>${inside}</section>`;
const entries = (count: number) => Array.from({ length: count }, (_, at) => entry(at)).join('');

describe('a forum nobody wrote a platform for', () => {
  test('is read by its repetition: who, when, what', () => {
    const thread = threadOf(`<title>Talk</title><nav><a href="/">Home</a></nav><main>${entries(5)}</main>`);
    expect(thread).toMatchObject({ platform: 'generic', title: 'Talk', total: null });
    expect(thread?.opening).toMatchObject({ author: 'amber', text: says(0), time: '2024-03-01T10:00:00' });
    expect(thread?.comments.map(({ author, text }) => [author, text])).toEqual([1, 2, 3, 4].map((at) => [PEOPLE[at % 4], says(at)]));
  });

  test('tells who answers whom where answers stand inside what they answer', () => {
    const comments = threadOf(`<main>${entry(0)}${entry(1, entry(2, entry(3)))}${entry(4)}</main>`)?.comments ?? [];
    const at = (text: string) => comments.find((comment) => comment.text === text);
    expect(at(says(2))?.parent).toBe(at(says(1))?.id);
    expect(at(says(3))?.parent).toBe(at(says(2))?.id);
    expect(at(says(4))?.parent).not.toBe(at(says(1))?.id);
  });

  test('does not take quoted words for the author’s', () => {
    const quoting = entry(2).replace('<p>', '<blockquote>Somebody else’s words.</blockquote><p>');
    const comment = threadOf(`<main>${entry(0)}${entry(1)}${quoting}${entry(3)}</main>`)?.comments[1];
    expect(comment).toMatchObject({ text: says(2), quotes: [{ text: 'Somebody else’s words.' }] });
  });

  test('has no opening post on its later pages', () => {
    expect(threadOf(`<main>${entries(5)}</main>`, `${ADDRESS}?page=3`)?.opening).toBeNull();
  });

  test('is read by what it declares, if it does', () => {
    const item = (type: string, at: number, inside = '') =>
      `<article itemscope itemtype="https://schema.org/${type}" id="c${at}"><b itemprop="author" itemscope><i itemprop="name">${PEOPLE[at % 4]}</i></b><meta itemprop="dateCreated" content="2024-03-04T10:0${at}:00Z"><div itemprop="text">${says(at)}</div>${inside}</article>`;
    const thread = threadOf(item('DiscussionForumPosting', 0, item('Comment', 1, item('Comment', 2)) + item('Comment', 3)));
    expect(thread?.opening).toMatchObject({ id: 'c0', author: 'amber', text: says(0) });
    expect(thread?.comments.map(({ id, parent, author }) => [id, parent, author])).toEqual([
      ['c1', 'c0', 'birch'],
      ['c2', 'c1', 'cedar'],
      ['c3', 'c0', 'delphine'],
    ]);
  });
});

test('a discussion that stands only in a page’s linked data is read from there', () => {
  const said = (at: number, more: object = {}) => ({
    '@type': 'Comment',
    '@id': `${ADDRESS}#c${at}`,
    author: { '@type': 'Person', name: PEOPLE[at % 4] },
    datePublished: `2024-03-04T10:0${at}:00Z`,
    text: `<p>${says(at)}</p>`,
    ...more,
  });
  const posting = {
    ...said(0),
    '@type': 'DiscussionForumPosting',
    headline: 'A title',
    comment: [said(1, { comment: [said(2)] }), said(3)],
  };
  const data = { '@graph': [{ '@type': 'WebPage' }, posting] };
  const thread = threadOf(
    `<script type="application/ld+json">${JSON.stringify(data)}</script><script type="application/ld+json">{ broken</script>`,
  );
  expect(thread).toMatchObject({ title: 'A title', opening: { id: 'c0', author: 'amber', text: says(0) } });
  expect(thread?.comments.map(({ id, parent, text }) => [id, parent, text])).toEqual([
    ['c1', 'c0', says(1)],
    ['c2', 'c1', says(2)],
    ['c3', 'c0', says(3)],
  ]);
});

describe('what is no discussion is refused', () => {
  const row = (at: number, inside: string) =>
    `<li class="row"><a href="/people/${PEOPLE[at % 4]}">${PEOPLE[at % 4]}</a> <time datetime="2024-03-0${at + 1}">${at} days ago</time>${inside}</li>`;
  const list = (inside: (at: number) => string) => `<ul>${Array.from({ length: 8 }, (_, at) => row(at, inside(at))).join('')}</ul>`;

  test.each([
    ['an empty page', ''],
    [
      'a login page',
      '<form><label>Name <input name="user"></label><label>Password <input type="password"></label><button>Log in</button></form>',
    ],
    ['a list of threads', list((at) => `<a href="/talk/${at}">The long title of thread number ${at}</a> <span>12 answers</span>`)],
    ['a list of news', list((at) => `<h3><a href="/news/${at}">What happened on day ${at}</a></h3><p>${says(at)} ${says(at + 9)}</p>`)],
    ['reviews of a thing', list((at) => `<span class="star-rating">4 out of 5</span><p>${says(at)}</p>`)],
    ['one person’s diary', list((at) => `<p>${says(at)}</p>`).replace(/birch|cedar|delphine/g, 'amber')],
    ['a table of members', `<table>${list(() => '<td>412 posts</td>')}</table>`],
    [
      'an article',
      `<article><h1>Title</h1><p class="author">amber</p><time datetime="2024-01-01">January</time>${`<p>${says(1)}</p>`.repeat(20)}</article>`,
    ],
  ])('%s', (_, html) => expect(threadOf(`<body>${html}`)).toBeUndefined());
});

test('our own pages of forums are read without their platforms, most of them', () => {
  const folder = join(import.meta.dirname, '../../../../utils/reading/platforms');
  let [expected, found] = [0, 0];
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.html'))) {
    const known = JSON.parse(readFileSync(join(folder, file.replace(/html$/, 'json')), 'utf8'));
    const page = openPage(join(folder, file), known.url);
    const thread = readGeneric(page.window.document, known.url, NOW)?.thread;
    const bare = (text: string) => text.replace(/\s+/g, '').slice(0, 24);
    const read = new Set([thread?.opening, ...(thread?.comments ?? [])].map((comment) => bare(comment?.text ?? '')));
    const told = known.comments.filter(({ text }: { text: string }) => text);
    expected += told.length;
    found += told.filter(({ text }: { text: string }) => read.has(bare(text))).length;
  }
  expect(found / expected).toBeGreaterThan(0.7);
}, 180_000);
