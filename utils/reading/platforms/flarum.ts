import { inertDocument } from '../dom.ts';
import { peopleIn } from '../engine/numbers.ts';
import type { Platform } from '../platform.ts';

/** Flarum: live, or as served, where the posts stand as text beside the data that the scripts will draw them from. */
export const flarum: Platform = {
  name: 'flarum',
  example: 'https://discuss.flarum.org/d/1-a-title',
  hosts: ['discuss.flarum.org'],
  marker: '.PostStream-item[data-id], head:has(link[rel="canonical"][href*="/d/"]) ~ body #flarum-content',
  thread: /\/d\/\d+/,
  title: ['.DiscussionHero-title', '.DiscussionPage h1'],
  comment: '.PostStream-item[data-type="comment"][data-id]',
  opening: { post: '.PostStream-item[data-number="1"]' },
  source: served,
  id: '@data-id',
  number: '@data-number',
  author: ['.PostUser-name .username', '.PostUser .username', '.PostUser-name'],
  body: '.Post-body',
  time: ['@data-time', '.PostMeta > a time@datetime', '.PostMeta time@datetime'],
  score: ['@data-likes', (post) => peopleIn(post.querySelector('.Post-likedBy'))],
  permalink: '.PostMeta-permalink@value',
  badge: '.Post-header .PostUser, .PostUser',
  quote: '.Post-body blockquote',
  quoted: ['.PostMention@data-id', '.PostMention@href'],
  parent: '.Post-body > p > .PostMention:first-child@data-id',
  without: '.Post-body :is(blockquote, p:first-child) > .PostMention:first-child, .Post-body blockquote p > .PostMention',
  deleted: '.Post--hidden:not(:has(.Post-body > *))',
  posts: ({ ownerDocument }) => dataOf(ownerDocument)?.data?.attributes?.commentCount?.toString(),
  next: ['.PostStream ~ a[rel=next]@href', 'link[rel=next]@href'],
  previous: 'link[rel=prev]@href',
  more: '.PostStream, #flarum-content',
};

interface Resource {
  type: string;
  id: string;
  attributes?: {
    number?: number;
    createdAt?: string;
    contentType?: string;
    contentHtml?: string;
    displayName?: string;
    commentCount?: number;
  };
  relationships?: { user?: { data?: { id: string } }; likes?: { data?: unknown[] } };
}

interface Data {
  data?: Resource;
  included?: Resource[];
}

function dataOf(document: Document): Data | null {
  try {
    return JSON.parse(document.querySelector('#flarum-json-payload')?.textContent ?? '')?.apiDocument ?? null;
  } catch {
    return null; // a page may write anything there
  }
}

/** The posts as served, put into the elements that the scripts would have drawn. */
function served(document: Document): ParentNode | null {
  if (document.querySelector('.PostStream-item')) return null;
  const included = dataOf(document)?.included;
  const resources = Array.isArray(included) ? included.filter((one) => one !== null) : [];
  const names = new Map(resources.filter(({ type }) => type === 'users').map(({ id, attributes }) => [id, attributes?.displayName ?? '']));
  const page = inertDocument(document, '');
  resources
    .filter(({ type, attributes }) => type === 'posts' && attributes?.contentType === 'comment')
    .sort((one, other) => (one.attributes?.number ?? 0) - (other.attributes?.number ?? 0))
    .forEach(({ id, attributes, relationships }) => {
      const post = page.body.appendChild(page.createElement('article'));
      post.className = 'PostStream-item';
      Object.assign(post.dataset, { type: 'comment', id, number: attributes?.number ?? '', time: attributes?.createdAt ?? '' });
      post.dataset.likes = String(relationships?.likes?.data?.length ?? 0);
      const author = post.appendChild(page.createElement('h3'));
      author.className = 'PostUser-name';
      author.textContent = names.get(relationships?.user?.data?.id ?? '') ?? '';
      const body = post.appendChild(page.createElement('div'));
      body.className = 'Post-body';
      body.append(...inertDocument(document, attributes?.contentHtml ?? '').body.childNodes);
    });
  return page;
}
