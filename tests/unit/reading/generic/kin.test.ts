// @vitest-environment node
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { readGeneric } from '../../../../utils/reading/generic/index.ts';
import type { Thread } from '../../../../utils/thread/index.ts';

/** Pages of other make than those that readers reported, each of a kind with one of them. */

const NOW = new Date('2026-11-01T12:00:00Z');
const PEOPLE = ['amber', 'birch', 'cedar', 'delphine', 'elm_tree', 'fennel'];
const SAYS = [
  'The old mill ought to be pulled down this year, since nobody has looked after it for ages.',
  'I disagree, it is the only thing in this village that anybody comes to see.',
  'Who would pay for the repairs, though, and for how many years would they last?',
  'Agreed with the first one, the roof fell in last winter and hurt a dog.',
  'My uncle offered to mend it for nothing and the council never answered him.',
  'Nobody asked the people who live next to it, which is a shame I think.',
];
const read = (body: string, url = 'https://somewhere.example.org/talk/17'): Thread | undefined =>
  readGeneric(new JSDOM(`<html lang="en"><title>Mill</title><body>${body}`).window.document, url, NOW)?.thread;
const from = (first: number, count: number, made: (place: number) => string) =>
  Array.from({ length: count }, (_, more) => made(first + more)).join('');
const when = (place: number) => `2026-07-0${place + 1}T10:00:00Z`;
const time = (place: number) => `<time datetime="${when(place)}">Jul ${place + 1}</time>`;

/** Who says what, the opening first; whom each answers is its place in this list, `null` where nothing is said of it. */
function said(thread: Thread | undefined) {
  const all = thread ? [...(thread.opening ? [thread.opening] : []), ...thread.comments] : [];
  const places = new Map(all.map(({ id }, place) => [id, place]));
  return all.map(({ author, text, parent }) => [author, text, parent === null ? null : places.get(parent)]);
}
const flat = (first: number, count: number) => Array.from({ length: count }, (_, more) => [PEOPLE[first + more], SAYS[first + more], null]);

describe('the opening', () => {
  test('is the first block where its id alone calls it so, or its class', () => {
    const box = (place: number, id: string, name = 'reply') =>
      `<div class="timeline-item comment ${name}" id="${id}"><a class="author" href="/${PEOPLE[place]}">${PEOPLE[place]}</a> ${time(place)}<div class="markup"><p>${SAYS[place]}</p></div></div>`;
    const byId = read(`<div class="comment-list">${box(0, 'issue-4')}${from(1, 3, (place) => box(place, `issuecomment-${place}`))}</div>`);
    expect(byId?.opening?.text).toBe(SAYS[0]);
    const byClass = read(
      `<div class="comment-list">${box(0, 'c0', 'bz_first_comment')}${from(1, 3, (place) => box(place, `c${place}`))}</div>`,
    );
    expect(byClass?.opening?.text).toBe(SAYS[0]);
    expect(byClass?.comments).toHaveLength(3);
  });

  test('may have its time in the heading right above, and its author in a line below', () => {
    const thread = read(
      `<h1>Mill <span>July 1, 2026 10:00 AM</span></h1><div class="copy">${SAYS[0]}<br><span>posted by <a href="/user/1">amber</a> (4 comments total) <b>2</b> users marked this</span></div>${from(1, 4, (place) => `<div class="comments">${SAYS[place]}<br><span>posted by <a href="/user/${place}">${PEOPLE[place]}</a> at <a href="#${place}">10:0${place} AM</a> on July ${place}, 2026</span></div>`)}`,
    );
    expect(said(thread)).toEqual([[PEOPLE[0], SAYS[0], null], ...flat(1, 4).map(([name, words]) => [name, words, 0])]);
  });

  test('has no words of the boxes that say who opened it and when', () => {
    const thread = read(
      `<div class="ticket"><div class="when"><p>Opened <a class="timeline" href="/t" title="July 1, 2026 10:00">4 months ago</a></p></div><h1>Mill</h1><table><tr><th>Reported by:</th><td><a class="author" href="/x">amber</a></td></tr></table><div class="description"><h2>Description</h2><div><p>${SAYS[0]}</p></div></div></div><div id="changelog">${from(1, 3, (place) => `<div class="change"><h3>by <span class="author">${PEOPLE[place]}</span>, <a class="timeline" href="/t" title="July ${place + 1}, 2026 10:00">${place} months ago</a></h3><div class="comment"><p>${SAYS[place]}</p></div></div>`)}</div>`,
    );
    // Links that tell when, each in words of its own, are no titles of other pages.
    expect(said(thread)).toEqual([[PEOPLE[0], SAYS[0], null], ...flat(1, 3).map(([name, words]) => [name, words, 0])]);
  });

  test('has no words of the time beside its author’s name', () => {
    const thread = read(
      `<h1>Mill</h1><div class="starter"><span class="name">amber</span> ${time(0)}<p>${SAYS[0]}</p></div><ul role="tree">${from(1, 3, (place) => `<li aria-level="${place === 2 ? 2 : 1}" id="n${place}0"><div><span class="name">${PEOPLE[place]}</span> ${time(place)}</div><div class="bd">${SAYS[place]}</div></li>`)}</ul>`,
    );
    expect(said(thread)).toEqual([0, 1, 2, 3].map((place) => [PEOPLE[place], SAYS[place], [null, 0, 1, 0][place]]));
  });
});

