// @vitest-environment node
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { readGeneric } from '../../../../utils/reading/generic/index.ts';

const NOW = new Date('2026-11-01T12:00:00Z');
const PEOPLE = ['amber', 'birch', 'cedar', 'delphine', 'elm'];
const says = (index: number) => `I think that point number ${index} is the one that decides it, and nobody has answered it yet.`;
const read = (body: string, url = 'https://somewhere.example.org/talk/17') =>
  readGeneric(new JSDOM(`<title>Talk</title><body>${body}`).window.document, url, NOW)?.thread;

interface Parts {
  name?: string;
  head?: string;
  before?: string;
  after?: string;
  attributes?: string;
  inside?: string;
  when?: string;
}
/** One post; `inside` stands in it after its words. */
const post = (index: number, { name, head = '', before = '', after = '', attributes = '', inside = '', when }: Parts = {}) =>
  `<div class="card" id="r${index}" ${attributes}><p class="by"><a class="who" href="/people/x">${name ?? PEOPLE[index % 5]}</a> ${when ?? `<time datetime="2024-03-04T10:0${index}:00Z">then</time>`} ${head}</p><div class="said">${before}<p>${says(index)}</p>${after}</div>${inside}</div>`;
const posts = (count: number, parts: (index: number) => Parts = () => ({})) =>
  Array.from({ length: count }, (_, index) => post(index + 1, parts(index + 1))).join('');
const parentsOf = (thread: ReturnType<typeof read>) => Object.fromEntries((thread?.comments ?? []).map(({ id, parent }) => [id, parent]));
const textsOf = (thread: ReturnType<typeof read>) => thread?.comments.map(({ text }) => text);

describe('what stands above the comments is the opening', () => {
  test('an article with its author', () => {
    const article = `<article id="a1"><h1>The well is dry</h1><p class="byline">By <a rel="author" href="/author/x">Ada</a></p><p>The well has been dry since the spring and nobody in the council seems to mind it.</p></article>`;
    const thread = read(`${article}<div id="comments">${posts(4)}</div>`);
    expect(thread?.opening).toMatchObject({
      id: 'a1',
      author: 'Ada',
      text: 'The well has been dry since the spring and nobody in the council seems to mind it.',
    });
    expect(parentsOf(thread)).toEqual({ r1: 'a1', r2: 'a1', r3: 'a1', r4: 'a1' });
  });

  test('a first post of another markup', () => {
    const first = `<section class="starter"><h2>The well</h2><span class="author">zelkova</span> <time datetime="2024-03-04T09:00:00Z">then</time><div>The well has been dry since the spring, and nobody minds it at all.</div></section>`;
    const thread = read(`${first}<div class="thread">${posts(4)}</div>`);
    expect(thread?.opening).toMatchObject({
      author: 'zelkova',
      text: 'The well has been dry since the spring, and nobody minds it at all.',
    });
    expect(thread?.comments).toHaveLength(4);
  });

  test('but not the line above a flat thread that names who began it, and no notice', () => {
    const head = `<div class="notice">You have to register before you can write here, which takes a minute.</div><div class="head"><h1>Talk</h1> begun by <a class="who" href="/people/x">birch</a>, <time datetime="2024-03-04T10:01:00Z">then</time></div>`;
    expect(read(`${head}<div class="thread">${posts(4)}</div>`)?.opening).toMatchObject({ id: 'r1', author: 'birch', text: says(1) });
  });

  test('and where nothing can be made out above comments, none of them is it', () => {
    const thread = read(`<div id="comments">${posts(4)}</div>`);
    expect(thread?.opening).toBeNull();
    expect(thread?.comments).toHaveLength(4);
  });
});

