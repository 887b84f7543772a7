import type { Comment, Thread } from '../../../utils/thread/thread.ts';

/** What is known of a saved page, as written beside it. */
export interface Truth {
  url?: string | null;
  notes?: unknown;
  posts: {
    id?: string;
    author?: string | null;
    time?: string | null;
    parentId?: string | null;
    score?: number | string | null;
    deleted?: boolean;
    textStart?: string;
    textEnd?: string;
    textLength?: number;
  }[];
}
type Post = Truth['posts'][number];

/** How much of some pages was read, and how much of that is right. */
export interface Score {
  pages: number;
  whole: number;
  expected: number;
  found: number;
  read: number;
  right: Record<'authors' | 'times' | 'parents' | 'scores' | 'texts', [right: number, of: number]>;
  milliseconds: number;
}

export function emptyScore(): Score {
  const right = (): [number, number] => [0, 0];
  return {
    pages: 0,
    whole: 0,
    expected: 0,
    found: 0,
    read: 0,
    right: { authors: right(), times: right(), parents: right(), scores: right(), texts: right() },
    milliseconds: 0,
  };
}

/** Forums print straight signs as curved ones, in ways of their own: they are compared as if straight. */
const bare = (text: string | null | undefined) =>
  (text ?? '').replace(/\s+/g, '').replace(/[‘’′]/g, "'").replace(/[“”″]/g, '"').replace(/…/g, '...').replace(/[–—]/g, '-');
/**
 * What is expected of a page, without pingbacks and trackbacks: some truths hold every item of a list of comments, but what WordPress marks so
 * is another site's machine that says it links here. Nobody wrote it to the thread, and no reader would ask where it stands.
 */
export function withoutPings(truth: Truth, document: Document): Truth {
  const pings = new Set([...document.querySelectorAll('li.pingback[id], li.trackback[id]')].map(({ id }) => digitsOf(id)));
  return pings.size === 0 ? truth : { ...truth, posts: truth.posts.filter(({ id = '' }) => !pings.has(digitsOf(id))) };
}

const digitsOf = (id: string) => /\d{2,}$/.exec(id)?.[0] ?? id.toLowerCase();

const commentsOf = (thread: Thread | null): Comment[] => (thread ? [...(thread.opening ? [thread.opening] : []), ...thread.comments] : []);

/**
 * Pairs of a true post and what was read of it (whose id may be no more than its place in the page, `block-3`): by its id, the digits of its id, or the beginning of its text. An article above comments
 * stands outside the truth's posts; posts that the forum shows as deleted may.
 */
export function match(truth: Truth, thread: Thread | null, score: Score): Map<Post, Comment> {
  const comments = commentsOf(thread);
  const byId = new Map(comments.map((comment) => [comment.id.toLowerCase(), comment]));
  const byDigits = new Map(comments.filter(({ id }) => !/^block-\d+$/.test(id)).map((comment) => [digitsOf(comment.id), comment]));
  const byText = new Map(comments.map((comment) => [bare(comment.text).slice(0, 30), comment]));
  const pairs = new Map<Post, Comment>();
  const taken = new Set<Comment>();
  for (const post of truth.posts) {
    const id = (post.id ?? '').toLowerCase();
    const comment = byId.get(id) ?? byDigits.get(digitsOf(id)) ?? byText.get(bare(post.textStart).slice(0, 30) || '-');
    if (!comment || taken.has(comment)) continue;
    pairs.set(post, comment);
    taken.add(comment);
  }
  const article = /article/.test(JSON.stringify(truth.notes ?? '')) ? thread?.opening : null;
  score.pages += 1;
  score.whole += pairs.size === truth.posts.length ? 1 : 0;
  score.expected += truth.posts.length;
  score.found += pairs.size;
  score.read += comments.filter((comment) => taken.has(comment) || !(comment.deleted || comment === article)).length;
  return pairs;
}

