import type { Platform } from '../platform.ts';
import { digits } from '../platformHelpers.ts';

const POST = ':is(.detailed-status, .status:has(> .status__info)):not(.status__quote *, .notification *, .reply-indicator *)';

/** Mastodon, and what shows its interface (Glitch, Hometown …), on any server. */
export const mastodon: Platform = {
  name: 'mastodon',
  example: 'https://mastodon.social/@name/112233445566778899',
  hosts: [
    'mastodon.social',
    'mastodon.online',
    'mastodon.world',
    'mstdn.social',
    'mas.to',
    'fosstodon.org',
    'hachyderm.io',
    'infosec.exchange',
  ],
  optional: true,
  marker: '.detailed-status',
  thread: /\/(?:@[^/]+|statuses)\/\d+/,
  title: ({ ownerDocument }) => /[:：]\s?["“„«](.+?)["”“»]/su.exec(ownerDocument.title)?.[1],
  comment: POST,
  opening: { post: POST },
  id: ['@data-id', (post) => digits(post.querySelector('.detailed-status__datetime, .status__relative-time')?.getAttribute('href'))],
  author: ['.display-name__html', '.display-name strong', '.display-name bdi', '.display-name__account', '.status__display-name'],
  body: [
    '.content-warning:not(.content-warning--filter) > :is(p, span), .status__content__text:not(.status__quote *)',
    '.status__content:not(.status__quote *)',
  ],
  time: ['.status__relative-time time@datetime', '.detailed-status__datetime time@datetime', '.detailed-status__datetime'],
  score: ['.detailed-status__favorites', '.star-icon .icon-button__counter', '.detailed-status__favourites'],
  permalink: ['.status__relative-time@href', '.detailed-status__datetime@href'],
  badge: '.status__info, .detailed-status__display-name .display-name',
  answers,
  quote: '.status__quote .status__content__text',
  without: ':is(.status__content, .status__content__text) :is(.quote-inline, .status__content__spoiler-link, .translate-button)',
  total: '.detailed-status__replies',
  more: '.column .load-more, .timeline-hint, .status__wrapper .status--has-more, .loading-indicator, .refresh-controller, .detailed-status',
};

/**
 * Above the post that the address names stands what it answers. Below it, a line that leaves a post at its lower end leads to the answer
 * that follows, and so does what marks where a line begins, where it is missing; a post at which a line begins answers the one named; where
 * there is none, it answers one that stands elsewhere, the latest of whom it speaks to.
 */
function answers(posts: readonly Element[]): ReadonlyMap<Element, Element> {
  const found = new Map<Element, Element>();
  const focused = posts.find((post) => post.classList.contains('detailed-status'));
  const marksFirst = posts.some((post) => post.matches(FIRST));
  const latest = new Map<string, Element>();
  let after = false;
  let above: Element | undefined;
  for (const post of posts) {
    const goesOn = marksFirst && post.matches(`.status--in-thread:not(${FIRST})`);
    const joined = after && above !== focused && (goesOn || above?.querySelector(':scope > .status__line--full'));
    const begins = post.querySelector(':scope > .status__line') || !post.matches('.status--in-thread');
    const answered = !after || joined ? above : begins ? focused : latest.get(spokenTo(post));
    if (answered) found.set(post, answered);
    after ||= post === focused;
    above = post;
    latest.set(accountOf(post.querySelector('.display-name__account')?.textContent), post);
  }
  return found;
}

const FIRST = '.status--first-in-thread';

/** The account that a post mentions before its first word. */
function spokenTo(post: Element): string {
  const body = post.querySelector('.status__content__text');
  const mention = body?.querySelector('a.mention:not(.hashtag)');
  const isAtHead = mention && body?.textContent?.trim().startsWith(mention.textContent?.trim() || ' ');
  return isAtHead ? accountOf(mention.textContent) : '';
}

/** "@bram@ditch.example" is written "@bram" on its own server and in mentions. */
function accountOf(text: string | null | undefined): string {
  return /@?([^\s@]+)/.exec(text ?? '')?.[1]?.toLowerCase() ?? '';
}
