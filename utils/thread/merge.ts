import { renamed, withNamed } from './references.ts';
import { withoutCircles } from './replies.ts';
import type { Comment, Quote, Thread } from './thread.ts';

/** Where comments belong of which none was known: before or after the others, after a certain one, or among them by their time. */
export type InsertionPoint = 'before' | 'after' | 'time' | { after: string };

/**
 * One thread out of what was read before and what the page holds now. Forums empty out posts that are out of sight and add others, so
 * what was read is kept by id; what both hold is taken as it is now. Returns `before` itself where nothing changed. Linear.
 * `insertion` says where comments belong of which none was known; without it their first time does.
 */
export function merge(before: Thread, now: Thread, insertion?: InsertionPoint): Thread {
  const comments = insertion === 'time' ? byTime(before.comments, now.comments) : inOrder(before.comments, now.comments, insertion);
  const opening = now.opening ?? before.opening;
  const latest = opening && before.opening && isSame(before.opening, opening) ? before.opening : opening;
  const merged: Thread = {
    ...before,
    title: now.title || before.title,
    unreadable: now.unreadable,
    opening: latest,
    comments: joined(
      before,
      latest,
      comments.filter(({ id }) => id !== opening?.id),
    ),
    total: now.total ?? before.total,
  };
  return isUnchanged(before, merged) ? before : merged;
}

/** The comments with whom they name on other pages; those that say what they said before are the very same. */
function joined(before: Thread, opening: Comment | null, comments: readonly Comment[]): Comment[] {
  const found = withNamed(opening, comments);
  if (found.every((comment, index) => comment === comments[index])) return found;
  withoutCircles(found);
  const known = new Map(before.comments.map((comment) => [comment.id, comment]));
  return found.map((comment) => {
    const same = known.get(comment.id);
    return same && isSame(same, comment) ? same : comment;
  });
}

/** What is there now in its order; a comment that is gone stands where it stood, after the one it followed. */
function inOrder(before: readonly Comment[], now: readonly Comment[], insertion: InsertionPoint | undefined): Comment[] {
  const known = new Map(before.map((comment) => [comment.id, comment]));
  const present = new Set(now.map(({ id }) => id));
  const following = new Map<string | null, Comment[]>();
  let last: string | null = null;
  for (const comment of before) {
    if (present.has(comment.id)) last = comment.id;
    else if (!following.get(last)?.push(comment)) following.set(last, [comment]);
  }
  const gone = (id: string | null) => following.get(id) ?? [];
  const shared = last !== null;
  const ordered: Comment[] = [];
  let waiting: Comment[] = [];
  const settle = () => {
    ordered.push(...waiting);
    waiting = [];
  };
  for (const comment of now) {
    const same = known.get(comment.id);
    // What is new comes before what followed when the page jumped, unless that is the older.
    if (same || isEarlier(waiting[0], comment)) settle();
    const latest = same ? asKnown(same, comment) : comment;
    ordered.push(same && isSame(same, latest) ? same : latest);
    if (same) waiting = gone(comment.id);
  }
  settle();
  if (!shared && typeof insertion === 'object') {
    const index = before.findIndex(({ id }) => id === insertion.after) + 1;
    return [...before.slice(0, index), ...now, ...before.slice(index)];
  }
  // Nothing in common: the page jumped, forwards unless the times say otherwise.
  const earlier = insertion ? insertion === 'before' : isEarlier(now[0], before[0]);
  return !shared && earlier ? [...ordered, ...gone(null)] : [...gone(null), ...ordered];
}

/** What a post answers or quotes may have left the page since; that it was answered stays known. */
function asKnown(before: Comment, now: Comment): Comment {
  const quotes = now.quotes.map((quote, index): Quote => {
    const same = before.quotes[index];
    return quote.of === null && same?.text === quote.text ? same : quote;
  });
  const isKnown = now.parent !== null || before.parent === null;
  if (isKnown && quotes.every((quote, index) => quote === now.quotes[index])) return now;
  return renamed(now, { ...now, parent: now.parent ?? before.parent, quotes });
}

function isEarlier(one: Comment | undefined, other: Comment | undefined): boolean {
  return Boolean(one?.time && other?.time && one.time < other.time);
}

/** Both, in the order of their times; of what both hold, what is there now. */
function byTime(before: readonly Comment[], now: readonly Comment[]): Comment[] {
  const all = new Map([...before, ...now].map((comment) => [comment.id, comment]));
  return [...all.values()].sort((one, other) => (one.time ?? '').localeCompare(other.time ?? ''));
}

function isSame(one: Comment, other: Comment): boolean {
  return (
    one.text === other.text &&
    one.parent === other.parent &&
    one.author === other.author &&
    one.score === other.score &&
    one.deleted === other.deleted &&
    one.quotes.length === other.quotes.length &&
    one.quotes.every(({ of }, index) => of === other.quotes[index]?.of)
  );
}

function isUnchanged(before: Thread, merged: Thread): boolean {
  return (
    before.opening === merged.opening &&
    before.title === merged.title &&
    before.total === merged.total &&
    before.unreadable === merged.unreadable &&
    before.comments.length === merged.comments.length &&
    before.comments.every((comment, index) => comment === merged.comments[index])
  );
}

/** Whether the model would be told something else: what counts are words, who wrote them and whom they answer. */
export function saysTheSame(one: Thread, other: Thread): boolean {
  const same = (a: Comment | null, b: Comment | null | undefined) =>
    a === b || (a?.id === b?.id && a?.text === b?.text && a?.parent === b?.parent && a?.author === b?.author && a?.deleted === b?.deleted);
  return (
    one === other ||
    (one.title === other.title &&
      same(one.opening, other.opening) &&
      one.comments.length === other.comments.length &&
      one.comments.every((comment, index) => same(comment, other.comments[index])))
  );
}
