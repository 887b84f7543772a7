import type { Comment } from './thread.ts';

/** When a post was written, in milliseconds since 1970; `null` where the page does not say. */
export function momentOf(post: Comment | null): number | null {
  const moment = Date.parse(post?.time ?? '');
  return Number.isNaN(moment) ? null : moment;
}
