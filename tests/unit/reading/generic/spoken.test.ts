// @vitest-environment node
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { readGeneric } from '../../../../utils/reading/generic/index.ts';
import { bylineOf } from '../../../../utils/reading/generic/spoken/byline.ts';

const NOW = new Date('2026-11-01T12:00:00Z');
const NAMES = ['amber', 'Birch Holloway', 'cedar_42', 'delphine', 'Elm', 'amber'];
const WORDS = [
  'The weir should go before winter, it has done nothing but flood us.',
  'I disagree, the mill needs its water and so do the trout.',
  'Both of you forget the path: it is the only dry way to school.',
  'Then build a bridge first. The council has had the money since 2019.',
  'A bridge costs three times what they say, look at the last one.',
  'Has anybody asked the miller what he wants?',
];

interface Post {
  index: number;
  name: string;
  words: string;
  /** 3 May 2024 and the days after it. */
  day: string;
  clock: string;
}
const post = (index: number): Post => ({
  index,
  name: NAMES[index] ?? '',
  words: WORDS[index] ?? '',
  day: `${index + 3} May 2024`,
  clock: `1${index}:04`,
});
const each = (html: (post: Post) => string) => WORDS.map((_, index) => html(post(index))).join('\n');
const one = (index: number, html: (post: Post) => string) => html(post(index));

const ends = '<p><a href="/back">Back to the top</a></p><p>Run by the Weir Society since 1998.</p>';
function readPage(html: string, url = 'https://weir.example.org/talk/17') {
  const { document } = new JSDOM(`<title>The weir</title><body><div><a href="/">Home</a></div>${html}${ends}`).window;
  const reading = readGeneric(document, url, NOW);
  const thread = reading?.thread;
  const posts = [...(thread?.opening ? [thread.opening] : []), ...(thread?.comments ?? [])];
  return { posts, places: new Set(reading?.elements.values()), document };
}
const asWritten = NAMES.map((name, index) => [name, `2024-05-0${index + 3}`, WORDS[index]]);
const read = (html: string) => readPage(html).posts.map(({ author, time, text }) => [author, time?.slice(0, 10), text]);

