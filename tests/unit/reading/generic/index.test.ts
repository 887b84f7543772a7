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
const says = (index: number) => `I think that point number ${index} is the one that decides it, and nobody has answered it yet.`;
const entry = (index: number, inside = '') =>
  `<section class="entry x${index}"><header><a href="/people/${PEOPLE[index % 4]}">${PEOPLE[index % 4]}</a> <span class="when">${index + 1} March 2024, 10:0${index}</span></header><div class="said"><p>${says(index)}</p></div><footer><a href="/report">Report</a></footer>${inside}</section>`;
const entries = (count: number) => Array.from({ length: count }, (_, index) => entry(index)).join('');

describe('a forum nobody wrote a platform for', () => {
  test('is read by its repetition: who, when, what', () => {
    const thread = threadOf(`<title>Talk</title><nav><a href="/">Home</a></nav><main>${entries(5)}</main>`);
    expect(thread).toMatchObject({ platform: 'generic', title: 'Talk', total: null });
    expect(thread?.opening).toMatchObject({ author: 'amber', text: says(0), time: '2024-03-01T10:00:00' });
    expect(thread?.comments.map(({ author, text }) => [author, text])).toEqual(
      [1, 2, 3, 4].map((index) => [PEOPLE[index % 4], says(index)]),
    );
  });

  test('tells who answers whom where answers stand inside what they answer', () => {
    const comments = threadOf(`<main>${entry(0)}${entry(1, entry(2, entry(3)))}${entry(4)}</main>`)?.comments ?? [];
    const commentOf = (text: string) => comments.find((comment) => comment.text === text);
    expect(commentOf(says(2))?.parent).toBe(commentOf(says(1))?.id);
    expect(commentOf(says(3))?.parent).toBe(commentOf(says(2))?.id);
    expect(commentOf(says(4))?.parent).not.toBe(commentOf(says(1))?.id);
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
    const item = (type: string, index: number, inside = '') =>
      `<article itemscope itemtype="https://schema.org/${type}" id="c${index}"><b itemprop="author" itemscope><i itemprop="name">${PEOPLE[index % 4]}</i></b><meta itemprop="dateCreated" content="2024-03-04T10:0${index}:00Z"><div itemprop="text">${says(index)}</div>${inside}</article>`;
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
  const said = (index: number, more: object = {}) => ({
    '@type': 'Comment',
    '@id': `${ADDRESS}#c${index}`,
    author: { '@type': 'Person', name: PEOPLE[index % 4] },
    datePublished: `2024-03-04T10:0${index}:00Z`,
    text: `<p>${says(index)}</p>`,
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
  const row = (index: number, inside: string) =>
    `<li class="row"><a href="/people/${PEOPLE[index % 4]}">${PEOPLE[index % 4]}</a> <time datetime="2024-03-0${index + 1}">${index} days ago</time>${inside}</li>`;
  const list = (inside: (index: number) => string) =>
    `<ul>${Array.from({ length: 8 }, (_, index) => row(index, inside(index))).join('')}</ul>`;

  test.each([
    ['an empty page', ''],
    [
      'a login page',
      '<form><label>Name <input name="user"></label><label>Password <input type="password"></label><button>Log in</button></form>',
    ],
    ['a list of threads', list((index) => `<a href="/talk/${index}">The long title of thread number ${index}</a> <span>12 answers</span>`)],
    [
      'a list of news',
      list((index) => `<h3><a href="/news/${index}">What happened on day ${index}</a></h3><p>${says(index)} ${says(index + 9)}</p>`),
    ],
    ['reviews of a thing', list((index) => `<span class="star-rating">4 out of 5</span><p>${says(index)}</p>`)],
    ['one person’s diary', list((index) => `<p>${says(index)}</p>`).replace(/birch|cedar|delphine/g, 'amber')],
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