describe('blocks, names and times', () => {
  test('of pages whose classes only say how something looks', () => {
    const box = (place: number, inside = '') =>
      `<div class="flex flex-col gap-2 p-2"><div class="flex gap-2 text-sm"><a class="font-bold" href="/@${PEOPLE[place]}">${PEOPLE[place]}</a>${time(place)}</div><div class="prose p-2"><p class="mb-2">${SAYS[place]}</p></div>${inside}</div>`;
    const nested = `<div class="flex flex-col gap-2 pl-4">${box(2)}</div>`;
    expect(said(read(`<section class="flex flex-col" id="comments">${box(1, nested)}${box(3)}</section>`))).toEqual([
      [PEOPLE[1], SAYS[1], null],
      [PEOPLE[2], SAYS[2], 0],
      [PEOPLE[3], SAYS[3], null],
    ]);
  });

  test('in elements of the page’s own', () => {
    const box = (place: number, inside = '') =>
      `<forum-comment id="c${place}"><user-name>${PEOPLE[place]}</user-name>${time(place)}<post-body>${SAYS[place]}</post-body>${inside}</forum-comment>`;
    expect(said(read(`<comment-list>${box(1, box(2))}${box(3)}</comment-list>`))).toEqual([
      [PEOPLE[1], SAYS[1], null],
      [PEOPLE[2], SAYS[2], 0],
      [PEOPLE[3], SAYS[3], null],
    ]);
  });

  test('a name that only the picture has', () => {
    const box = (place: number) =>
      `<div class="one" id="msg-${place + 1}"><img class="avatar" src="a.png" alt="${PEOPLE[place]}"><span class="sub">${place + 1} July 2026 10:00</span><div class="bd">${SAYS[place]}</div></div>`;
    expect(said(read(`<div class="all">${from(0, 5, box)}</div>`))).toEqual(flat(0, 5));
  });

  test('a time of which each part is an element', () => {
    const parts = (place: number) =>
      `<span class="posted datetime"><abbr>Wed</abbr> <span class="date">0${place}</span> <abbr>Jul</abbr> <span class="year">2026</span> <span>10:0${place}AM</span></span>`;
    const thread = read(
      `<ol class="tree">${from(1, 4, (place) => `<li class="comment" id="comment_${place}"><h4><a href="/users/${PEOPLE[place]}">${PEOPLE[place]}</a> ${parts(place)}</h4><blockquote class="userstuff"><p>${SAYS[place]}</p></blockquote></li>`)}</ol>`,
    );
    expect(thread?.comments.map((comment) => comment.time)).toEqual([1, 2, 3, 4].map((day) => `2026-07-0${day}T10:0${day}:00`));
    expect(thread?.comments.map(({ text }) => text)).toEqual(SAYS.slice(1, 5));
  });

  test('a day with its ordinal set high', () => {
    const box = (place: number) =>
      `<div class="one" id="m${place}"><b class="author">${PEOPLE[place]}</b> <small>Jul ${place + 1}<sup>th</sup>, 2026 at 10:00am</small><div class="bd">${SAYS[place]}</div></div>`;
    expect(read(from(0, 5, box))?.comments.map((comment) => comment.time)).toEqual([2, 3, 4, 5].map((day) => `2026-07-0${day}T10:00:00`));
  });

  test.each([
    ['pl', 'autor', '3 godziny temu'],
    ['ru', 'autor', '3 часа назад'],
    ['tr', 'yazar', '3 saat önce'],
    ['pt', 'usuario', 'há 3 horas'],
    ['sv', 'namn-user', 'för 3 timmar sedan'],
    ['ko', 'nickname', '3시간 전'],
  ])('as pages in %s call and write them', (language, name, ago) => {
    const box = (place: number) =>
      `<div class="item" id="k${place}"><span class="${name}">${PEOPLE[place]}</span><span class="data">${ago}</span><div class="tresc">${SAYS[place]}</div></div>`;
    const thread = readGeneric(
      new JSDOM(`<html lang="${language}"><title>Mill</title><body>${from(0, 5, box)}`).window.document,
      'https://somewhere.example.org/talk/17',
      NOW,
    )?.thread;
    expect(said(thread)).toEqual(flat(0, 5));
    expect(thread?.comments[0]?.time).toBe('2026-11-01T09:00Z');
  });

  test('a name called so for tests, and one that the words begin with', () => {
    const tested = (place: number) =>
      `<div class="reply" id="c-${place}"><h4 data-testid="member-name">${PEOPLE[place]}</h4>${time(place)}<div class="bd">${SAYS[place]}</div></div>`;
    expect(said(read(from(0, 4, tested)))).toEqual(flat(0, 4));
    const labelled = (place: number) =>
      `<div role="article" aria-label="Reply by ${PEOPLE[place]}, July ${place + 1}, 2026 10:00 AM" class="xa"><div class="xb"><span class="xc">${PEOPLE[place]}</span></div><div class="xd">${SAYS[place]}</div></div>`;
    expect(said(read(from(0, 4, labelled)))).toEqual(flat(0, 4));
  });

  test('one post that stands inside another is a post', () => {
    const box = (place: number, inside = '') =>
      `<div class="comment" id="c-${place}"><span class="author">${PEOPLE[place]}</span> ${time(place)}<div class="text">${SAYS[place]}</div>${inside}</div>`;
    const owner = `<div class="owner-reply"><span class="author">amber</span> ${time(5)}<div class="text">${SAYS[5]}</div></div>`;
    expect(said(read(`<div id="comments">${box(1)}${box(2, owner)}${box(3)}</div>`))).toEqual([
      [PEOPLE[1], SAYS[1], null],
      [PEOPLE[2], SAYS[2], null],
      [PEOPLE[0], SAYS[5], 1],
      [PEOPLE[3], SAYS[3], null],
    ]);
  });

  test('a rarer kind of row keeps its words and nothing of the cell beside', () => {
    const row = (place: number) =>
      `<tr class="${place < 4 ? 'row-old' : 'row-new'}"><td class="left"><div class="nick"><a href="/profile.php?u=${place}">${PEOPLE[place]}</a></div><div>Posts: ${place * 7 + 3}</div></td><td class="${place < 4 ? 'textold' : 'textnew'}" id="post_${place}"><div>Jul ${place + 1}, 2026 10:00</div>${SAYS[place]}</td></tr>`;
    expect(said(read(`<table class="thread">${from(0, 6, row)}</table>`))).toEqual(flat(0, 6));
  });

  test('what stands in brackets behind all words is nobody’s', () => {
    const line = (place: number) =>
      `${SAYS[place]} <a href="/wiki/User:${PEOPLE[place]}">${PEOPLE[place]}</a> (<a href="/wiki/User_talk:${PEOPLE[place]}">talk</a>) 1${place}:00, 1 July 2026 (UTC)`;
    expect(said(read(`<h1>Talk</h1><p>${line(0)}</p><dl><dd>${line(1)}<dl><dd>${line(2)}</dd></dl></dd><dd>${line(3)}</dd></dl>`))).toEqual(
      [
        [PEOPLE[0], SAYS[0], null],
        [PEOPLE[1], SAYS[1], 0],
        [PEOPLE[2], SAYS[2], 1],
        [PEOPLE[3], SAYS[3], 0],
      ],
    );
  });

  test('boards on which nobody has a name are read, and lists of releases are not', () => {
    const board = read(
      `<div class="board">${from(0, 5, (place) => `<div class="postbox" id="post-${900 + place}"><div><span class="postername">Anonymous</span> ${time(place)} <a href="#post-${900 + place}">No.${900 + place}</a></div><div class="msg">${place === 3 ? '<a class="ref" href="/b/900.html#post-901">&gt;&gt;901</a><br><span class="green">&gt;the only thing</span><br>' : ''}${SAYS[place]}</div></div>`)}</div>`,
    );
    expect(said(board)).toEqual(SAYS.slice(0, 5).map((words, place) => ['Anonymous', words, place === 3 ? 1 : null]));
    expect(board?.comments[2]?.quotes).toEqual([{ of: null, text: 'the only thing' }]);
    const releases = from(
      0,
      6,
      (place) =>
        `<div class="release"><h3>v1.${place}</h3><span class="author">${PEOPLE[place]}</span> ${time(place)}<ul><li>${SAYS[place]}</li><li>fixed it</li></ul></div>`,
    );
    expect(read(releases)).toBeUndefined();
  });
});

