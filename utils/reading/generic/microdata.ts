import type { Platform } from '../platform.ts';

const kind = (...names: string[]) => `:is(${names.map((name) => `[itemtype$="schema.org/${name}"]`).join(', ')})`;
const POSTING = kind('DiscussionForumPosting', 'Question', 'SocialMediaPosting');

/** What schema.org's vocabulary says in microdata, read as if it were a forum's own markup. */
export const MICRODATA: Platform = {
  name: 'generic',
  example: '',
  marker: `${kind('Comment', 'Answer', 'UserComments')}, ${kind('DiscussionForumPosting')} ~ ${kind('DiscussionForumPosting')}`,
  title: ['[itemprop="headline"]@content', '[itemprop="headline"]', 'h1'],
  comment: kind('Comment', 'Answer', 'UserComments', 'DiscussionForumPosting'),
  opening: { post: [POSTING, 'article:has([itemprop="articleBody"])', '[itemprop="articleBody"]'] },
  id: ['@id', '@data-pid', '@data-id', ...addressOf('href'), ...addressOf('content'), positionOf],
  author: [
    '[itemprop="author"] [itemprop="name"]@content',
    '[itemprop="author"] [itemprop="name"]',
    '[itemprop="author"] [class*="username" i]',
    '[itemprop="author"] a:not(:has(img))',
    '[itemprop="author"]',
    '[itemprop="creator"] [itemprop="name"]',
    '[itemprop="creator"]',
  ],
  body: ['[itemprop="text"]', '[itemprop="commentText"]', '[itemprop="articleBody"]', '[itemprop="description"]'],
  time: ['dateCreated', 'datePublished', 'commentTime'].flatMap((name) =>
    ['@datetime', '@content', '@title', ''].map((attribute) => `[itemprop="${name}"]${attribute}`),
  ),
  score: ['[itemprop="upvoteCount"]@content', '[itemprop="upvoteCount"]'],
  permalink: [...addressOf('href'), ...addressOf('content')],
  nested: true,
  quote: 'blockquote',
};

/** The address of a post, not that of its author. */
function addressOf(attribute: string): string[] {
  return [`[itemprop="url"]:not([itemprop="author"] *, [itemprop="creator"] *)@${attribute}`];
}

/** For what has no name of its own. Counted only once a page. */
const positions = new WeakMap<Element, number>();

function positionOf(post: Element): string {
  const known = positions.get(post);
  if (known !== undefined) return `post-${known}`;
  post.ownerDocument.querySelectorAll(`${MICRODATA.comment}, ${POSTING}`).forEach((one, index) => {
    positions.set(one, index + 1);
  });
  return `post-${positions.get(post) ?? 0}`;
}
