import type { Platform } from '../platform.ts';
import { lineOf } from '../platformHelpers.ts';

/** What stands where the words of a comment were. */
export const INSTEAD_OF_WORDS = /^(?:\[\s?(?:deleted|removed)[^\]]{0,40}\]|comment (?:deleted|removed) by \w+)?$/i;

/** Reddit since 2023: web components whose attributes say nearly everything. */
export const reddit: Platform = {
  name: 'reddit',
  example: 'https://www.reddit.com/r/books/comments/1abcde/a_title/',
  hosts: ['*.reddit.com'],
  marker: 'shreddit-comment-tree, shreddit-post[view-context=CommentsPage]',
  thread: /\/comments\/\w+/,
  title: ['shreddit-post[view-context=CommentsPage]@post-title', 'shreddit-post@post-title'],
  comment: 'shreddit-comment[thingid]',
  source: inTemplates,
  opening: {
    post: 'shreddit-post',
    id: '@id',
    body: '[slot=text-body]',
    time: '@created-timestamp',
    badge: '[slot=credit-bar]',
  },
  id: '@thingid',
  author: '@author',
  body: '[slot=comment]',
  time: ['[slot=commentMeta] time@datetime', 'time@datetime', '@created'],
  score: ['@score', 'shreddit-comment-action-row@score'],
  permalink: '@permalink',
  badge: '[slot=commentMeta]',
  parent: ['@parentid', '@postid', (comment) => comment.closest('shreddit-comment-tree')?.getAttribute('post-id')],
  quote: '[slot=comment] blockquote',
  without: '[slot=text-body] [slot=read-more], faceplate-screen-reader-content',
  deleted: withoutWords,
  total: ['shreddit-comment-tree@totalcomments', 'shreddit-post@comment-count'],
  more: 'faceplate-partial[src*="more-comments"], [slot="more-comments-permalink"], #top-level-more-comments-partial',
};

/** An account that was deleted leaves its words; a comment that was deleted or removed has none. */
function withoutWords(comment: Element): boolean {
  if (comment.matches('[is-comment-deleted], [is-comment-removed]')) return true;
  if (comment.getAttribute('author') !== '[deleted]') return false;
  const body = [...comment.querySelectorAll('[slot="comment"], [slot="text-body"]')].find(
    (slot) => slot.closest('shreddit-comment, shreddit-post') === comment,
  );
  return !body || INSTEAD_OF_WORDS.test(lineOf(body).trim());
}

/** As the server sends it since 2026, the tree stands in templates until the page's scripts take it out. */
function inTemplates(document: Document): ParentNode | null {
  if (document.querySelector('shreddit-comment')) return null;
  const held = [...document.querySelectorAll('shreddit-comment-tree template')].flatMap((template) =>
    'content' in template ? [template.content as DocumentFragment] : [],
  );
  if (!held.some((content) => content.querySelector('shreddit-comment'))) return null;
  const page = document.implementation.createHTMLDocument('');
  for (const post of document.querySelectorAll('shreddit-post')) page.body.append(page.importNode(post, true));
  const tree = document.querySelector('shreddit-comment-tree');
  if (tree) page.body.appendChild(page.importNode(tree, false)).append(...held.map((content) => page.importNode(content, true)));
  return page;
}