describe('names and times that stand in words alone', () => {
  test.each<[string, (post: Post) => string]>([
    ['below', ({ name, words, day, clock }) => `<div class="msg"><p>${words}</p><p>Posted by ${name} on ${day} at ${clock}</p></div>`],
    ['above, with a verb', ({ name, words, day }) => `<li><p>${name} wrote on ${day}:</p><p>${words}</p></li>`],
    ['in another element', ({ name, words, day, clock }) => `<div><i>${name} said on ${day}, ${clock}</i><br>${words}</div>`],
    [
      'in the line of the words',
      ({ name, words, day, clock }) => `<div class="entry">On ${day} at ${clock}, ${name} wrote: ${words}</div>`,
    ],
    ['in brackets', ({ name, words, day }) => `<p>${name} says (${day}): ${words}</p>`],
    ['beside each other', ({ name, words, day }) => `<div class="item"><p>${name} | ${day}</p><p>${words}</p></div>`],
    ['after a dash', ({ name, words, day }) => `<div class="item"><p>${words}</p><p>— ${name}, ${day}</p></div>`],
    [
      'in several elements',
      ({ name, words, index }) => `<li>Comment by <b>${name}</b> — <i>May ${index + 3}, 2024 @ 1${index}:04 am</i><div>${words}</div></li>`,
    ],
    ['in a cell', ({ name, words, day, clock }) => `<table><tr><td>${name}<br>${day} ${clock}</td><td>${words}</td></tr></table>`],
    ['in a legend', ({ name, words, day, clock }) => `<fieldset><legend>${name} (${day}, ${clock})</legend>${words}</fieldset>`],
    [
      'in a legend, numbered',
      ({ index, name, words, day }) => `<fieldset><legend>#${index + 1} ${name}</legend><small>${day}</small><p>${words}</p></fieldset>`,
    ],
    ['after labels', ({ name, words, day }) => `<div class="m"><p><b>From:</b> ${name}<br><b>Date:</b> ${day}</p><p>${words}</p></div>`],
    ['in a summary', ({ name, words, day }) => `<details open><summary>${name} · ${day}</summary><p>${words}</p></details>`],
    [
      'below a quotation',
      ({ name, words, day }) => `<figure><blockquote>${words}</blockquote><figcaption>${name}, ${day}</figcaption></figure>`,
    ],
    [
      'a name above, a time below',
      ({ name, words, day, index }) => `<li id="c${index}7"><p><b>${name}</b> said,</p><p>${words}</p><p>${day}</p></li>`,
    ],
    ['in German', ({ index, name, words }) => `<p><b>${name}</b> schrieb am ${index + 3}.5.2024 um 10:04 Uhr:<br>${words}</p>`],
    ['at the end of the words', ({ name, words, day }) => `<p>${words} --${name} 10:04, ${day} (UTC)</p>`],
    ['in brackets after the words', ({ name, words, day }) => `<li>${words} <em>(${name}, ${day})</em></li>`],
    [
      'with what is known of them between',
      ({ index, name, words, day }) =>
        `<div class="post"><div><div>${name}</div><div>Member</div><div>Joined: Jan 2011</div><div>Posts: ${index}4</div></div><div><div>Posted: ${day}</div><div>${words}</div></div></div>`,
    ],
    ['emphasised in the line of the words', ({ name, words, day }) => `<li><strong>${name}</strong>: ${words} <small>${day}</small></li>`],
    ['numbered', ({ index, name, words, day }) => `<p>${index + 1}. On ${day} ${name} said:</p><p>${words}</p>`],
    ['a colon alone', ({ name, words, day }) => `<p>${name}:<br>${words}<br>(${day}, 10:04)</p>`],
    [
      'with what is known of them',
      ({ name, words, day }) => `<p><em>${name} (not verified)</em> — <span>${day} - 10:04</span></p><p>${words}</p>`,
    ],
    [
      'below the words, a time above them',
      ({ name, words, day }) =>
        `<table><tr><td>${day}</td></tr><tr><td>${words}</td></tr><tr><td>${name} &lt;<a href="mailto:x@y.example">x@y.example</a>&gt;</td></tr></table>`,
    ],
    ['in French', ({ index, name, words }) => `<div><p>Par ${name}, le ${index + 3} mai 2024 à 10:04</p><p>${words}</p></div>`],
    ['in Spanish', ({ index, name, words }) => `<div><p>Escrito por ${name} el ${index + 3} de mayo de 2024</p><p>${words}</p></div>`],
  ])('%s', (_, html) => expect(read(`<h1>Comments</h1>${each(html)}`)).toEqual(asWritten));
});

describe('lists of terms', () => {
  test.each<[string, (post: Post) => string]>([
    ['name and time in the term', ({ name, words, day }) => `<dt>${name}, ${day}</dt><dd>${words}</dd>`],
    [
      'marked up in the term',
      ({ index, name, words }) =>
        `<dt><a href="/users/${index}">${name}</a> <time datetime="2024-05-0${index + 3}">then</time></dt><dd><p>${words}</p></dd>`,
    ],
    ['the time in what is said of it', ({ name, words, day }) => `<dt>${name}</dt><dd class="date">${day}</dd><dd>${words}</dd>`],
    [
      'the time last',
      ({ index, name, words, day }) => `<dt id="c${index}9">${name} said...</dt><dd><p>${words}</p></dd><dd class="foot">${day}</dd>`,
    ],
    ['the words in the term', ({ name, words, day }) => `<dt>${words}</dt><dd>${name}, ${day}</dd>`],
    [
      'links after the time',
      ({ name, words, day }) => `<dt><b>${name}</b></dt><dd>${words}</dd><dd>Posted ${day} | <a href="/r">Reply</a></dd>`,
    ],
    ['a box around each', ({ name, words, day }) => `<div><dt>${name} wrote:</dt><dd>${words}</dd><dd><small>${day}</small></dd></div>`],
  ])('%s', (_, html) => expect(read(`<h1>Comments</h1><dl>${each(html)}</dl>`)).toEqual(asWritten));

  test('a list for each, of labels', () => {
    const html = ({ name, words, day }: Post) =>
      `<dl><dt>Name</dt><dd>${name}</dd><dt>Date</dt><dd>${day}</dd><dt>Comment</dt><dd>${words}</dd></dl>`;
    expect(read(`<h1>Guests</h1>${each(html)}`)).toEqual(asWritten);
  });

  test('answers in lists of their own', () => {
    const term = ({ name, words, day }: Post, inside = '') => `<dt>${name} — ${day}</dt><dd>${words}${inside && `<dl>${inside}</dl>`}</dd>`;
    const html = `<dl>${term(post(0), term(post(1), term(post(2))) + term(post(3)))}${term(post(4))}${term(post(5))}</dl>`;
    expect(read(html)).toEqual(asWritten);
    const { posts } = readPage(html);
    expect(posts.map(({ parent }) => posts.findIndex(({ id }) => id === parent))).toEqual([-1, 0, 1, 0, -1, -1]);
  });
});

