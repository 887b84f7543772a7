// @vitest-environment node
import { JSDOM } from 'jsdom';
import { expect, test, vi } from 'vitest';
import type { Platform } from '../../../utils/reading/platform.ts';
import { read, readInSteps } from '../../../utils/reading/read.ts';
import type { Reading } from '../../../utils/thread/thread.ts';
import { quickest } from '../../quickest.ts';

const NOW = new Date('2026-11-01T12:00:00Z');
const URL = 'https://forum.example.org/t/1';

const forum: Platform = {
  name: 'forum',
  example: URL,
  marker: '.post',
  title: 'h1',
  comment: '.post',
  id: '@id',
  author: '.author',
  body: '.body',
  score: '.score',
  permalink: '.link@href',
  quote: '.quote',
  quoted: '@data-of',
  without: '.signature',
  deleted: '.gone',
};

const documentOf = (html: string) => new JSDOM(html).window.document;
const threadOf = (html: string, more: Partial<Platform> = {}) => read({ ...forum, ...more }, documentOf(html), URL, NOW)?.thread;
const post = (id: string, body: string, inside = '') =>
  `<div class="post" id="${id}"><i class="author">${id}</i><div class="body">${body}</div>${inside}</div>`;

test('a page without posts is no thread', () => {
  expect(read(forum, documentOf('<h1>Nothing here</h1>'), URL, NOW)).toBeNull();
});

test('a comment’s text is its own words: no quotes, signatures, scripts or badges', () => {
  const body =
    'Before <blockquote class="quote" data-of="a">their words</blockquote> after<br>next <script>x()</script><b>line</b><p class="signature">me</p><span data-standpoint="badge">opposes</span>';
  const [answer] = threadOf(post('a', 'x') + post('b', body))?.comments ?? [];
  expect(answer?.text).toBe('Before\nafter\nnext line');
  expect(answer?.quotes).toEqual([{ of: 'a', text: 'their words' }]);
});

test('a quote within a quote belongs to the quoted words', () => {
  const body = '<blockquote class="quote" data-of="a">outer <blockquote class="quote" data-of="x">inner</blockquote></blockquote>mine';
  expect(threadOf(post('a', 'x') + post('b', body))?.comments[0]?.quotes).toEqual([{ of: 'a', text: 'outer' }]);
});

test('in a flat forum the quoted post is the parent, and one that was not read is none', () => {
  const quoting = (of: string) => `<blockquote class="quote" data-of="${of}">words</blockquote>mine`;
  const thread = threadOf(post('p1', 'x') + post('p2', 'y') + post('p3', quoting('#p2')) + post('p4', quoting('p99')), {
    id: (element) => element.id.slice(1),
  });
  expect(thread?.comments.map(({ parent }) => parent)).toEqual([null, '2', null]);
});

test('a quote that only names a person means the post of theirs that holds its words', () => {
  const quoting = '<blockquote class="quote" data-of="@A">the bridge is\n safe</blockquote>mine';
  const thread = threadOf(
    post('p1', 'I say that the bridge is safe.', '<i class="author">A</i>').replace('<i class="author">p1</i>', '') +
      post('p2', 'And so is the pier.', '<i class="author">A</i>').replace('<i class="author">p2</i>', '') +
      post('p3', quoting),
  );
  expect(thread?.comments.map(({ parent }) => parent)).toEqual([null, 'p1']);
});

test('where a line on the page tells whom a post answers, the platform says so for all posts at once', () => {
  const answers = (posts: readonly Element[]) => new Map(posts.slice(1).map((post, index) => [post, posts[index] as Element]));
  const thread = threadOf(post('p1', 'x') + post('p2', 'y') + post('p3', 'z'), { answers });
  expect(thread?.comments.map(({ parent }) => parent)).toEqual(['p1', 'p2']);
});

