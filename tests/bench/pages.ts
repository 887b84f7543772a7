import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openPage } from '../../utils/commands/page.ts';
import { recognize } from '../../utils/platforms/index.ts';
import { read } from '../../utils/read.ts';
import type { Comment } from '../../utils/thread.ts';

/** What is known of a saved page, as written beside it. */
interface Truth {
  url?: string | null;
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

interface Row {
  pages: number;
  whole: number;
  expected: number;
  found: number;
  read: number;
  right: Record<'authors' | 'times' | 'parents' | 'scores' | 'texts', [right: number, of: number]>;
  milliseconds: number;
}

const digitsOf = (id: string) => /\d{2,}$/.exec(id)?.[0] ?? id.toLowerCase();
const bare = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, '');
const NOW = new Date();

/** Reads every saved page under a folder and compares what was read with the truth beside it; prints a row per platform. */
export function measurePages(folder: string, verbose: boolean): { platforms: Map<string, Row>; falseThreads: string[] } {
  const platforms = new Map<string, Row>();
  for (const platform of readdirSync(folder).filter((name) => name !== 'not-a-thread' && !name.includes('.'))) {
    const row = emptyRow();
    for (const file of readdirSync(join(folder, platform)).filter((name) => name.endsWith('.html'))) {
      const truthFile = join(folder, platform, `${basename(file, '.html')}.truth.json`);
      if (existsSync(truthFile)) measurePage(join(folder, platform, file), JSON.parse(readFileSync(truthFile, 'utf8')), row, verbose);
    }
    if (row.pages > 0) platforms.set(platform, row);
  }
  const none = join(folder, 'not-a-thread');
  const falseThreads = existsSync(none) ? readdirSync(none).filter((name) => name.endsWith('.html') && isThread(join(none, name))) : [];
  return { platforms, falseThreads };
}

function emptyRow(): Row {
  return {
    pages: 0,
    whole: 0,
    expected: 0,
    found: 0,
    read: 0,
    right: { authors: [0, 0], times: [0, 0], parents: [0, 0], scores: [0, 0], texts: [0, 0] },
    milliseconds: 0,
  };
}

function isThread(file: string): boolean {
  const page = openPage(file);
  const platform = recognize(page.window.document);
  const found = platform !== null && read(platform, page.window.document, page.window.location.href, NOW) !== null;
  page.window.close();
  return found;
}

function measurePage(file: string, truth: Truth, row: Row, verbose: boolean): void {
  const page = openPage(file, truth.url ?? undefined);
  const { document } = page.window;
  const start = performance.now();
  const platform = recognize(document);
  const thread = platform && read(platform, document, truth.url ?? 'https://forum.example.org/', NOW)?.thread;
  row.milliseconds += performance.now() - start;
  page.window.close();
  const comments = thread ? [...(thread.opening ? [thread.opening] : []), ...thread.comments] : [];
  const pairs = match(truth.posts, comments);
  row.pages += 1;
  row.whole += pairs.size === truth.posts.length ? 1 : 0;
  row.expected += truth.posts.length;
  row.found += pairs.size;
  row.read += comments.length;
  const ours = new Map([...pairs].map(([post, comment]) => [post.id, comment.id]));
  for (const [post, comment] of pairs) compare(post, comment, ours, row, verbose ? file : null);
  if (verbose && (pairs.size !== truth.posts.length || comments.length !== pairs.size)) {
    console.log(`${file}: ${platform?.name ?? 'no platform'}: ${pairs.size} of ${truth.posts.length} found, ${comments.length} read`);
    for (const post of truth.posts.filter((one) => !pairs.has(one)).slice(0, 3)) console.log('   missed', post.id, post.textStart);
    for (const comment of comments.filter((one) => ![...pairs.values()].includes(one)).slice(0, 3))
      console.log('   extra', comment.id, comment.text.slice(0, 60));
  }
}

/** Pairs of a true post and what was read of it: by the digits of its id, else by the beginning of its text. */
function match(posts: Truth['posts'], comments: readonly Comment[]): Map<Truth['posts'][number], Comment> {
  const byId = new Map(comments.map((comment) => [comment.id.toLowerCase(), comment]));
  const byDigits = new Map(comments.map((comment) => [digitsOf(comment.id), comment]));
  const byText = new Map(comments.map((comment) => [bare(comment.text).slice(0, 30), comment]));
  const pairs = new Map<Truth['posts'][number], Comment>();
  const taken = new Set<Comment>();
  for (const post of posts) {
    const id = (post.id ?? '').toLowerCase();
    const comment =
      byId.get(id) ?? byDigits.get(digitsOf(id)) ?? (post.textStart ? byText.get(bare(post.textStart).slice(0, 30)) : undefined);
    if (comment && !taken.has(comment)) {
      pairs.set(post, comment);
      taken.add(comment);
    }
  }
  return pairs;
}

