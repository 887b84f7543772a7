import type { Comment } from '../../thread/index.ts';
import type { Platform } from '../platform.ts';
import { digits } from '../platformHelpers.ts';

interface Post {
  element: Element;
  comment: Comment;
  /** As the forum counts its posts. */
  number: string | null;
}

/**
 * The post a thread began with, among those read from a page. Where the platform does not say which it is, the one with the number 1 is,
 * also where a forum repeats it on every page; without numbers the first on the first page, unless that was pinned above an older one.
 */
export function openingOf(platform: Platform, posts: readonly Post[], opener: Element | null, later: boolean): Comment | null {
  if (platform.opening !== undefined) return posts.find(({ element }) => element === opener)?.comment ?? null;
  const numbered = posts.find(({ number }) => digits(number) === '1');
  if (numbered) return numbered.comment;
  if (later) return null;
  const { sticky } = platform;
  const own = sticky ? posts.filter(({ element }) => !element.matches(sticky)) : posts;
  const [first, second, ...rest] = own.map(({ comment }) => comment);
  const isPinned =
    isLater(first, second) && rest.length > 0 && rest.every((comment, index) => !isLater(index === 0 ? second : rest[index - 1], comment));
  return (isPinned ? second : first) ?? null;
}

/** Whether one post was written after another, as far as both times are known to the minute. */
function isLater(one: Comment | undefined, other: Comment | undefined): boolean {
  const [time, otherTime] = [one?.time ?? '', other?.time ?? ''];
  return time.length > 15 && otherTime.length > 15 && time.slice(0, 16) > otherTime.slice(0, 16);
}
