// @vitest-environment node
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import type { Platform } from '../../../../utils/reading/platform.ts';
import { read } from '../../../../utils/reading/read.ts';

const forum: Platform = {
  name: 'forum',
  example: 'https://forum.example.org/t/1',
  marker: '.post',
  title: 'h1',
  comment: '.post',
  id: '@id',
  number: '.number',
  author: 'i',
  body: 'p',
  time: 'time@datetime',
  page: '.page',
  sticky: '.pinned',
};

interface Shown {
  id: string;
  number?: string;
  time?: string;
  pinned?: boolean;
}

function openingOf(posts: Shown[], page = 1): string | null | undefined {
  const html = posts.map(
    ({ id, number = '', time = '', pinned }) =>
      `<div class="post${pinned ? ' pinned' : ''}" id="${id}"><i>amber</i><b class="number">${number}</b><time datetime="${time}"></time><p>Words.</p></div>`,
  );
  const { document } = new JSDOM(`<b class="page">${page}</b>${html.join('')}`).window;
  return read(forum, document, forum.example, new Date('2026-11-01T12:00:00Z'))?.thread.opening?.id ?? null;
}

const dayOf = (day: number) => `2026-04-0${day}T10:00:00Z`;

test('the first post opened the thread, on its first page', () => {
  expect(openingOf([{ id: 'a' }, { id: 'b' }])).toBe('a');
  expect(openingOf([{ id: 'a' }, { id: 'b' }], 2)).toBeNull();
});

test('the post numbered 1 opened it, wherever the forum shows it', () => {
  const posts = [
    { id: 'staff', number: '#19' },
    { id: 'a', number: '#1' },
    { id: 'b', number: '#2' },
  ];
  expect(openingOf(posts)).toBe('a');
  expect(
    openingOf(
      [
        { id: 'a', number: '#1' },
        { id: 'k', number: '#11' },
      ],
      2,
    ),
  ).toBe('a');
});

test('a post that is pinned above the others did not open it', () => {
  expect(openingOf([{ id: 'staff', pinned: true }, { id: 'a' }, { id: 'b' }])).toBe('a');
  expect(openingOf([{ id: 'staff', pinned: true }, { id: 'k' }], 2)).toBeNull();
});

test('a post that stands first but came later than the next did not open it where the rest is in order', () => {
  const [first, ...rest] = [1, 2, 3].map((day) => ({ id: String(day), time: dayOf(day) }));
  expect(openingOf([{ id: 'staff', time: dayOf(9) }, first ?? { id: '' }, ...rest])).toBe('1');
  expect(openingOf([first ?? { id: '' }, ...rest])).toBe('1');
});

test('where the newest post stands first, the first post is left what it was', () => {
  expect(openingOf([3, 2, 1].map((day) => ({ id: String(day), time: dayOf(day) })))).toBe('3');
});
