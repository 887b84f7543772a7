import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { ROOT } from './build.ts';

const PAGES = 12;
const EACH = 10;
/** The page that the forum fails to give, as often as this. */
const FAILING = 7;
const FAILURES = 2;
const PATH = '/paged/viewtopic.php';

/** A phpBB topic of twelve pages with ten posts each, made of the posts of our saved page. */
export function openPaged(): { path: string; asked: { count: number }; answer(url: URL): Answer | null } {
  let failures = 0;
  const asked = { count: 0 };
  let template: JSDOM | undefined;
  return {
    path: `${PATH}?t=318`,
    asked,
    answer({ pathname, searchParams }) {
      if (pathname !== PATH) return null;
      asked.count += 1;
      const page = Number(searchParams.get('start') ?? 0) / EACH + 1;
      if (page === FAILING && failures < FAILURES) {
        failures += 1;
        return { type: 'html', body: Buffer.from('The board is busy.'), status: 503 };
      }
      template ??= new JSDOM(readFileSync(join(ROOT, 'utils/reading/platforms/phpbb.html')));
      return { type: 'html', body: Buffer.from(pageOf(template, page)) };
    },
  };
}

function pageOf(template: JSDOM, page: number): string {
  const { document } = new JSDOM(template.serialize()).window;
  const all = [...document.querySelectorAll('.post[id^=p]')];
  const posts = all.filter((post) => !post.matches('.deleted'));
  for (let index = 0; index < EACH; index += 1) {
    const post = posts[index % posts.length];
    const id = /\d+/.exec(post?.id ?? '')?.[0] ?? '';
    const number = (page - 1) * EACH + index + 1;
    const copy = document.createElement('div');
    copy.innerHTML = post?.outerHTML.replaceAll(id, String(90_000 + number)) ?? '';
    copy.querySelector('.content')?.prepend(`This is post number ${number}. `);
    posts[0]?.before(...copy.childNodes);
  }
  for (const post of all) post.remove();
  for (const bar of document.querySelectorAll('.pagination')) bar.innerHTML = barOf(page);
  return `<!doctype html>${document.documentElement.outerHTML}`;
}

/** As phpBB links pages: the first, the last, and some around the one that is open. */
function barOf(page: number): string {
  const link = (to: number, words: string) =>
    `<a class="button" href=".${PATH.slice(6)}?t=318${to > 1 ? `&amp;start=${(to - 1) * EACH}` : ''}" role="button">${words}</a>`;
  const items = Array.from({ length: PAGES }, (_, index) => index + 1)
    .filter((to) => to === 1 || to === PAGES || Math.abs(to - page) < 3)
    .map((to) => (to === page ? `<li class="active"><span>${to}</span></li>` : `<li>${link(to, String(to))}</li>`));
  const before = page > 1 ? `<li class="arrow previous">${link(page - 1, 'Previous')}</li>` : '';
  const after = page < PAGES ? `<li class="arrow next">${link(page + 1, 'Next')}</li>` : '';
  return `${PAGES * EACH} posts <ul>${before}${items.join('')}${after}</ul>`;
}

export interface Answer {
  type: string;
  body: Buffer;
  status?: number;
}