describe('nothing but the author’s words', () => {
  test('what all posts have in common is nobody’s', () => {
    const menu = (index: number) => `<span>#${index}</span><ul><li>Edit</li><li>Report</li></ul>`;
    const inWords = posts(6, (index) => ({ before: menu(index), after: `<div>${index} likes</div><div>Reply</div>` }));
    expect(read(`<main>${inWords}</main>`)?.comments[0]?.text).toBe(says(2));
  });

  test('words of a rarer kind of block are kept', () => {
    const rows = Array.from(
      { length: 7 },
      (_, index) =>
        `<table class="card" id="c${index}"><tr class="${index % 3 ? 'seen' : 'fresh'}"><td class="who"><b class="author">${PEOPLE[index % 5]}</b></td><td class="said">${says(index)}</td></tr><tr class="foot"><td class="date">${index + 1} March 2024, 10:00</td></tr></table>`,
    );
    expect(textsOf(read(`<main>${rows.join('')}</main>`))).toEqual([1, 2, 3, 4, 5, 6].map(says));
  });

  test('a post shown twice counts once', () => {
    const thread = read(`<main>${post(1)}${post(4)}${post(2)}${post(3)}${post(4)}${post(5)}</main>`);
    expect(thread?.comments.map(({ text }) => text)).toEqual([2, 3, 4, 5].map(says));
  });
});

describe('whom a post answers', () => {
  const quoting = (link: string) => read(`<main>${post(1)}${post(2)}${post(3)}${post(4, { before: link })}${post(5)}</main>`);
  test.each([
    ['a link above a quote', '<h4><a href="/talk?goto=post&amp;postid=2#r2">cedar posted:</a></h4><blockquote>A word.</blockquote>'],
    ['a link in a quote', '<blockquote><a href="#r2">↑</a> A word.</blockquote>'],
    ['a number as image boards write it', '<a class="ref" href="#r2">&gt;&gt;2</a><br>'],
    ['such a number with a word of the board behind it', '<a class="ref" href="#r2">&gt;&gt;2</a> <small>(OP)</small><br>'],
    ['such a number with a word of the board in it', '<a class="ref" href="/b/res/1.html">&gt;&gt;2 (OP)</a><br>'],
    ['a parameter', '<blockquote><a href="/go?pid=2">cedar</a> A word.</blockquote>'],
    ['the name of whom is quoted', '<blockquote><cite>cedar wrote:</cite> A word.</blockquote>'],
    ['a name spoken to', '@cedar '],
  ])('is told by %s', (_, link) => {
    const thread = quoting(link);
    expect(parentsOf(thread)).toEqual({ r2: null, r3: null, r4: 'r2', r5: null });
    expect(thread?.comments[2]?.text).toContain(says(4));
    expect(thread?.comments[2]?.text).not.toMatch(/posted:|A word|OP/);
  });

  test('is told by what names the post above in an attribute', () => {
    expect(parentsOf(read(`<main>${posts(5, (index) => (index === 4 ? { attributes: 'data-parent-id="r2"' } : {}))}</main>`)).r4).toBe(
      'r2',
    );
  });

  test.each([
    ['an attribute', (depth: number) => ({ attributes: `data-comment-depth-value="${depth}"` })],
    ['a level', (depth: number) => ({ attributes: `aria-level="${depth}"` })],
    ['a margin', (depth: number) => ({ attributes: `style="margin-left: ${depth * 20}px"` })],
    ['a class', (depth: number) => ({ attributes: `data-x="1"`, head: '', level: depth })],
  ])('is told by %s that says how deep it stands', (_, parts) => {
    const depths = [1, 2, 3, 2, 1];
    const html = depths
      .map((depth, index) => {
        const made = parts(depth) as Parts & { level?: number };
        const one = post(index + 1, made);
        return made.level ? one.replace('class="card"', `class="card comment--level-${depth}"`) : one;
      })
      .join('');
    expect(parentsOf(read(`<div id="comments">${html}</div>`))).toEqual({ r1: null, r2: 'r1', r3: 'r2', r4: 'r1', r5: null });
  });
});

describe('names and times', () => {
  test('a time after a name and a place in one line', () => {
    const thread = read(`<main>${posts(4, () => ({ when: ', Gullport, 3 months ago' }))}</main>`);
    expect(thread?.comments.map(({ author, time, text }) => [author, time, text])).toEqual(
      [2, 3, 4].map((index) => [PEOPLE[index % 5], '2026-08', says(index)]),
    );
  });

  test('one and the same title on every date gives way to what stands there', () => {
    const thread = read(
      `<main>${posts(4, (index) => ({ when: `<span title="Mon, 13 Aug 2012 18:05:23 -0700">March ${index} 2019</span>` }))}</main>`,
    );
    expect(thread?.comments.map(({ time }) => time)).toEqual(['2019-03-02', '2019-03-03', '2019-03-04']);
  });

  test('a name that stands on two lines', () => {
    const html = posts(4, (index) => ({ name: `<b>${PEOPLE[index % 5]} the Elder</b>\n<i>@${PEOPLE[index % 5]}</i>` }));
    expect(read(`<main>${html}</main>`)?.comments).toHaveLength(3);
  });
});