test('words that are no element of their post are read from a copy, its quotes and marks apart', () => {
  const body = (element: Element) => {
    const copy = element.ownerDocument.createElement('div');
    copy.innerHTML = `<i class="quote" data-of="a">theirs</i> own words of ${element.id} <b class="signature">me</b>`;
    return copy;
  };
  const [answer] = threadOf(post('a', 'x') + post('b', 'y'), { body })?.comments ?? [];
  expect(answer).toMatchObject({ text: 'own words of b', quotes: [{ of: 'a', text: 'theirs' }] });
});

test('a quote that only names a person means their latest earlier post', () => {
  const quoting = '<blockquote class="quote" data-of="@A">words</blockquote>mine';
  const html =
    post('1', 'x').replace('>1<', '>a<') + post('2', 'x').replace('>2<', '>a<') + post('3', quoting) + post('4', 'x').replace('>4<', '>a<');
  expect(threadOf(html)?.comments[1]?.parent).toBe('2');
});

test('where answers are nested, a field is never taken from an answer', () => {
  const inner = post('c', 'deepest');
  const html =
    post('a', 'opening') +
    `<div class="post" id="b"><div class="post" id="x"><i class="author">x</i><div class="body">first in the page</div>${inner}</div><div class="body">own words</div></div>`;
  const thread = threadOf(html, { nested: true });
  expect(thread?.comments.map(({ id, author, text, parent }) => [id, author, text, parent])).toEqual([
    ['b', null, 'own words', 'a'],
    ['x', 'x', 'first in the page', 'b'],
    ['c', 'c', 'deepest', 'x'],
  ]);
});

test('depth numbers give parents, also where a level is skipped', () => {
  const depths = [0, 0, 1, 3, 1, 0];
  const html = depths
    .map((depth, index) => post(`${index}`, `depth ${depth}`).replace('class="post"', `class="post" data-depth="${depth}"`))
    .join('');
  expect(threadOf(html, { depth: '@data-depth' })?.comments.map(({ parent }) => parent)).toEqual(['0', '1', '2', '1', '0']);
});

test('parents that point in a circle are cut, and all comments stay', () => {
  const html =
    post('a', 'x') +
    ['b>c', 'c>d', 'd>b', 'e>e']
      .map((pair) => post(pair.slice(0, 1), 'x').replace('class', `data-parent="${pair.slice(2)}" class`))
      .join('');
  const comments = threadOf(html, { parent: '@data-parent' })?.comments ?? [];
  expect(comments).toHaveLength(4);
  const parents = new Map(comments.map(({ id, parent }) => [id, parent]));
  for (const { id } of comments) {
    let steps = 0;
    for (let ancestor: string | null | undefined = id; ancestor; ancestor = parents.get(ancestor)) expect(++steps).toBeLessThan(6);
  }
});

test('a post without an id, or with one that was there before, is counted and not guessed', () => {
  const thread = threadOf(
    `${post('a', 'x') + post('b', 'y') + post('b', 'again')}<div class="post"><div class="body">nameless</div></div>`,
  );
  expect(thread?.comments.map(({ id }) => id)).toEqual(['b']);
  expect(thread?.unreadable).toBe(2);
});

test('a deleted comment is marked and keeps no words', () => {
  const [comment] = threadOf(post('a', 'x') + post('b', 'removed by moderator', '<i class="gone"></i>'))?.comments ?? [];
  expect(comment).toMatchObject({ deleted: true, text: '' });
});

test('a permalink that would run a script is none', () => {
  const link = (href: string) => threadOf(post('a', 'x', `<a class="link" href="${href}">#</a>`))?.opening?.permalink;
  expect(link('/t/1#a')).toBe('https://forum.example.org/t/1#a');
  expect(link('javascript:alert(1)')).toBeNull();
  expect(link('data:text/html,x')).toBeNull();
});

test('a later page of a thread does not hold the opening post', () => {
  const thread = threadOf(`${post('a', 'x') + post('b', 'y')}<p class="page">Page 2 of 9</p>`, { page: '.page' });
  expect(thread?.opening).toBeNull();
  expect(thread?.comments).toHaveLength(2);
});

