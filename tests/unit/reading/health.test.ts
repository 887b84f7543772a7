// @vitest-environment node
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { healthOf, reportOf } from '../../../utils/reading/health.ts';
import type { Platform } from '../../../utils/reading/platform.ts';
import { read } from '../../../utils/reading/read.ts';

const NOW = new Date('2026-11-01T12:00:00Z');
const ADDRESS = 'https://forum.example.org/t/secret-title?user=amber';

const forum: Platform = {
  name: 'forum',
  example: ADDRESS,
  marker: 'main',
  title: 'h1',
  comment: '.post',
  id: '@id',
  author: '.author',
  body: '.body',
  time: 'time@datetime',
  total: '.count',
  next: '.next@href',
  more: '.more',
};

const post = (id: number, author = '<i class="author">amber</i>', body = 'Some words.') =>
  `<div class="post" id="p${id}">${author}<time datetime="2024-01-0${1 + (id % 9)}"></time><div class="body">${body}</div></div>`;
const posts = (count: number, ...rest: string[]) => Array.from({ length: count }, (_, id) => post(id, ...rest)).join('');

function health(html: string, platform = forum) {
  const { document } = new JSDOM(`<main>${html}</main>`, { url: ADDRESS }).window;
  return healthOf(platform, document, read(platform, document, ADDRESS, NOW));
}

describe('a forum that changed its pages', () => {
  test('is healthy while everything is found', () => expect(health(posts(8)).missing).toEqual([]));

  test('gives nothing at all', () => expect(health('<article>changed</article>').missing).toEqual(['everything']));

  test('gives far fewer comments than it counts', () => {
    expect(health(`${posts(8)}<p class="count">40 answers</p>`).missing).toEqual(['comments']);
  });

  test('may hold fewer where there are further pages or more to load', () => {
    expect(health(`${posts(8)}<p class="count">40</p><a class="next" href="?page=2"></a>`).missing).toEqual([]);
    expect(health(`${posts(8)}<p class="count">40</p><a class="more">32 more replies</a>`).missing).toEqual([]);
  });

  test.each([
    ['authors', posts(8, '')],
    ['words', posts(8, undefined as never, '')],
    ['times', posts(8).replaceAll('datetime', 'data-time')],
  ])('has lost its %s', (what, html) => expect(health(html).missing).toEqual([what]));

  test('an author missing here and there is no news', () => {
    expect(health(posts(6) + posts(12, '').replaceAll('id="p', 'id="q').slice(0, 400)).missing).toEqual([]);
  });

  test('gets a report that holds no content and no address beyond the host', () => {
    const report = reportOf(health(posts(8, '')), '1.2.3');
    expect(report).toContain('Standpoint 1.2.3, platform forum, on forum.example.org');
    expect(report).toContain('missing: authors');
    expect(report).toContain('author: .author × 0');
    expect(report).toContain('body: .body × 8');
    expect(report).not.toMatch(/secret|amber|Some words/);
  });
});