describe('whom a post answers', () => {
  test('is told by what alone stands around it, however far out', () => {
    const box = (place: number, depth: number) =>
      `<div class="outer" id="cmt${place}0" style="margin-left: ${depth * 25}px"><div class="thread"><div id="cmt${place}0x" class="wrapper"><div class="comment"><div class="header"><b class="author">${PEOPLE[place]}</b> ${time(place)}</div><div class="content">${SAYS[place]}</div></div></div></div></div>`;
    const entry = `<div class="entry" id="entry-77"><b class="author">amber</b> ${time(0)}<div class="entry-content">${SAYS[0]}</div></div>`;
    const thread = read(`<div id="page">${entry}<div id="comments">${box(1, 0)}${box(2, 1)}${box(3, 0)}${box(4, 1)}</div></div>`);
    expect(said(thread).map(([, , parent]) => parent)).toEqual([null, 0, 1, 0, 3]);
  });

  test('is told by the address of a quote, by whose it is, and by a line that names a number', () => {
    const box = (place: number, before = '') =>
      `<article class="msg" id="msg-${place + 10}"><h4 class="nick">${PEOPLE[place]}</h4>${time(place)}<div class="content">${before}<p>${SAYS[place]}</p></div></article>`;
    const thread = read(
      `<main>${box(0)}${box(1)}${box(2, `<blockquote cite="https://somewhere.example.org/talk/17#msg-11"><p>It is the only thing.</p></blockquote>`)}${box(3)}${box(4, '<div class="bbquote" data-author="cedar"><p>Who would pay for it?</p></div>')}${box(5, '<p>(In reply to birch from <a href="#msg-11">comment #1</a>)</p>')}</main>`,
    );
    expect(said(thread)).toEqual([0, 1, 2, 3, 4, 5].map((place) => [PEOPLE[place], SAYS[place], { 2: 1, 4: 2, 5: 1 }[place] ?? null]));
    expect(thread?.comments.map(({ quotes }) => quotes.map(({ text }) => text))).toEqual([
      [],
      ['It is the only thing.'],
      [],
      ['Who would pay for it?'],
      [],
    ]);
  });
});

describe('a name never stands at another’s words', () => {
  const name = (place: number) => ['Amber', 'Birch', 'Cedar', 'Delphine', 'Elm'][place] ?? '';
  const each = [0, 1, 2, 3, 4].map((place) => [name(place), SAYS[place], null]);

  test('where the time stands above the words and the name below, beside other dates', () => {
    const rows = from(
      0,
      5,
      (place) => `<tr><td>${place + 1} July 2026 10:00</td></tr><tr><td>${SAYS[place]}</td></tr><tr><td><b>${name(place)}</b></td></tr>`,
    );
    const aside = `<aside><h3>Events</h3><ul>${from(0, 4, (place) => `<li>${place + 3} August 2026</li>`)}</ul></aside>`;
    expect(said(read(`<h1>Guestbook</h1><table>${rows}</table>${aside}`))).toEqual(each);
  });

  test('where paragraphs are left open and hold the head of the next', () => {
    const posts = from(0, 5, (place) => `<u>${name(place)}</u> <i>${place + 1} July 2026</i><p>${SAYS[place]}<br>`);
    expect(said(read(`<h1>Guestbook</h1>${posts}`))).toEqual(each);
  });
});