describe('pages that hold nothing around each post', () => {
  test.each<[string, (post: Post) => string]>([
    ['rules between', ({ name, words, day }) => `<p><b>${name}</b>, ${day}</p><p>${words}</p><hr>`],
    ['a line above', ({ name, words, day }) => `<p>Posted by ${name} on ${day}</p><p>${words}</p>`],
    ['a line below', ({ name, words, day }) => `<p>${words}</p><p>Posted by ${name} on ${day}</p>`],
    ['headings', ({ name, words, day }) => `<h3>${name}</h3><p class="date">${day}</p><p>${words}</p>`],
    ['anchors and loose words', ({ index, name, words, day }) => `<a name="m${index}"></a><h4>${name} wrote on ${day}:</h4>${words}<hr>`],
    ['paragraphs left open', ({ name, words, day }) => `<hr><p>${words}<p><i>${name}</i><br>${day}`],
    ['quotations that are none', ({ name, words, day }) => `<p><b>${name}</b> wrote on ${day}:</p><blockquote>${words}</blockquote>`],
    ['lines and dashes', ({ name, words, day }) => `${name} wrote on ${day}:<br>${words}<br>----------<br>`],
    [
      'fonts',
      ({ index, name, words }) => `<font color="red">${name}</font> <font size="1">${index + 3}.5.2024, 10:04</font><br>${words}<hr>`,
    ],
    ['classes side by side', ({ name, words, day }) => `<div class="h">${name} on ${day}</div><div class="t">${words}</div>`],
    ['a signature to the right', ({ name, words, day }) => `<p>${words}</p><p align="right"><i>${name}<br>${day}</i></p>`],
    ['a clock in brackets', ({ name, words, day, clock }) => `<p>[${day} ${clock}] <b>${name}:</b> ${words}</p>`],
  ])('%s', (_, html) => expect(read(`<h1>The weir</h1>${each(html)}`)).toEqual(asWritten));

  test.each<[string, string, (post: Post) => string]>([
    ['one paragraph of a guestbook', 'p', ({ name, words, day }) => `<b>${name}</b> (${day})<br>${words}<br><br>`],
    ['one cell of a guestbook', 'table', ({ name, words, day }) => `Name: ${name}<br>Date: ${day}<br>${words}<br><br>`],
    [
      'rows of a guestbook',
      'table',
      ({ name, words, day }) => `<tr><td>${name}</td><td>${day}</td></tr><tr><td colspan="2">${words}</td></tr>`,
    ],
    [
      'rows with labels',
      'table',
      ({ name, words, day }) =>
        `<tr><th>Name:</th><td>${name}</td></tr><tr><th>From:</th><td>Gullport</td></tr><tr><th>Date:</th><td>${day}</td></tr><tr><th>Message:</th><td>${words}</td></tr>`,
    ],
    ['a text between dashes', 'pre', ({ name, words, day }) => `-----\n${name} wrote on ${day}:\n${words}\n`],
    ['an archive of mail', 'pre', ({ name, words, day }) => `From: ${name}\nDate: ${day}\n\n${words}\n\n`],
  ])('%s', (_, tag, html) => {
    const inside = /^<tr|<pre/.test(html(post(0))) || tag !== 'table' ? each(html) : `<tr><td>${each(html)}</td></tr>`;
    expect(read(`<h1>Guestbook</h1><${tag}>${inside}</${tag}>`)).toEqual(asWritten);
  });

  test('all paragraphs of a post are its author’s', () => {
    const html = ({ index, name, words, day }: Post) =>
      `<p>${name} wrote on ${day}: ${words}</p><p>I say so, ${name}, for the ${index + 2}th time, and not the last.</p>`;
    expect(readPage(each(html)).posts.map(({ text }) => text)).toEqual(
      WORDS.map((words, index) => `${words}\nI say so, ${NAMES[index]}, for the ${index + 2}th time, and not the last.`),
    );
  });

  test('answers further in than what they answer', () => {
    const said = ({ name, words, day }: Post) => `<p>${name} - ${day}<br>${words}</p>`;
    const parts = ({ name, words, day }: Post) => `<p><b>${name}</b>, ${day}</p><p>${words}</p>`;
    for (const html of [said, parts]) {
      const [a, b, c, d, e, f] = WORDS.map((_, index) => one(index, html));
      const page = `<h1>The weir</h1>${a}<blockquote>${b}<blockquote>${c}</blockquote>${d}</blockquote>${e}${f}`;
      expect(read(page)).toEqual(asWritten);
      const { posts } = readPage(page);
      expect(posts.map(({ parent }) => posts.findIndex(({ id }) => id === parent))).toEqual([-1, 0, 1, 0, -1, -1]);
    }
  });

  test('a quotation with a line that names whom it quotes is nobody’s post, and tells whom it answers', () => {
    const html = ({ index, name, words, day }: Post) =>
      `<p>Posted by ${name} on ${day}</p>${index === 4 ? '<p>cedar_42 wrote:</p><blockquote>It is the only dry way.</blockquote>' : ''}<p>${words}</p><hr>`;
    expect(read(each(html))).toEqual(asWritten);
    const { posts } = readPage(each(html));
    expect(posts[4]).toMatchObject({ parent: posts[2]?.id, quotes: [{ text: 'It is the only dry way.' }] });
  });

  test('the page is left as it was, and each post has a place in it of its own', () => {
    const html = `<h1>The weir</h1>${each(({ name, words, day }) => `<p>${name} wrote on ${day}:</p><p>${words}</p>`)}`;
    const { places, document } = readPage(html);
    expect([...places].map((place) => place.textContent)).toEqual(NAMES.map((name, index) => `${name} wrote on ${index + 3} May 2024:`));
    expect(document.querySelector('[class*="standpoint"]')).toBeNull();
  });
});

