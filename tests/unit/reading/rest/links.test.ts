// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openPage } from '../../../../utils/commands/openPage.ts';
import { recognize } from '../../../../utils/reading/platforms/index.ts';
import { addressOf, linksInThread, neighbour } from '../../../../utils/reading/rest/links.ts';

const PAGES = join(import.meta.dirname, '../../../../utils/reading/platforms');

function open(file: string) {
  const path = join(PAGES, file);
  const url = /<!--\s*url:\s*(\S+)/.exec(readFileSync(path, 'latin1'))?.[1] ?? '';
  const { document } = openPage(path, url).window;
  const platform = recognize(document);
  if (!platform) throw new Error(`${file} is of no platform.`);
  return { platform, document, url };
}

/** The pages around one, without the part of the address that all have in common. */
function around(file: string, swap?: { selector: string; markup: string; address: string }): (string | null)[] {
  const { platform, document, url } = open(file);
  if (swap) {
    for (const link of document.querySelectorAll('link[rel=next], link[rel=prev]')) link.remove();
    for (const old of document.querySelectorAll(swap.selector)) old.remove();
    const Parser = document.defaultView?.DOMParser as typeof DOMParser;
    const added = new Parser().parseFromString(swap.markup, 'text/html');
    document.head.append(...added.head.childNodes);
    document.body.prepend(...added.body.childNodes);
  }
  const address = swap ? new URL(swap.address, url).href : url;
  return (['previous', 'next'] as const).map((direction) => {
    const found = neighbour(platform, document, address, direction);
    if (found === null) return null;
    return found.replace(new URL('.', url).href, '').replace(new URL(url).origin, '');
  });
}

describe('the first page of a thread leads to the second', () => {
  test.each([
    ['discuz.html', 'thread-88231-2-1.html'],
    ['fluxbb.html', 'viewtopic.php?id=71&p=2'],
    ['hackernews.html', 'item?id=45210377&p=2'],
    ['invision.5.html', 'page/2/'],
    ['mybb.html', 'showthread.php?tid=412&page=2'],
    ['phpbb.html', 'viewtopic.php?t=318&start=10'],
    // The head of the page calls the next topic its next page.
    ['phpbb2.html', 'viewtopic.php?t=601&postdays=0&postorder=asc&start=15'],
    ['punbb.html', 'viewtopic.php?id=133&p=2'],
    ['smf.html', 'index.php?PHPSESSID=k3v9s0q2m1n8b7c6x5z4&topic=902.15'],
    ['smf1.html', 'index.php?topic=340.20'],
    ['vanilla.html', 'co-operative-games-are-one-player-games-with-an-audience/p2'],
    ['vbulletin.html', 'showthread.php?20771-Should-bands-stop-wearing-uniform-jackets/page2'],
    ['wordpress.html', 'comment-page-2/'],
    ['xenforo.html', 'page-2'],
    // Its links count from a <base> of its own.
    ['xenforo1.html', 'page-2'],
  ])('%s', (file, next) => {
    expect(around(file)).toEqual([null, next]);
  });
});