function compare(
  post: Truth['posts'][number],
  comment: Comment,
  ours: ReadonlyMap<string | undefined, string>,
  row: Row,
  file: string | null,
): void {
  const check = (kind: keyof Row['right'], known: boolean, right: boolean, detail: () => string) => {
    if (!known) return;
    row.right[kind][1] += 1;
    if (right) row.right[kind][0] += 1;
    else if (file) console.log(`   ${kind} ${file} ${post.id}: ${detail()}`);
  };
  check('authors', Boolean(post.author) && !post.deleted, post.author === comment.author, () => `${post.author} / ${comment.author}`);
  check('times', Boolean(post.time), sameTime(post.time ?? '', comment.time), () => `${post.time} / ${comment.time}`);
  check(
    'parents',
    Boolean(post.parentId) && ours.has(post.parentId ?? ''),
    ours.get(post.parentId ?? '') === comment.parent,
    () => `${post.parentId} / ${comment.parent}`,
  );
  const score = typeof post.score === 'string' ? Number(post.score) : post.score;
  check(
    'scores',
    typeof score === 'number' && Number.isFinite(score),
    (comment.score ?? 0) === score,
    () => `${post.score} / ${comment.score}`,
  );
  const text = bare(comment.text);
  const start = bare(post.textStart);
  const end = bare(post.textEnd);
  check(
    'texts',
    post.textStart !== undefined,
    text.startsWith(start) && text.endsWith(end),
    () => `\n      ${start.slice(0, 50)} … ${end} (${post.textLength})\n      ${text.slice(0, 50)} … ${text.slice(-40)} (${text.length})`,
  );
}

/** Whether two times name the same moment; where one has no zone or is less exact, whether their days are at most one apart. */
function sameTime(truth: string, time: string | null): boolean {
  if (!time) return false;
  const known = Date.parse(truth.replace(/(\d) (\d+)$/, '$1Z'));
  if (Number.isNaN(known)) return true; // printed in words: checked by the tests of times
  return Math.abs(known - Date.parse(time)) <= (/Z$/.test(time) && /(Z|[+-]\d\d:?\d\d)$/.test(truth) ? 60e3 : 26 * 3600e3);
}

const percent = ([right, of]: [number, number]) => (of === 0 ? '–' : `${((100 * right) / of).toFixed(1)}`).padStart(7);

export function printTable({ platforms, falseThreads }: ReturnType<typeof measurePages>): void {
  console.log('platform          pages whole  posts  found%  exact% authors   times parents  scores   texts  ms/1000');
  const total = emptyRow();
  const print = (name: string, row: Row) =>
    console.log(
      `${name.padEnd(17)} ${String(row.pages).padStart(5)} ${String(row.whole).padStart(5)} ${String(row.expected).padStart(6)} ${percent([row.found, row.expected])} ${percent([row.found, row.read])} ${percent(row.right.authors)} ${percent(row.right.times)} ${percent(row.right.parents)} ${percent(row.right.scores)} ${percent(row.right.texts)} ${((1000 * row.milliseconds) / Math.max(1, row.read)).toFixed(0).padStart(8)}`,
    );
  for (const [name, row] of platforms) {
    print(name, row);
    for (const key of ['pages', 'whole', 'expected', 'found', 'read', 'milliseconds'] as const) total[key] += row[key];
    for (const key of ['authors', 'times', 'parents', 'scores', 'texts'] as const) {
      total.right[key][0] += row.right[key][0];
      total.right[key][1] += row.right[key][1];
    }
  }
  print('all', total);
  console.log(
    `pages that are no thread, taken for one: ${falseThreads.length}${falseThreads.length ? ` (${falseThreads.join(', ')})` : ''}`,
  );
}

const folder = process.env.STANDPOINT_PAGES ?? '../shared/pages';
if (!existsSync(folder)) {
  console.error(`There are no saved pages at ${folder}: set STANDPOINT_PAGES to the folder that holds them.`);
  process.exitCode = 1;
} else {
  printTable(measurePages(folder, process.argv.includes('--verbose')));
}
