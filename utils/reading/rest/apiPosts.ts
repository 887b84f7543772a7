import { setParent, type Thread } from '../../thread/index.ts';
import { parseFragment } from '../dom.ts';
import type { Platform } from '../platform.ts';
import { read } from '../read.ts';

/** A post as a forum's own interface describes it, with ids as in the forum's pages. */
export interface Post {
  id: string;
  /** The number that quotes and links refer to, where that is another than the id. */
  number?: string;
  /** The id of the post it answers, which may have come with an earlier answer. */
  parent: string | null;
  author: string | null;
  /** The words as markup. */
  html: string;
  time: string | number | null;
  score: number | null;
  permalink: string | null;
  deleted: boolean;
}

/**
 * Reads posts that came as data by the same rules as posts in a page, so that both give the same words and quotes: they are written into
 * a document of their own, which is never shown and loads nothing.
 */
export function readPosts(
  platform: Platform,
  posts: readonly Post[],
  about: { url: string; title: string; opening: string | null; now: Date },
): Thread | null {
  const document = new DOMParser().parseFromString('<!doctype html><title></title>', 'text/html');
  document.title = about.title;
  // Asked for once: a post may hold what its document would take for its body.
  const { body } = document;
  for (const post of posts) {
    const article = document.createElement('article');
    for (const [name, value] of Object.entries(post))
      if (name !== 'html' && value !== null) article.setAttribute(`data-${name}`, String(value));
    if (post.id === about.opening) article.setAttribute('data-opening', '');
    const holder = holderIn(article, platform.body);
    holder.append(...parseFragment(post.html));
    body.append(article);
  }
  const plain: Platform = {
    ...only(platform, 'name', 'example', 'marker', 'quote', 'quoted', 'without'),
    comment: 'article[data-id]',
    opening: { post: 'article[data-opening]' },
    id: '@data-id',
    number: '@data-number',
    author: '@data-author',
    body: '[data-words]',
    time: '@data-time',
    score: '@data-score',
    permalink: '@data-permalink',
    title: 'title',
    deleted: 'article[data-deleted=true]',
  };
  const thread = read(plain, document, about.url, about.now)?.thread ?? null;
  const parents = new Map(posts.map(({ id, parent }) => [id, parent]));
  for (const comment of thread?.comments ?? []) {
    const parent = parents.get(comment.id) ?? null;
    if (parent !== null) setParent(comment, parent);
  }
  return thread;
}

/** Elements with the classes and attributes that a platform knows the words of a post by: what it says of quotes counts on them. */
function holderIn(article: Element, body: Platform['body']): Element {
  const [first = ''] = typeof body === 'function' ? [] : [body].flat();
  const [selector = ''] = first.split(',');
  let holder = article;
  for (const part of selector.split(/[\s>]+/)) {
    const inner = article.ownerDocument.createElement('section');
    for (const [, name = ''] of part.matchAll(/\.([\w-]+)/g)) inner.classList.add(name);
    for (const [, name = '', value = ''] of part.matchAll(/\[([\w-]+)=["']?([^"'\]]*)["']?\]/g)) inner.setAttribute(name, value);
    holder.append(inner);
    holder = inner;
  }
  holder.setAttribute('data-words', '');
  return holder;
}

/** What a platform says of these things, where it says it. */
function only<Key extends keyof Platform>(platform: Platform, ...keys: Key[]): Pick<Platform, Key> {
  return Object.fromEntries(Object.entries(platform).filter(([key]) => (keys as string[]).includes(key))) as Pick<Platform, Key>;
}