test('posts that only stand in noscript are read from its text', () => {
  const thread = threadOf(`<body><h1>A title</h1><noscript>${(post('a', 'x') + post('b', 'y')).replaceAll('<', '&lt;')}</noscript>`, {
    noscript: 'noscript',
  });
  expect(thread?.comments.map(({ text }) => text)).toEqual(['y']);
});

test('ten thousand nested comments are read in time that grows with their number', () => {
  const time = (count: number, enough?: number) => {
    // Answers to answers, 50 deep, again and again.
    const chain = (from: number, to: number): string =>
      from === to ? '' : post(`c${from}`, 'Some words of a comment.', chain(from + 1, to));
    let html = post('a', 'x');
    for (let index = 0; index < count; index += 50) html += chain(index, index + 50);
    const document = documentOf(html);
    return quickest(() => expect(read({ ...forum, nested: true }, document, URL, NOW)?.thread.comments).toHaveLength(count), enough);
  };
  time(500);
  // Ten times the comments may take thirty times as long where a quadratic reading would take a hundred times.
  const one = time(1000);
  expect(time(10_000, 30 * one) / one).toBeLessThan(30);
}, 60_000);

test('words end where the forum marks a signature', () => {
  const thread = threadOf(`${post('a', 'x')}${post('b', 'mine<br>__________________<br>my motto')}`, { ends: /^_{10,}$/ });
  expect(thread?.comments[0]?.text).toBe('mine');
});

test('lines of mail that are another’s are quotes, and the line above names whose', () => {
  const body = '<pre>On Mon, Nov 3, 2008 at 9:10 AM, amber wrote:\n> their words\n> go on\n\nmine\n> more\nand mine</pre>';
  const thread = threadOf(post('amber', 'x') + post('b', body), { quotedLines: /^(?:>\s?)+/ });
  expect(thread?.comments[0]).toMatchObject({
    text: 'mine\nand mine',
    parent: 'amber',
    quotes: [
      { of: 'amber', text: 'their words\ngo on' },
      { of: null, text: 'more' },
    ],
  });
});

test('of several places for the words the first that is there counts', () => {
  const html = post('a', 'x') + post('b', 'y').replace('class="body"', 'class="old-body"');
  expect(threadOf(html, { body: ['.body', '.old-body'] })?.comments[0]?.text).toBe('y');
});

test('a page whose opening post stands elsewhere has none', () => {
  const thread = threadOf(post('a', 'x') + post('b', 'y'), { opening: null });
  expect(thread?.opening).toBeNull();
  expect(thread?.comments).toHaveLength(2);
});

test('posts may stand in the page as data', () => {
  const thread = threadOf('<h1>A title</h1><script type="application/json">["first","second"]</script>', {
    source: (document) => {
      const texts: string[] = JSON.parse(document.querySelector('script')?.textContent ?? '[]');
      const page = document.implementation.createHTMLDocument('');
      for (const text of texts) {
        const element = page.body.appendChild(page.createElement('div'));
        element.className = 'post';
        element.id = text;
        element.appendChild(page.createElement('div')).className = 'body';
        element.lastElementChild?.append(text);
      }
      return page;
    },
  });
  expect(thread).toMatchObject({ title: 'A title', opening: { text: 'first' }, comments: [{ text: 'second' }] });
});

test('a forum that counts the opening post among its posts is counted without it', () => {
  const html = `${post('a', 'x')}${post('b', 'y')}<p class="count">Results 1 to 2 of 1,024</p>`;
  expect(threadOf(html, { posts: '.count' })?.total).toBe(1023);
});

test('a post that is out of sight, its words and its author gone, is counted and not read', () => {
  const thread = threadOf(`${post('a', 'x')}${post('b', 'y')}<div class="post" id="c">You ignore this person.</div>`);
  expect(thread?.comments.map(({ id }) => id)).toEqual(['b']);
  expect(thread?.unreadable).toBe(1);
});

