import type { Platform } from '../platform.ts';
import { lineOf } from '../platformHelpers.ts';

/** Screens that were left stay in the page, not displayed. */
const POST = '[data-testid^="postThreadItem-by-"]:not([style*="display: none"] *)';

/** Bluesky's own interface, bsky.app, where answers stand in one line below each other or as a tree. */
export const bluesky: Platform = {
  name: 'bluesky',
  example: 'https://bsky.app/profile/name.example/post/3kabcdefghi2x',
  hosts: ['bsky.app', 'main.bsky.dev', 'deer.social', 'blacksky.community'],
  optional: true,
  marker: '[data-testid^="postThreadItem-by-"]',
  address: /\/profile\/[^/]+\/post\/\w+/,
  thread: /\/profile\/[^/]+\/post\/\w+/,
  title: ({ ownerDocument }) => /[:：]\s?["“„«](.+?)["”“»]/su.exec(ownerDocument.title)?.[1],
  comment: POST,
  opening: { post: POST },
  id: (post) => (isNamed(post) ? inAddress(post.ownerDocument.URL) : inAddress(linkOf(post)?.getAttribute('href'))),
  author: nameOf,
  body: ['[data-word-wrap]:not([data-testid^="postThreadItem-by-"] [role="link"] *)', '[data-testid="postText"]'],
  time: (post) => (isNamed(post) ? lineWithTime(post) : timeOf(linkOf(post))),
  score: ['[data-testid="likeCount"]', '[data-testid="likeCount-expanded"]', '[data-testid="likeBtn"]'],
  permalink: (post) => (isNamed(post) ? null : linkOf(post)?.getAttribute('href')),
  answers,
  quote: '[data-testid^="postThreadItem-by-"] [role="link"] [data-word-wrap]',
  total: ({ ownerDocument }) =>
    ownerDocument.querySelector(POST)?.querySelector('[data-testid="replyBtn"], [data-testid="replyCount"]')?.textContent,
  more: '[data-testid="postThreadScreen"], [data-testid^="postThreadItem-by-"]',
};

/** Whether it is the post that the address names: it alone has no link to itself. */
function isNamed(post: Element): boolean {
  return linkOf(post) === null;
}

function inAddress(address: string | null | undefined): string | null {
  return /\/post\/(\w+)/.exec(address ?? '')?.[1] ?? null;
}

/** The time of a post, which links to it; neither a post that it quotes nor one that its words link to, nor those who like it. */
function linkOf(post: Element): Element | null {
  for (const link of post.querySelectorAll('a[href*="/post/"]')) {
    const leadsToPost = /\/post\/\w+(?:[?#].*)?$/.test(link.getAttribute('href') ?? '');
    if (leadsToPost && !link.closest('[data-word-wrap]') && !link.querySelector('[data-word-wrap]')) return link;
  }
  return null;
}

function timeOf(link: Element | null): string | null {
  const given = link?.getAttribute('data-tooltip') ?? link?.getAttribute('title') ?? link?.getAttribute('aria-label');
  return given && /\d/.test(given) ? given : (link?.textContent ?? null);
}

/** The post that the address names tells its time in a line below its words: "3:14 PM · Jan 5, 2024". */
function lineWithTime(post: Element): string | null {
  const lines = [...post.querySelectorAll('[dir="auto"]')].map((line) => lineOf(line));
  return lines.find((line) => /\d:\d\d/.test(line) && /\d{4}/.test(line) && line.length < 60) ?? null;
}

function nameOf(post: Element): string | null {
  for (const link of post.querySelectorAll('a[href^="/profile/"]')) {
    const name = lineOf(link.matches('[dir]') ? link : (link.querySelector('[dir]') ?? link)).trim();
    if (name) return name;
  }
  return post.getAttribute('data-testid')?.replace('postThreadItem-by-', '@') ?? null;
}

/** What stands above the post that the address names is what that answers, one post after the other. */
function answers(posts: readonly Element[]): ReadonlyMap<Element, Element> {
  const found = new Map<Element, Element>();
  const focused = posts.find(isNamed) ?? posts[0];
  let after = false;
  let above: Element | undefined;
  const open: { level: number; post: Element }[] = [];
  for (const post of posts) {
    if (!after) {
      if (above) found.set(post, above);
    } else {
      const level = hasLineAbove(post) && above && above !== focused ? (open.at(-1)?.level ?? 0) + 1 : levelOf(post);
      while ((open.at(-1)?.level ?? -1) >= level) open.pop();
      const answered = open.at(-1)?.post ?? focused;
      if (answered) found.set(post, answered);
      open.push({ level, post });
    }
    after ||= post === focused;
    above = post;
  }
  return found;
}

/** Answers below each other are joined by a line in a low box above the picture. */
function hasLineAbove(post: Element): boolean {
  const box = post.firstElementChild;
  return /\bheight: ?12px/.test(box?.getAttribute('style') ?? '') && box?.firstElementChild?.firstElementChild != null;
}

/** In a tree every level puts a box with a line, or without one, before the post. */
function levelOf(post: Element): number {
  let level = 1;
  for (let sibling = post.parentElement?.previousElementSibling; sibling; sibling = sibling.previousElementSibling)
    if (/\bborder-right-width\b/.test(sibling.getAttribute('style') ?? '')) level += 1;
  return level;
}
