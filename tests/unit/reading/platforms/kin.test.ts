// @vitest-environment node
import { expect, test } from 'vitest';
import { openPageText } from '../../../../utils/commands/openPage.ts';
import { readPage } from '../../../../utils/reading/readPage.ts';

/** Pages of other make than the platforms' own, each of a kind with one that readers reported. */

const NOW = new Date('2026-11-01T12:00:00Z');
const SAYS = 'The old mill ought to be pulled down this year.';
const DISAGREES = 'I disagree, it is the only thing that anybody comes to see.';
const ASKS = 'Who would pay for the repairs, though?';
const read = (html: string, url: string) =>
  readPage(openPageText(`<!DOCTYPE html><title>Mill</title><body>${html}`, 'mill.html', url).window.document, url, NOW)?.thread;

test('Reddit: the opening post keeps its words where its author’s account is gone', () => {
  const post = `<shreddit-post view-context="CommentsPage" id="t3_1x" post-title="Mill" author="[deleted]" created-timestamp="2026-07-01T10:00:00+0000"><div slot="text-body"><p>${SAYS}</p></div></shreddit-post>`;
  const comment = `<shreddit-comment author="birch" thingid="t1_b" depth="0" created="2026-07-01T11:00:00Z"><div slot="comment"><p>${DISAGREES}</p></div></shreddit-comment>`;
  const thread = read(
    `${post}<shreddit-comment-tree post-id="t3_1x">${comment}</shreddit-comment-tree>`,
    'https://www.reddit.com/r/a/comments/1x/mill/',
  );
  expect(thread?.opening).toMatchObject({ text: SAYS, deleted: false });
});

test('GitHub: of a suggested change only the lines to come are the reviewer’s words', () => {
  const comment = (id: string, name: string, words: string) =>
    `<div class="js-comment" id="${id}"><a class="author" href="/${name}">${name}</a> <relative-time datetime="2026-07-01T10:00:00Z"></relative-time><div class="comment-body js-comment-body">${words}</div></div>`;
  const change = `<div class="js-suggested-changes-blob diff-view"><div class="d-flex"><div>Suggested change</div></div><div class="blob-wrapper"><table><tr><td class="blob-code blob-code-deletion">let mill = 1</td></tr><tr><td class="blob-code blob-code-addition">let mill = 2</td></tr></table></div><div class="js-apply-changes">Commit suggestion</div></div>`;
  const thread = read(
    `${comment('issue-1', 'amber', SAYS)}${comment('discussion_r2', 'birch', `<p>${DISAGREES}</p>${change}`)}`,
    'https://github.com/owner/project/pull/5',
  );
  expect(thread?.comments.map(({ text }) => text)).toEqual([`${DISAGREES}\nlet mill = 2`]);
});

test('Khoros: the address names the first message where nothing else does, and an accepted solution counts once', () => {
  const message = (uid: number, name: string, words: string, more = '') =>
    `<div class="lia-message-view-wrapper ${more}" data-lia-message-uid="${uid}"><div class="lia-message-author-with-avatar"><a class="lia-user-name-link">${name}</a></div><span class="DateTime">07-01-2026 10:00 AM</span><div class="lia-message-body-content"><p>${words}</p></div></div>`;
  const solution = message(5002, 'cedar', ASKS, 'lia-accepted-solution');
  const thread = read(
    `<div class="lia-page">${message(5000, 'amber', SAYS)}<div class="lia-accepted-solutions">${solution}</div>${message(5001, 'birch', DISAGREES)}${solution}</div>`,
    'https://community.example.com/t5/Board/Mill/td-p/5000',
  );
  expect(thread?.opening?.text).toBe(SAYS);
  expect(thread?.comments.map(({ id }) => id)).toEqual(['5001', '5002']);
});

test('lists of comments that are like those of WordPress, and are none, are read by their shape', () => {
  const comment = (place: number, name: string, words: string) =>
    `<li class="d-comment" id="comment-${place}" data-comment-id="${place}"><div><a class="d-comment__author" href="/user/${place}">${name}</a> <time datetime="2026-07-0${place}T10:00:00Z">Jul ${place}</time></div><div class="d-comment__body"><p>${words}</p></div></li>`;
  const thread = read(
    `<article><h1>Mill</h1><p class="byline"><a rel="author" href="/ada">Ada</a></p><div class="words"><p>${SAYS} It has been so for years.</p></div></article><div id="comments"><ul class="d-thread">${comment(1, 'birch', DISAGREES)}${comment(2, 'cedar', ASKS)}${comment(3, 'delphine', 'Agreed, the roof fell in last winter.')}</ul></div>`,
    'https://news.example.org/mill',
  );
  expect(thread?.platform).toBe('generic');
  expect(thread?.comments.map(({ author, text }) => [author, text])).toEqual([
    ['birch', DISAGREES],
    ['cedar', ASKS],
    ['delphine', 'Agreed, the roof fell in last winter.'],
  ]);
});

test('image boards: what a script of the board writes behind the number of a post is nobody’s word', () => {
  const head = (id: number) =>
    `<p class="intro"><span class="name">Anonymous</span> <time datetime="2026-07-01T1${id - 900}:00:00Z">07/01/26</time> <a class="post_no" href="/tea/res/901.html#${id}">No.${id}</a></p>`;
  const reply = (id: number, words: string) => `<div class="post reply" id="reply_${id}">${head(id)}<div class="body">${words}</div></div>`;
  const link = '<a onclick="highlightReply(\'901\', event);" href="/tea/res/901.html#901">&gt;&gt;901</a>';
  const thread = read(
    `<div class="thread" id="thread_901" data-board="tea"><div class="post op" id="op_901">${head(901)}<div class="body">${SAYS}</div></div>${reply(902, `${link} <small>(OP)</small><br>${DISAGREES}`)}${reply(903, `${link} <small>(You)</small><br>${ASKS}`)}</div>`,
    'https://boards.example.org/tea/res/901.html',
  );
  expect(thread?.comments.map(({ text, parent }) => [text, parent])).toEqual([
    [DISAGREES, '901'],
    [ASKS, '901'],
  ]);
});