test('what stands above is the opening, what stands beside and below is nobody’s', () => {
  const around = (html: string) =>
    `<nav><a href="/a">Archive</a></nav><aside><h3>Latest</h3><ul><li><a href="/n/1">The mill opens again</a> <span>2 May 2024</span></li><li><a href="/n/2">Trout counted</a> <span>3 May 2024</span></li></ul></aside><main><article><h1>The weir must go</h1><p>By Ada Lock, 2 May 2024</p><p>The council voted on Tuesday to take it down, after eleven years of talk.</p></article><h3>6 comments</h3>${html}<form><textarea></textarea></form></main><footer>© 2024 Weir Times. Last updated 9 May 2024.</footer>`;
  const { posts } = readPage(
    around(each(({ name, words, day }) => `<p><b>${name}</b>, ${day}</p><p>${words}</p><p><a href="/r">Reply</a></p>`)),
  );
  expect(posts[0]).toMatchObject({ author: 'Ada Lock', text: 'The council voted on Tuesday to take it down, after eleven years of talk.' });
  expect(posts.slice(1).map(({ author, text, parent }) => [author, text, parent])).toEqual(
    NAMES.map((name, index) => [name, WORDS[index], posts[0]?.id]),
  );
});

describe('names and times that only attributes say', () => {
  test.each<[string, (post: Post) => string]>([
    [
      'data',
      ({ index, name, words }) =>
        `<div class="comment" data-author="${name}" data-date="2024-05-0${index + 3}T10:00:00Z"><p>${words}</p></div>`,
    ],
    [
      'a label',
      ({ index, name, words }) =>
        `<article aria-label="Comment by ${name}"><time datetime="2024-05-0${index + 3}">then</time><p>${words}</p></article>`,
    ],
    ['a label that owns', ({ name, words, day }) => `<div class="c" aria-label="${name}'s comment"><i>${day}</i><p>${words}</p></div>`],
    ['a label with a time', ({ name, words, day }) => `<div role="article" aria-label="${name} said ${day}"><div>${words}</div></div>`],
    [
      'a label of a name and a time',
      ({ name, words, day }) => `<div class="bubble" aria-label="${name}, ${day} at 10:04"><p>${words}</p></div>`,
    ],
    [
      'a picture that leads to somebody',
      ({ index, name, words, day }) =>
        `<div><a href="/member.php?u=${index}"><img alt="${name}"></a><div>${day}</div><div>${words}</div></div>`,
    ],
    ['a title', ({ name, words, day }) => `<li class="reply" title="Posted by ${name} on ${day}"><p>${words}</p></li>`],
    ['a bare title', ({ name, words, day }) => `<div class="c" title="${name}"><i>${day}</i><p>${words}</p></div>`],
    [
      'a picture',
      ({ name, words, day }) => `<div class="row"><img class="avatar" alt="${name}"><div><p>${words}</p><span>${day}</span></div></div>`,
    ],
    [
      'the title of a picture',
      ({ name, words, day }) => `<div class="x"><img title="${name}" class="userpic"><div><i>${day}</i><br>${words}</div></div>`,
    ],
    [
      'a picture of',
      ({ name, words, day }) => `<div class="row"><img alt="Photo of ${name}"><div><p>${words}</p><span>${day}</span></div></div>`,
    ],
    [
      'a link around a picture',
      ({ name, words, day }) => `<div class="c"><a href="/x" title="${name}"></a><span>${day}</span><div>${words}</div></div>`,
    ],
    [
      'seconds',
      ({ index, name, words }) =>
        `<section data-username="${name}" data-created-at="${Date.UTC(2024, 4, index + 3) / 1000}"><div>${words}</div></section>`,
    ],
    [
      'an element of its own',
      ({ index, name, words }) =>
        `<forum-post author="${name}" created="2024-05-0${index + 3}"><div slot="body">${words}</div></forum-post>`,
    ],
  ])('%s', (_, html) => expect(read(`<h1>The weir</h1>${each(html)}`)).toEqual(asWritten));
});

