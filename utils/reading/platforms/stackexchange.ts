import { readNumber } from '../engine/numbers.ts';
import type { Platform } from '../platform.ts';
import { digits } from '../platformHelpers.ts';

/** Questions, their answers, and the comments under each. */
export const stackexchange: Platform = {
  name: 'stackexchange',
  example: 'https://cooking.stackexchange.com/questions/1/a-title',
  hosts: ['*.stackexchange.com', 'stackoverflow.com', 'serverfault.com', 'superuser.com', 'askubuntu.com', 'mathoverflow.net'],
  marker: 'body.question-page #question',
  thread: /\/questions\/\d+/,
  title: ['#question-header h1', 'h1[itemprop=name]'],
  comment: '.answer[data-answerid], .comment[id^="comment-"]',
  opening: { post: '#question', id: (post) => `question-${post.getAttribute('data-questionid')}` },
  id: '@id',
  // A community wiki has no author but a link to its revisions.
  author: [
    '.comment-user',
    '.post-signature:last-of-type .user-details a:not([href*="/revisions"])',
    '.post-signature .user-details a:not([href*="/revisions"])',
    '.user-details a:not([href*="/revisions"])',
    '.user-details [itemprop="name"]',
    '.post-signature .user-details:not(:has(a))',
  ],
  body: '.js-post-body, .post-text, .comment-copy',
  time: [
    '.comment-date .relativetime-clean@title',
    '.post-signature:last-of-type .user-action-time .relativetime@title',
    '.user-action-time .relativetime@title',
    'time@datetime',
  ],
  score: ['.js-vote-count@data-value', '.js-vote-count', '.vote-count-post', '.comment-score'],
  permalink: ['.comment-link@href', '.js-share-link@href', '.short-link@href'],
  badge: '.post-menu, .js-post-menu, .comment-date',
  nested: true,
  without: '.post-notice, .js-post-notice',
  total: answersAndComments,
  page: '.s-pagination--item.is-selected, .page-numbers.current',
  next: 'a[rel=next]@href',
  more: '.js-show-link.comments-link:not(.dno)',
};

/** The page counts its answers; comments are as many as it shows and says it hides ("Show 3 more comments"). */
function answersAndComments({ ownerDocument }: Element): string | null {
  // Beside the count stands a menu of orders with numbers of its own.
  const header = ownerDocument.querySelector('#answers-header');
  const said = header?.querySelector('[data-answercount]')?.getAttribute('data-answercount') ?? header?.querySelector('h2')?.textContent;
  const answers = readNumber(said ?? header?.textContent);
  if (answers === null) return null;
  const hidden = [...ownerDocument.querySelectorAll('.js-show-link b')].map(({ textContent }) => Number(digits(textContent) ?? 0));
  const shown = ownerDocument.querySelectorAll('.comment[id^="comment-"]').length;
  return String(hidden.reduce((sum, count) => sum + count, answers + shown));
}
