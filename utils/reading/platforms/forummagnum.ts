import type { Platform } from '../platform.ts';

/** ForumMagnum: LessWrong, the EA Forum, the Alignment Forum. Its classes are named after its components. */
export const forummagnum: Platform = {
  name: 'forummagnum',
  example: 'https://www.lesswrong.com/posts/abcdefghijklmnopq/a-title',
  hosts: ['www.lesswrong.com', 'forum.effectivealtruism.org', 'www.alignmentforum.org'],
  optional: true,
  marker: '.comments-node[id] :is([class*="CommentsItemMeta-"], [class*="CommentBody-"], .commentBody, [class*="SingleLineComment-"])',
  address: /\/posts\/|\/events\/|\/(?:s|rationality)\/[^/]+\/p\//,
  thread: /\/(?:posts|events|p)\/\w+/,
  title: ['[class*="PostsPageTitle-root"]', '[class*="PostsPageTitle"]', 'h1'],
  comment: '.comments-node[id]:not([class*="hoverPreview"], [class*="ParentCommentSingle"] *)',
  opening: {
    post: ['#postBody', '[class*="PostsPage-postBody"]', '[class*="PostsPage-centralColumn"]', 'article'],
    id: () => 'post',
    author: [({ ownerDocument }) => ownerDocument.querySelector('[class*="PostsAuthors-"] a[href*="/users/"]')?.textContent],
    body: ['#postContent', '[class*="PostsPage-postContent"]'],
    time: [({ ownerDocument }) => ownerDocument.querySelector('[class*="PostsPageDate"] time')?.getAttribute('datetime')],
    score: [({ ownerDocument }) => ownerDocument.querySelector('[class*="PostsVote"] [class*="voteScore"]')?.textContent],
    permalink: () => null,
    badge: '[class*="PostsPageTitle"], h1',
  },
  id: '@id',
  author: [
    '[class*="CommentsItemMeta-"] a[href*="/users/"]',
    '[class*="SingleLineComment-username"]',
    '[class*="CommentUserName"] [class*="UserNameDeleted"]',
  ],
  body: '[class*="CommentBody-root"], .commentBody',
  time: ['[class*="CommentsItemDate"] time@datetime', 'time@datetime'],
  score: ['[class*="OverallVoteAxis"] [class*="voteScore"]', '[class*="voteScore"]', '[class*="SingleLineComment-karma"]'],
  permalink: '[class*="CommentsItemDate"] a@href',
  badge: '[class*="CommentsItemMeta-root"]',
  nested: true,
  quote: ':is([class*="CommentBody-root"], .commentBody) blockquote',
  // Who wrote it is no longer told, or a note says by whom it was deleted.
  deleted: ({ children }) =>
    [...children].some((part) =>
      /^\[comment deleted\]/.test(part.querySelector('[class*="CommentsItemMeta-username"]')?.textContent ?? ''),
    ),
  total: ['[class*="CommentsListMeta"] ', '[class*="PostsPageCommentsCount"]', 'a[href="#comments"]'],
  more: '[class*="LoadMore"], [class*="SingleLineComment-root"], [class*="RepliesToCommentList"], .comments-node [class*="collapsed"]',
};
