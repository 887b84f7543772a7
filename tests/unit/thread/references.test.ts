import { expect, test } from 'vitest';
import type { Platform } from '../../../utils/reading/platform.ts';
import { authorReference } from '../../../utils/reading/platformHelpers.ts';
import { read } from '../../../utils/reading/read.ts';
import { merge } from '../../../utils/thread/merge.ts';
import type { Thread } from '../../../utils/thread/thread.ts';

const flat: Platform = {
  name: 'flat',
  example: 'https://forum.example.org',
  marker: '.post',
  title: 'h1',
  comment: '.post',
  id: '@id',
  number: '.number',
  author: '.author',
  body: '.body',
  parent: '@data-answers',
  page: '.current',
  quote: 'blockquote',
  quoted: ['@data-post', (quote) => authorReference(quote.getAttribute('data-author'))],
  without: '.number',
};

interface Post {
  author: string;
  text: string;
  quote?: string;
  answers?: string;
}

/** Four posts a page: the ids are made of letters, so that only the numbers name them by count. */
const POSTS: Post[] = [
  { author: 'amber', text: 'The ferry should sail at night.' },
  { author: 'birch', text: 'Who would pay for the crew?' },
  { author: 'amber', text: 'The port would.' },
  { author: 'Guest', text: 'Nobody travels at three.' },
  { author: 'amber', text: 'Page two begins.' },
  { author: 'cedar', text: 'Said before.', quote: '<blockquote data-author="amber">The port would.</blockquote>' },
  { author: 'dogwood', text: 'By number.', quote: '<blockquote data-post="#2">Who would pay for the crew?</blockquote>' },
  { author: 'elder', text: 'To the first post.', quote: '<blockquote data-post="p-a">The ferry should sail</blockquote>' },
  { author: 'fir', text: 'By id.', answers: 'p-g' },
  { author: 'gorse', text: 'A guest.', quote: '<blockquote data-author="Guest">Nobody travels at three.</blockquote>' },
  { author: 'hazel', text: 'Of no post here.', quote: '<blockquote data-author="amber">Cheese is fine.</blockquote>' },
  { author: 'ivy', text: 'Of nobody.', quote: '<blockquote data-post="#99">Gone.</blockquote>' },
];
const idOf = (index: number) => `p-${'abcdefghijkl'[index]}`;

function pageOf(posts: readonly Post[], first: number, page: number): Thread {
  const markup = posts.map(
    ({ author, text, quote = '', answers }, index) =>
      `<div class="post" id="${idOf(first + index)}"${answers ? ` data-answers="${answers}"` : ''}><i class="number">#${first + index + 1}</i>` +
      `<b class="author">${author}</b><div class="body">${quote}${text}</div></div>`,
  );
  const html = `<!doctype html><title>t</title><h1>Ferries</h1><b class="current">${page}</b>${markup.join('')}`;
  const document = new DOMParser().parseFromString(html, 'text/html');
  return read(flat, document, 'https://forum.example.org/t', new Date('2026-11-01T12:00:00Z'))?.thread as Thread;
}
const pages = () =>
  [1, 2, 3].map((page) => pageOf(POSTS.slice(4 * (page - 1), 4 * page), 4 * (page - 1), page)) as [Thread, Thread, Thread];
const WHOLE = pageOf(POSTS, 0, 1);

test('a quote of a post on another page answers it once the pages are joined, in whatever order they came', () => {
  const [one, two, three] = pages();
  expect(two.comments.map(({ parent }) => parent)).toEqual([null, 'p-e', null, null]);
  const forwards = merge(merge(one, two, 'after'), three, 'after');
  expect(forwards.comments).toEqual(WHOLE.comments);
  const backwards = merge(merge(three, two, 'before'), one, 'before');
  expect(backwards.comments).toEqual(WHOLE.comments);
  const inside = merge(merge(two, three, 'after'), one, 'before');
  expect(inside.comments).toEqual(WHOLE.comments);
  expect(inside.comments.map(({ parent }) => parent).slice(3)).toEqual([null, 'p-c', 'p-b', 'p-a', 'p-g', 'p-d', 'p-e', null]);
});

test('a person who is quoted is taken for the latest of that name only until a page with the very words is read', () => {
  const [one, two] = pages();
  expect(two.comments[1]?.quotes[0]?.of).toBe('p-e');
  expect(merge(two, one, 'before').comments.find(({ id }) => id === 'p-f')?.quotes[0]?.of).toBe('p-c');
});

test('once joined, the same page read again changes nothing', () => {
  const [one, two, three] = pages();
  const whole = merge(merge(one, two, 'after'), three, 'after');
  for (const again of pages()) expect(merge(whole, again)).toBe(whole);
});

test('an edit of a joined comment keeps whom it answers', () => {
  const [one, two] = pages();
  const whole = merge(one, two, 'after');
  const edited = pageOf(
    POSTS.slice(4, 8).map((post) => ({ ...post, text: `${post.text} Edited.` })),
    4,
    2,
  );
  const parents = ({ comments }: Thread) => comments.map(({ parent }) => parent);
  expect(parents(merge(whole, edited))).toEqual(parents(whole));
  expect(merge(whole, edited).comments.at(-1)?.text).toBe('To the first post. Edited.');
});
