import type { Comment, Thread } from './thread.ts';

/**
 * Tells comments that a forum took away for good from those that only left the page. Forums empty out what is scrolled out of sight, at
 * either end of what they show, and go on counting it; of what is purged they count less, at times before it goes, so that the difference
 * is kept from one reading to the next. Begins anew with each thread.
 */
export function purgeWatch(): (before: Thread, now: Thread) => Thread {
  let expected: number | null = null;
  return (before, now) => {
    expected = Math.max(expected ?? 0, before.total ?? 0, now.total ?? 0);
    const fallen = now.total === null ? 0 : expected - now.total;
    const purged = fallen > 0 ? purgedIn(before, now, fallen) : new Set<string>();
    expected -= purged.size;
    return purged.size === 0 ? before : without(before, purged);
  };
}

/** As many at the most as the forum counts less: what is missing between two that are there, or all that is missing. Where neither fits, none. */
function purgedIn({ comments }: Thread, now: Thread, fallen: number): ReadonlySet<string> {
  const present = new Set([now.opening, ...now.comments].map((post) => post?.id));
  const ids = comments.map(({ id }) => id);
  const first = ids.findIndex((id) => present.has(id));
  const last = ids.findLastIndex((id) => present.has(id));
  const missing = first < 0 ? [] : ids.filter((id) => !present.has(id));
  const between = ids.slice(first, last + 1).filter((id) => !present.has(id));
  return new Set(missing.length <= fallen ? missing : between.length <= fallen ? between : []);
}

/** A thread without some comments, which nobody answers or quotes any more. */
function without(thread: Thread, ids: ReadonlySet<string>): Thread {
  const known = (id: string | null) => (id !== null && ids.has(id) ? null : id);
  const cut = (comment: Comment): Comment => {
    const isTouched = known(comment.parent) !== comment.parent || comment.quotes.some(({ of }) => known(of) !== of);
    if (!isTouched) return comment;
    return { ...comment, parent: known(comment.parent), quotes: comment.quotes.map((quote) => ({ ...quote, of: known(quote.of) })) };
  };
  return { ...thread, comments: thread.comments.filter(({ id }) => !ids.has(id)).map(cut) };
}