test('a class that everything on a page has is no mark of posts', () => {
  const html = `<main>${posts(6)}</main>`.replace(/<(div|p|a|time|main)(?= |>)/g, '<$1 data-y').replace(/class="/g, 'class="style-scope ');
  const plain = html.replace(/<(p|div|main|time) data-y(?![^>]*class=)/g, '<$1 class="style-scope" data-y');
  expect(textsOf(read(plain))).toEqual([2, 3, 4, 5, 6].map(says));
});

test('reading takes time in proportion to the number of posts', () => {
  const time = (count: number) => {
    const { document } = new JSDOM(
      `<title>Talk</title><main>${Array.from({ length: count }, (_, index) => post(index, { when: `<time datetime="2024-03-04T10:00:00Z">then</time>` })).join('')}</main>`,
    ).window;
    // Of the processor: what else runs on the machine does not count.
    const before = process.cpuUsage();
    expect(readGeneric(document, 'https://somewhere.example.org/talk/17', NOW)?.thread.comments.length).toBe(count - 1);
    return process.cpuUsage(before).user;
  };
  time(200);
  const [few, many] = [time(400), time(3200)];
  expect(many / few).toBeLessThan(24);
}, 120_000);

describe('what is read without the marks that most pages have', () => {
  const document = (html: string) => new JSDOM(html).window.document;

  test('an archive that lists its messages by thread: who answered whom, with no words', () => {
    const item = (index: number, subject: string, name: string, below = '') =>
      `<li><a href="00${index}.html">${subject}</a><a name="${index}">&nbsp;</a> <i>${name}</i>${below && `<ul>${below}</ul>`}</li>`;
    const list = `<h1>May by thread</h1><ul><li><a href="date.html">by date</a></li></ul><ul>${item(10, 'The weir leaks', 'amber', item(11, 'Re: The weir leaks', 'birch', item(12, 'Re: The weir leaks', 'amber')) + item(13, 'The weir leaks', 'cedar'))}${item(14, 'Who mows the bank?', 'elm')}</ul>`;
    const thread = read(list);
    expect(thread?.comments.map(({ id, author, parent, text }) => [id, author, parent, text])).toEqual([
      ['0010', 'amber', null, ''],
      ['0011', 'birch', '0010', ''],
      ['0012', 'amber', '0011', ''],
      ['0013', 'cedar', '0010', ''],
      ['0014', 'elm', null, ''],
    ]);
  });

  test('but no list in a list whose items are about other things', () => {
    const item = (index: number, title: string, below = '') =>
      `<li><a href="p${index}.html">${title}</a> <i>amber</i>${below && `<ul>${below}</ul>`}</li>`;
    expect(
      read(`<ul>${item(1, 'Guide', item(2, 'How to begin') + item(3, 'How to go on') + item(4, 'How to end'))}${item(5, 'News')}</ul>`),
    ).toBeUndefined();
  });

  test('articles for browsers without scripts, each headed by a name', () => {
    const article = (name: string, words: string) =>
      `<article><div class="PostUser"><h3>${name}</h3></div><div class="Post-body"><p>${words}</p></div></article><hr>`;
    const quote =
      '<blockquote><p><a class="PostMention" href="/d/17/7" data-id="7">amber</a> The weir leaks again and nobody comes.</p></blockquote><p>It has leaked since spring.</p>';
    const hidden = `<h1>The weir</h1>${article('amber', 'The weir leaks again and nobody comes.')}${article('birch', quote)}${article('cedar', `Then let us mend it ourselves. ${says(1).repeat(12)}`)}`;
    const page = document(`<title>The weir</title><body><noscript></noscript>`);
    page.querySelector('noscript')?.append(hidden);
    const thread = readGeneric(page, 'https://somewhere.example.org/d/17', NOW)?.thread;
    expect(thread?.opening).toMatchObject({ author: 'amber', text: 'The weir leaks again and nobody comes.' });
    expect(thread?.comments.map(({ author, text, time }) => [author, text.slice(0, 27), time])).toEqual([
      ['birch', 'It has leaked since spring.', null],
      ['cedar', 'Then let us mend it ourselv', null],
    ]);
    expect(thread?.comments[0]?.parent).toBe(thread?.opening?.id);
  });

  test('a page of two posts that are called so, and no two boxes that are not', () => {
    const two = (id: string) => posts(2).replaceAll('id="r', `id="${id}`);
    expect(read(two('post_'))?.comments).toHaveLength(1);
    expect(read(two('box'))).toBeUndefined();
  });
});

describe('a name and a time are those of the post', () => {
  test('not the day on which somebody came to the forum, in a line of its own or behind its label', () => {
    const joined = (index: number) =>
      index % 2 ? '<span class="since">Joined: 09 May 2007</span>' : '<dt>Mitglied seit</dt> <dd>12. Juni 2017</dd>';
    const thread = read(posts(5, (index) => ({ when: `${joined(index)} <span class="w">Mon Mar 16, 2009 8:5${index} am</span>` })));
    expect([thread?.opening, ...(thread?.comments ?? [])].map((one) => one?.time)).toEqual(
      [1, 2, 3, 4, 5].map((index) => `2009-03-16T08:5${index}:00`),
    );
  });

  test('of what is declared to be the author, the link is the name and not the rank below it', () => {
    const declared = (index: number) =>
      `<li itemscope itemtype="http://schema.org/Comment" id="d${index}"><div itemprop="author" itemscope itemtype="http://schema.org/Person"><a href="/m/${index}"><img src="data:," alt=""></a><strong><a href="/m/${index}">${PEOPLE[index]}</a></strong><div>Member</div><ul><li>Join Date: Mar 2014</li></ul></div><time itemprop="dateCreated" datetime="2024-03-04T10:0${index}:00Z">then</time><div itemprop="text">${says(index)}</div></li>`;
    const thread = read(`<ul>${[0, 1, 2, 3].map(declared).join('')}</ul>`);
    expect([thread?.opening, ...(thread?.comments ?? [])].flatMap((one) => one?.author ?? [])).toEqual(PEOPLE.slice(0, 4));
  });

  test('a name that is only emphasised, before a time in its line; no label before one', () => {
    const line = (index: number) => `<div class="head"><strong>${PEOPLE[index % 5]}</strong>, ${index} May 2026 08:1${index}</div>`;
    const some = (head: (index: number) => string) =>
      [1, 2, 3, 4]
        .map((index) => `<div class="unit" id="u${index}">${head(index)}<div class="unit-body">${says(index)}</div></div>`)
        .join('');
    const thread = read(`<section>${some(line)}</section>`);
    expect([thread?.opening, ...(thread?.comments ?? [])].flatMap((one) => one?.author ?? [])).toEqual([
      'birch',
      'cedar',
      'delphine',
      'elm',
    ]);
    expect(read(`<section>${some((index) => `<div class="head"><b>Added:</b> ${index} May 2026</div>`)}</section>`)).toBeUndefined();
  });

  test('of a name and a handle on two lines, the name', () => {
    const thread = read(
      posts(4, (index) => ({ name: `<span>${PEOPLE[index % 5]}</span>\n<span>@${PEOPLE[index % 5]}@pond.example</span>` })),
    );
    expect([thread?.opening, ...(thread?.comments ?? [])].map((one) => one?.author)).toEqual(['birch', 'cedar', 'delphine', 'elm']);
  });

  test('an answer shown once more above the first post did not open the thread', () => {
    const accepted = `<div class="solution">${post(3).replace('id="r3"', 'id="s3"')}</div>`;
    const thread = read(`${accepted}<div class="thread">${posts(5)}</div>`);
    expect(thread?.opening?.id).toBe('r1');
    expect(thread?.comments.map(({ id }) => id)).toEqual(['r2', 'r3', 'r4', 'r5']);
  });

  test('lines of a profile that all have are nobody\u2019s words, whatever stands in them', () => {
    const profile = (index: number) =>
      `Joined: ${index} May 200${index}<br>Posts: ${index}4<br>${index % 2 ? `Location: Gullport ${index}<br>` : ''}Level: ${index}<br>`;
    const thread = read(posts(5, (index) => ({ before: profile(index) })));
    expect(textsOf(thread)).toEqual([2, 3, 4, 5].map(says));
  });
});

describe('a post whose head stands among its words', () => {
  const question = (kind: string, index: number, inside = '') =>
    `<div class="post ${kind}" id="post-${index}"><div class="post-body"><div class="update-info"><p><a href="/${index}/revisions">written <abbr title="2024-03-04 10:0${index}:00">then</abbr></a></p><div class="user-card"><div class="user-info"><a href="/users/${index}/">${PEOPLE[index % 5]}</a><br><span class="score">31</span></div></div></div><p>${says(index)}</p></div>${inside}<a class="permalink" href="/q?user=7#post-${index}">link</a></div>`;
  const remark = (index: number) =>
    `<div class="remark" id="remark-${index}"><div class="remark-body"><p>${says(index)}</p></div><a class="author" href="/users/${index}/">${PEOPLE[index % 5]}</a> <abbr title="2024-03-04 10:0${index}:00">then</abbr></div>`;

  test('is known by its box, and all answer the one that is called the question', () => {
    const thread = read(
      `<main>${question('question', 0, remark(1) + remark(2))}<h2>Answers</h2>${question('answer', 3, remark(4) + remark(5))}${question('answer', 6)}</main>`,
    );
    expect(thread?.opening).toMatchObject({ id: 'post-0', author: 'amber' });
    expect(thread?.comments.map(({ id, author, parent }) => [id, author, parent])).toEqual([
      ['remark-1', 'birch', 'post-0'],
      ['remark-2', 'cedar', 'post-0'],
      ['post-3', 'delphine', 'post-0'],
      ['remark-4', 'elm', 'post-3'],
      ['remark-5', 'amber', 'post-3'],
      ['post-6', 'birch', 'post-0'],
    ]);
    expect(textsOf(thread)).toEqual([1, 2, 3, 4, 5, 6].map(says));
  });

  test('what the forum tells of itself between posts is none', () => {
    const event =
      '<div class="Item"><article class="Post EventPost"><a class="user" href="/u/elm">elm</a> changed the title of it all to something else. <time datetime="2024-03-04T10:03:30Z">then</time></article></div>';
    expect(read(`<main>${posts(3)}${event}${post(4)}</main>`)?.comments).toHaveLength(3);
    const card = event
      .replaceAll('article', 'div')
      .replace('Item', 'card')
      .replace('<a', '<div class="info"><a')
      .replace('</a>', '</a></div>');
    expect(read(`<main>${posts(3)}${card}${post(4)}${post(5)}</main>`)?.comments).toHaveLength(4);
  });
});

test('whom a declared post answers is told by what stands in it beside its words', () => {
  const declared = (index: number, parent?: number) =>
    `<li itemscope itemtype="http://schema.org/Comment" data-pid="${index}">${parent === undefined ? '' : `<div data-parent-pid="${parent}"><a href="/post/${parent}">${PEOPLE[parent]}</a></div>`}<div class="head"><span itemprop="author">${PEOPLE[index]}</span><time itemprop="dateCreated" datetime="2024-03-04T10:0${index}:00Z">then</time></div><div itemprop="text">${says(index)}</div></li>`;
  const thread = read(
    `<ul itemscope itemtype="http://schema.org/DiscussionForumPosting">${declared(0)}${declared(1)}${declared(2, 1)}${declared(3, 2)}</ul>`,
  );
  expect(thread?.comments.find(({ id }) => id === '2')?.parent).toBe('1');
  expect(thread?.comments.find(({ id }) => id === '3')?.parent).toBe('2');
});

test('an article above comments is its author’s, whose name is a link to a page of their own before its time', () => {
  const article =
    '<article class="article" id="a1"><header><a href="/zelkova"><img alt="" src="data:,"></a><div><a href="/zelkova" class="link bold">zelkova</a><p>Posted on <time datetime="2024-03-04T09:00:00Z">then</time></p></div><h1>The well</h1></header><div class="article-body"><p>The well has been dry since the spring, and nobody minds it at all.</p></div></article>';
  expect(read(`${article}<div id="comments">${posts(4)}</div>`)?.opening).toMatchObject({ id: 'a1', author: 'zelkova' });
});