describe('what only looks so is no thread', () => {
  const TITLES = ['Bridge opened', 'Mill sold', 'Path closed', 'Council votes', 'New lock', 'Weir repaired'];
  const PEOPLE = ['amber', 'Birch Holloway', 'cedar_42', 'delphine', 'Elm', 'Fern Reed'];
  const some = (html: (post: Post & { title: string }) => string) =>
    WORDS.map((_, index) => html({ ...post(index), name: PEOPLE[index] ?? '', title: TITLES[index] ?? '' })).join('\n');

  test.each<[string, string]>([
    ['versions', some(({ index, words, day }) => `<h3>Version 1.${index}</h3><p>${day}</p><p>${words}</p>`)],
    ['news', some(({ title, words, day }) => `<h3>${title}</h3><p class="date">${day}</p><p>${words}</p>`)],
    ['news in bold', some(({ title, words, day }) => `<p><b>${title}</b>, ${day}</p><p>${words}</p>`)],
    ['news in a list of terms', `<dl>${some(({ title, words, day }) => `<dt>${title} - ${day}</dt><dd>${words}</dd>`)}</dl>`],
    ['days and what is new', `<dl>${some(({ words, day }) => `<dt>${day}</dt><dd>${words}</dd>`)}</dl>`],
    [
      'events',
      `<table>${some(({ title, words, day }) => `<tr><td>${title}</td><td>${day}</td></tr><tr><td colspan="2">${words}</td></tr>`)}</table>`,
    ],
    [
      'a blog of several authors',
      some(({ title, name, words, day }) => `<h2>${title}</h2><p>${words}</p><p>Posted by ${name} on ${day}</p>`),
    ],
    [
      'articles with comments of their own',
      some(
        ({ index, name, words, day }) =>
          `<div><p>Posted by ${name} on ${day}</p><p>${words}</p><a href="/b/${index}">${index} comments</a></div>`,
      ),
    ],
    [
      'teasers',
      some(
        ({ index, title, name, words, day }) =>
          `<div><strong>${title}</strong><p>${words} <a href="/b/${index}">Read more</a></p><small>By ${name}, ${day}</small></div>`,
      ),
    ],
    [
      'titles above a line',
      some(
        ({ index, title, name, words, day }) =>
          `<p><a href="/b/${index}">${title} again</a></p><p>By ${name} on ${day}</p><p>${words}</p><hr>`,
      ),
    ],
    [
      'people and their dates',
      some(({ name, words, index }) => `<h3>${name}</h3><p>3 May 1930 – ${index + 1} June 2024</p><p>${words}</p>`),
    ],
    ['quotations', some(({ name, words, index }) => `<blockquote>${words}</blockquote><p>— ${name}, 189${index}</p>`)],
    ['what customers say', some(({ name, words, day }) => `<div class="t"><p>${words}</p><p>— ${name}, ${day}</p></div>`)],
    ['sentences with dates', some(({ name, words, day }) => `<p>${words} It was so (by ${name}, from ${day}) for years.</p>`)],
    ['quotations in a line', some(({ index, name, words }) => `<li>${words} — ${name}, May 190${index}</li>`)],
    ['questions and answers', `<dl>${some(({ title, words }) => `<dt>What about ${title}?</dt><dd>${words}</dd>`)}</dl>`],
    ['days of a calendar', some(({ title, words, day }) => `<div title="${title}">${day}<p>${words}</p></div>`)],
    [
      'pictures',
      some(({ index, name }) => `<figure data-author="${name}" data-date="2024-05-0${index + 1}"><figcaption>A weir</figcaption></figure>`),
    ],
    [
      'topics',
      `<table>${some(({ index, title, name, day }) => `<tr><td><a href="/t/${index}">${title} in the north</a><br>by ${name}</td><td>Last post by elm<br>${day}</td></tr>`)}</table>`,
    ],
    [
      'reviews',
      some(({ name, words, day }) => `<div class="review"><p>By ${name} on ${day}</p><i aria-label="4 out of 5"></i><p>${words}</p></div>`),
    ],
  ])('%s', (_, html) => expect(readPage(`<h1>Weir Society</h1>${html}`, 'https://weir.example.org/pages/17').posts).toEqual([]));
});