/** Counts which fields of what was found are right; says what is not under `name`, if given. */
export function compare(truth: Truth, thread: Thread | null, pairs: ReadonlyMap<Post, Comment>, score: Score, name: string | null): void {
  const ours = new Map([...pairs].map(([post, comment]) => [post.id, comment.id]));
  if (name && pairs.size !== truth.posts.length) {
    console.log(
      `${name}: ${thread?.platform ?? 'nothing'}: ${pairs.size} of ${truth.posts.length} found, ${commentsOf(thread).length} read`,
    );
    for (const post of truth.posts.filter((one) => !pairs.has(one)).slice(0, 3)) console.log('   missed', post.id, post.textStart);
    const found = new Set(pairs.values());
    for (const { id, text } of commentsOf(thread)
      .filter((comment) => !found.has(comment))
      .slice(0, 3))
      console.log('   extra', id, text.slice(0, 60));
  }
  for (const [post, comment] of pairs) comparePost(post, comment, ours, score, name);
}

function comparePost(post: Post, comment: Comment, ours: ReadonlyMap<string | undefined, string>, score: Score, name: string | null): void {
  const check = (kind: keyof Score['right'], known: boolean, right: boolean, detail: () => string) => {
    if (!known) return;
    score.right[kind][1] += 1;
    if (right) score.right[kind][0] += 1;
    else if (name) console.log(`   ${kind} ${name} ${post.id}: ${detail()}`);
  };
  check('authors', Boolean(post.author) && !post.deleted, post.author === comment.author, () => `${post.author} / ${comment.author}`);
  check('times', Boolean(post.time), sameTime(post.time ?? '', comment.time), () => `${post.time} / ${comment.time}`);
  const parent = ours.get(post.parentId ?? '');
  check('parents', parent !== undefined, parent === comment.parent, () => `${post.parentId} / ${comment.parent}`);
  const points = typeof post.score === 'string' ? Number(post.score) : post.score;
  check(
    'scores',
    typeof points === 'number' && Number.isFinite(points),
    (comment.score ?? 0) === points,
    () => `${points} / ${comment.score}`,
  );
  const text = bare(comment.text);
  const [start, end] = [bare(post.textStart), bare(post.textEnd)];
  const shown = () =>
    `\n      ${start.slice(0, 50)} … ${end} (${post.textLength})\n      ${text.slice(0, 50)} … ${text.slice(-40)} (${text.length})`;
  const exact = text.startsWith(start) && text.endsWith(end);
  check('texts', post.textStart !== undefined, exact || (/>/.test(start + end) && isQuoting(comment, start, end)), shown);
}

function isQuoting({ text, quotes }: Comment, start: string, end: string): boolean {
  const plain = (words: string) => bare(words).replaceAll('>', '');
  const backwards = (words: string) => [...words].reverse().join('');
  const pieces = [text, ...quotes.map((quote) => quote.text)].map(plain);
  return quotes.length > 0 && isMadeOf(plain(start), pieces) && isMadeOf(backwards(plain(end)), pieces.map(backwards));
}

/**
 * Some truths hold the words as the forum prints them, with the lines that people quote by `>`, which are read as quotes: whether what such
 * a truth begins with (or, turned round, ends with) is made of the beginnings of a comment's words and quotes.
 */
function isMadeOf(truth: string, pieces: readonly string[]): boolean {
  if (truth === '') return true;
  return pieces.some((piece, index) => {
    let same = 0;
    while (same < Math.min(truth.length, piece.length) && truth[same] === piece[same]) same += 1;
    return same > 0 && isMadeOf(truth.slice(same), pieces.with(index, piece.slice(same)));
  });
}

/** Whether two times name the same moment; where one has no zone or is less exact, whether their days are at most one apart. */
function sameTime(truth: string, time: string | null): boolean {
  if (!time) return false;
  const known = Date.parse(truth.replace(/(\d) (\d+)$/, '$1Z'));
  if (Number.isNaN(known)) return true; // printed in words: checked by the tests of times
  return Math.abs(known - Date.parse(time)) <= (/Z$/.test(time) && /(Z|[+-]\d\d:?\d\d)$/.test(truth) ? 60e3 : 26 * 3600e3);
}