test('a day after the twelfth in one time of the page tells how to read the others', () => {
  const timed = (id: string, time: string) => post(id, 'x', `<i class="time">${time}</i>`);
  const html = timed('a', '04/03/2024 10:00') + timed('b', '05/03/2024 10:00') + timed('c', '25/03/2024 10:00');
  expect(threadOf(html, { time: '.time' })?.comments.map(({ time }) => time)).toEqual(['2024-03-05T10:00:00', '2024-03-25T10:00:00']);
});

test('a long thread is read with pauses, how it begins is given early, and in the end it is as if read at once', () => {
  const nested = (index: number) =>
    post(`p${index}`, `words ${index}`, `<u>${index % 5}</u><time>${1 + (index % 12)}/${1 + (index % 28)}/2024</time>`);
  const page = documentOf(Array.from({ length: 600 }, (_, index) => nested(index)).join(''));
  const deep: Platform = { ...forum, depth: 'u', time: 'time' };
  const beginnings: [number, Reading][] = [];
  let pauses = 0;
  const lookUps = vi.spyOn(page, 'querySelectorAll');
  const steps = readInSteps(deep, page, URL, NOW, (beginning) => {
    beginnings.push([pauses, beginning]);
    // In a page of 10,000 comments each such takes as long as to read the first hundreds.
    expect(lookUps.mock.calls).toEqual([[forum.comment]]);
  });
  let step = steps.next();
  for (; !step.done; step = steps.next()) pauses += 1;
  const whole = read(deep, page, URL, NOW);
  expect(step.value).toEqual(whole);
  expect(pauses).toBeGreaterThan(600);
  const [[before = 0, beginning] = []] = beginnings;
  expect(beginnings).toHaveLength(1);
  expect(before).toBeLessThan(pauses / 2);
  expect(beginning?.thread.comments).toEqual(whole?.thread.comments.slice(0, 199));
});

test('a short thread is read without a pause', () => {
  const steps = readInSteps(forum, documentOf(post('a', 'x') + post('b', 'y')), URL, NOW);
  expect(steps.next()).toMatchObject({ done: true });
});

test('a name or a title holds nothing unseen that would turn the line or make two of one', () => {
  const name = 'am\u202eber\u200b';
  const html = `<h1>Tea\u2066 or coffee\u200f</h1><div class="post" id="a"><i class="author">${name}</i><div class="body">x</div></div>`;
  const thread = threadOf(html, { title: 'h1' });
  expect(thread?.title).toBe('Tea or coffee');
  expect(thread?.opening?.author).toBe('amber');
  expect(threadOf(`<title>Tea\u202e</title>${post('a', 'x')}`)?.title).toBe('Tea');
});

test('the line above a quote that names who wrote it is nobody’s words, one that only mentions them is', () => {
  const quote = '<blockquote class="quote">Tea is better.</blockquote>';
  const thread = threadOf(
    post('a', `<p>On Mon, 4 May 2026, amber wrote:</p>${quote}<p>On that I agree.</p>`) + post('b', '<p>On Monday amber wrote:</p>'),
  );
  expect(thread?.opening?.text).toBe('On that I agree.');
  expect(thread?.comments[0]?.text).toBe('On Monday amber wrote:');
});

test('a page reached by the address of a post is known by that of its thread, and no address holds the visitor’s session', () => {
  const session = 'sid=0123456789abcdef0123456789abcdef';
  const document = documentOf(
    `<h2 class="topic-title"><a href="/view.php?t=7&amp;${session}">Ferries</a></h2>${post('a', 'x', `<a class="link" href="/view.php?p=41&amp;${session}#p41">#</a>`)}`,
  );
  const reading = read({ ...forum, thread: /(?<=[?&])t=\d+/ }, document, `https://forum.example.org/view.php?p=41&${session}`, NOW);
  expect(reading?.thread.url).toBe('https://forum.example.org/view.php?t=7');
  expect(reading?.thread.opening?.permalink).toBe('https://forum.example.org/view.php?p=41#p41');
});