describe('a line that says who wrote and when', () => {
  const parts = (line: string, language = 'en') => {
    const byline = bylineOf(line, language, NOW);
    return byline && [byline.name && line.slice(...byline.name), byline.time && line.slice(...byline.time), line.slice(byline.end).trim()];
  };
  test.each([
    ['Posted by May Lind on June 3, 2024', 'May Lind', 'June 3, 2024', ''],
    ['Posted on Friday, May 3, 2024 by amber | 3 comments', 'amber', 'May 3, 2024', ''],
    ['3 May 2024 10:04 - Birch Holloway', 'Birch Holloway', '3 May 2024 10:04', ''],
    ['amber @ 2024-05-03 10:04 pm', 'amber', '2024-05-03 10:04 pm', ''],
    ['amber wrote 3 days ago', 'amber', '3 days ago', ''],
    ['#12 amber yesterday at 10:04', 'amber', 'yesterday at 10:04', ''],
    ['On 3 May 2024, Birch Holloway wrote: The weir leaks.', 'Birch Holloway', '3 May 2024', 'The weir leaks.'],
    ['Comment from Elm', 'Elm', null, ''],
    ['amber said...', 'amber', null, ''],
  ])('%s', (line, name, time, words) => expect(parts(line)).toEqual([name, time, words]));

  test.each([
    'Since amber came on 3 May 2024 we have had no peace.',
    'The weir was built in 1998 and has leaked since.',
    'I wrote on 3 May 2024 that the weir leaks, and nothing came of it, so I say it once more.',
    'Last updated 3 May 2024',
    'Version 1.2 (3 May 2024)',
    'He said:',
    'Nobody answered',
  ])('but not: %s', (line) => expect(parts(line)).toBeNull());
});

test('reading takes time in proportion to the number of posts', () => {
  const time = (count: number) => {
    const html = Array.from(
      { length: count },
      (_, index) => `<p>Posted by ${NAMES[index % 5]} on 3 May 2024</p><p>${index} ${WORDS[index % 6]}</p>`,
    ).join('');
    const { document } = new JSDOM(`<title>Talk</title>${html}`).window;
    const before = process.cpuUsage();
    expect(readGeneric(document, 'https://weir.example.org/talk/17', NOW)?.thread.comments.length).toBe(count - 1);
    return process.cpuUsage(before).user;
  };
  time(200);
  const [few, many] = [time(300), time(2400)];
  expect(many / few).toBeLessThan(24);
}, 120_000);
