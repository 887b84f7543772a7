// @vitest-environment node
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { openPage } from '../../../../utils/commands/openPage.ts';
import { mybb } from '../../../../utils/reading/platforms/mybb.ts';
import { read } from '../../../../utils/reading/read.ts';
import { neighbour } from '../../../../utils/reading/rest/links.ts';
import type { Comment, Thread } from '../../../../utils/thread/thread.ts';

const URL = 'https://greenfingers.example.com/showthread.php?tid=412';
let document: Document;
const postsOf = (thread: Thread | undefined): Comment[] =>
  thread ? [thread.opening, ...thread.comments].filter((post) => post !== null) : [];
const readNow = () => read(mybb, document, URL, new Date('2026-11-01T12:00:00Z'));
const comment = (id: string) => postsOf(readNow()?.thread).find((post) => post.id === id);
const find = (selector: string) => document.querySelector(selector) as Element;

beforeEach(() => {
  document = openPage(join(import.meta.dirname, '../../../../utils/reading/platforms/mybb.html'), URL).window.document;
});

describe('a post', () => {
  test('that is deleted in the page is deleted for its moderators, who still see it, and for all others, from whom it is folded away', () => {
    expect(comment('3305')).toMatchObject({ deleted: false });
    find('#post_3305').className = 'post unapproved_post deleted_post';
    expect(comment('3305')).toMatchObject({ deleted: true, text: '' });
    find('#post_3308').setAttribute('style', 'display: none;');
    expect(comment('3308')).toMatchObject({ deleted: true, text: '' });
  });

  test('of somebody whom the reader ignores is folded away and stands all the same', () => {
    expect(comment('3306')).toMatchObject({ deleted: false, text: 'plants are boring' });
  });

  test('that is being edited has no words for that long: the form and its labels are not its author’s', () => {
    expect([...(readNow()?.edited ?? [])]).toEqual([]);
    find('#pid_3308').innerHTML =
      '<form><textarea name="value">How do you root a fig?</textarea><label class="editreason">Edit Reason: <input type="text"></label><button type="submit">Save Changes</button></form>';
    expect(comment('3308')).toMatchObject({ deleted: false, text: '' });
    expect([...(readNow()?.edited ?? [])]).toEqual(['3308']);
  });
});

describe('the threaded mode, which shows one message and a line of each,', () => {
  const line = (id: number, depth: number, active = false) =>
    `<div style="margin-left: ${depth * 13}px;">${active ? '<strong>RE: Houseplants</strong>' : `<a href="showthread.php?tid=412&amp;pid=${id}&amp;mode=threaded">RE: Houseplants</a>`} <span class="smalltext">- by someone - 04-06-2025, 11:00 AM</span></div>`;
  const threaded = (shown: number) => {
    for (const post of [...document.querySelectorAll('.post')].slice(1)) post.remove();
    find('.pagination')?.remove();
    find('#posts').insertAdjacentHTML(
      'afterend',
      `<table class="tborder"><tr><td class="thead"><a href="showthread.php?mode=linear&amp;tid=412&amp;pid=0#pid0">Linear Mode</a></td></tr><tr><td class="trow1">${[1, 2, 3, 4].map((id) => line(id, id === 1 ? 0 : 1, id === shown)).join('')}</td></tr></table>`,
    );
  };

  test('counts the messages, and leads on to all of them from the first', () => {
    threaded(1);
    expect(readNow()?.thread).toMatchObject({ total: 3, comments: [] });
    expect(neighbour(mybb, document, URL, 'next')).toBe('https://greenfingers.example.com/showthread.php?mode=linear&tid=412&pid=0');
  });

  test('leads nowhere from a later one, since all would seem to follow it', () => {
    threaded(3);
    expect(neighbour(mybb, document, URL, 'next')).toBeNull();
  });
});