describe('a page in the middle leads both ways', () => {
  const numbers = (before: string, after: string) => `<a href="${before}">1</a> <b class="here">2</b> <a href="${after}">3</a>`;
  test.each([
    [
      'phpbb.html',
      '.pagination',
      './viewtopic.php?t=318&start=10',
      '<div class="pagination">26 posts <ul><li class="arrow previous"><a href="./viewtopic.php?t=318" rel="prev">Previous</a></li><li><a href="./viewtopic.php?t=318">1</a></li><li class="active"><span>2</span></li><li><a href="./viewtopic.php?t=318&amp;start=20">3</a></li><li class="arrow next"><a href="./viewtopic.php?t=318&amp;start=20" rel="next">Next</a></li></ul></div>',
      ['viewtopic.php?t=318', 'viewtopic.php?t=318&start=20'],
    ],
    [
      'phpbb2.html',
      '.gensmall, .nav',
      'viewtopic.php?t=601&start=15',
      `<span class="gensmall"><b>Goto page <a href="viewtopic.php?t=601&amp;start=0">Previous</a> ${numbers('viewtopic.php?t=601&amp;start=0', 'viewtopic.php?t=601&amp;start=30')}</b></span>`,
      ['viewtopic.php?t=601&start=0', 'viewtopic.php?t=601&start=30'],
    ],
    [
      'xenforo.html',
      '.pageNav',
      'page-2',
      '<ul class="pageNav-main"><li class="pageNav-page"><a href="/threads/dogs-off-the-lead-on-west-sands-in-winter.5521/">1</a></li><li class="pageNav-page pageNav-page--current"><a href="/threads/dogs-off-the-lead-on-west-sands-in-winter.5521/page-2">2</a></li><li class="pageNav-page"><a href="/threads/dogs-off-the-lead-on-west-sands-in-winter.5521/page-3">3</a></li></ul>',
      ['', 'page-3'],
    ],
    [
      'mybb.html',
      '.pagination',
      'showthread.php?tid=412&page=2',
      '<div class="pagination"><a href="showthread.php?tid=412" class="pagination_previous">« Previous</a><span class="pagination_current">2</span><a href="showthread.php?tid=412&amp;page=3" class="pagination_next">Next »</a></div>',
      ['showthread.php?tid=412', 'showthread.php?tid=412&page=3'],
    ],
    [
      'smf.html',
      '.pagelinks',
      'index.php?topic=902.15',
      // SMF 2.0 names the topics around it in its head.
      `<link rel="prev" href="index.php?topic=902.0;prev_next=prev"><link rel="next" href="index.php?topic=902.0;prev_next=next"><div class="pagelinks">Pages: <a class="navPages" href="index.php?topic=902.0">1</a> [<strong>2</strong>] <a class="navPages" href="index.php?topic=902.30">3</a></div>`,
      ['index.php?topic=902.0', 'index.php?topic=902.30'],
    ],
    [
      'smf1.html',
      '.middletext',
      'index.php?topic=340.20',
      '<p class="middletext">Pages: <a class="navPages" href="index.php?topic=340.0">1</a> [<b>2</b>] <a class="navPages" href="index.php?topic=340.40">3</a></p>',
      ['index.php?topic=340.0', 'index.php?topic=340.40'],
    ],
    [
      'vbulletin.html',
      '.pagination',
      'showthread.php?20771-Should-bands-stop-wearing-uniform-jackets/page2',
      '<form class="pagination"><span class="prev_next"><a rel="prev" href="showthread.php?20771-Should-bands-stop-wearing-uniform-jackets">‹</a></span><span class="selected"><a>2</a></span><span class="prev_next"><a rel="next" href="showthread.php?20771-Should-bands-stop-wearing-uniform-jackets/page3">›</a></span></form>',
      [
        'showthread.php?20771-Should-bands-stop-wearing-uniform-jackets',
        'showthread.php?20771-Should-bands-stop-wearing-uniform-jackets/page3',
      ],
    ],
    [
      'vbulletin3.html',
      '.pagenav',
      'showthread.php?t=4410&page=2',
      '<div class="pagenav"><table><tr><td class="alt1"><a href="showthread.php?t=4410" rel="prev">&lt;</a></td><td class="alt2"><strong>2</strong></td><td class="alt1"><a href="showthread.php?t=4410&amp;page=3" rel="next">&gt;</a></td></tr></table></div>',
      ['showthread.php?t=4410', 'showthread.php?t=4410&page=3'],
    ],
    [
      'vbulletin5.html',
      '.pagenav, .pagenav-form',
      '8120-composting-toilets-are-the-only-sensible-choice/page2',
      '<link rel="prev" href="/forum/living-aboard/8120-composting-toilets-are-the-only-sensible-choice"><link rel="next" href="/forum/living-aboard/8120-composting-toilets-are-the-only-sensible-choice/page3"><p></p>',
      ['8120-composting-toilets-are-the-only-sensible-choice', '8120-composting-toilets-are-the-only-sensible-choice/page3'],
    ],
    [
      'invision.5.html',
      '.ipsPagination',
      'page/2/',
      '<ul class="ipsPagination"><li class="ipsPagination__prev"><a href="/topic/1207-joined-up-handwriting-until-the-end-of-school/" rel="prev">Prev</a></li><li class="ipsPagination__page"><a href="/topic/1207-joined-up-handwriting-until-the-end-of-school/">1</a></li><li class="ipsPagination__page ipsPagination__active"><a href="page/2/">2</a></li><li class="ipsPagination__next"><a href="../../page/3/" rel="next">Next</a></li></ul>',
      ['', 'page/3/'],
    ],
    [
      'stackexchange.html',
      '.s-pagination',
      '?page=2&tab=scoredesc',
      '<div class="s-pagination"><a class="s-pagination--item" href="?page=1&amp;tab=scoredesc" rel="prev">Prev</a><a class="s-pagination--item" href="?page=1&amp;tab=scoredesc">1</a><div class="s-pagination--item is-selected">2</div><a class="s-pagination--item" href="?page=3&amp;tab=scoredesc" rel="next">Next</a></div>',
      [
        'is-soaking-dried-beans-pointless-with-a-pressure-cooker?page=1&tab=scoredesc',
        'is-soaking-dried-beans-pointless-with-a-pressure-cooker?page=3&tab=scoredesc',
      ],
    ],
    [
      'wordpress.html',
      '.comments-pagination',
      'comment-page-2/',
      '<nav class="comments-pagination"><a class="prev page-numbers" href="../comment-page-1/#comments">Older</a> <span class="page-numbers current">2</span> <a class="next page-numbers" href="../comment-page-3/#comments">Newer</a></nav>',
      ['comment-page-1/', 'comment-page-3/'],
    ],
    [
      'hackernews.html',
      '.morelink',
      'item?id=45210377&p=2',
      '<a class="morelink" href="item?id=45210377&amp;p=3" rel="next">More</a>',
      [null, 'item?id=45210377&p=3'],
    ],
  ])('%s', (file, selector, address, markup, expected) => {
    expect(around(file, { selector, address, markup })).toEqual(expected);
  });
});

test('numbers elsewhere, such as votes, ratings and posts, are no pages', () => {
  const { platform, document, url } = open('invision.html');
  expect(linksInThread(platform, document, url).some(([, link]) => /^\d+$/.test(link.textContent ?? ''))).toBe(true);
  expect(around('invision.html')).toEqual([null, null]);
  const rating =
    '<div class="pagination"><span class="pagination_current">1</span></div><a href="ratethread.php?tid=412&amp;rating=2">2</a>';
  expect(around('mybb.html', { selector: '.pagination', markup: rating, address: 'showthread.php?tid=412' })).toEqual([null, null]);
});

test('a page opened by the number of a post is named by its thread', () => {
  const { platform, document } = open('phpbb.html');
  const byPost = 'https://board.hillsideplots.example.org/viewtopic.php?p=4711';
  const thread = 'https://board.hillsideplots.example.org/viewtopic.php?t=318';
  expect(addressOf(platform, document, byPost)).toContain(thread);
  expect(addressOf(platform, document, thread)).toBe(thread);
});
