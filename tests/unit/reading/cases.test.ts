// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openPage } from '../../../utils/commands/openPage.ts';
import { readPage } from '../../../utils/reading/readPage.ts';
import type { Comment, Thread } from '../../../utils/thread/thread.ts';

/** Pages rebuilt from what readers of such forums reported, each with what must come out; they stand outside of this repository. */
const folder = process.env.STANDPOINT_CASES;

/** A Sunday. */
const NOW = new Date('2026-11-01T12:00:00Z');

/** What the times that are only told in words are then, by hand. */
const TOLD: Record<string, string> = {
  '(no year: null or the last March 12)': '2026-03-12',
  '(the last Wednesday)': '2026-10-28T09:05:00',
  '(the last October 16)': '2026-10-16T23:00:00',
  '(3 months before)': '2026-08',
  '(2 months before)': '2026-09',
};

/** The numbers of the cases that hold. */
const HOLD = [
  '01', // Discourse, the view as a tree
  '02', // GitHub, a review thread
  '03', // Reddit, words of an account that is gone
  '05', // Steam
  '06', // Mbin
  '07', // Something Awful, posts that were seen before
  '08', // GitHub, a reply by mail
  '11', // wpDiscuz
  '09', // Discourse, a poll, answered mail and a formula
  '16', // XenForo, a post pinned above the first
  '17', // Hacker News, the page of one comment
  '18', // phpBB, times in many languages
  '19', // YouTube
  '21', // Khoros
  '22', // Substack
  '23', // a page no platform knows, with the time last in a line
  '24', // Lobsters, a comment removed by its author
  '25', // old Reddit, names that turn the line
  '26', // GitHub, items not yet loaded
  '27', // Hacker News, quoted lines
  '28', // a page no platform knows, with a stale title on every time
  '30', // a talk page of Wikipedia
  '31', // X
  '34', // Slashdot
  '36', // Mastodon, a name and a handle on two lines
];

interface Expected {
  url: string;
  title?: string;
  total?: number | string;
  /** Page order, the opening post first. What a post does not name is not looked at. */
  posts: (Partial<Pick<Comment, 'id' | 'author' | 'time' | 'score' | 'text' | 'deleted'>> & {
    parentId?: string | null;
    quotes?: string[];
  })[];
}

const files = folder ? readdirSync(folder) : [];
const cases = HOLD.flatMap((number) => files.filter((file) => file.startsWith(`${number}-`) && file.endsWith('.html')));

describe.skipIf(!folder)('a page as readers reported it', () => {
  test('stands in the folder for every number', () => expect(cases).toHaveLength(HOLD.length));

  test.for(cases)('%s is read as it should be', (file) => {
    const expected: Expected = JSON.parse(readFileSync(join(folder ?? '', file.replace(/html$/, 'expected.json')), 'utf8'));
    const thread = threadOn(file, expected.url);
    expect(thread, 'a thread').not.toBeNull();
    const hasDeleted = expected.posts.some(({ deleted }) => deleted);
    // The place that a deleted comment leaves may be kept without being named.
    const all = [thread?.opening, ...(thread?.comments ?? [])].filter(
      (post): post is Comment => post != null && (!post.deleted || hasDeleted),
    );
    // A case that lists the comments alone says nothing of what they answer.
    const isListed = all.length === expected.posts.length;
    const posts = isListed ? all : all.filter((post) => post !== thread?.opening);
    const authors = withNames(expected.posts);
    expect(posts.map(({ author }) => author)).toEqual(authors.map((author, index) => oneOf(author, posts[index]?.author)));
    const ids = new Map<string, string | null>(posts.map(({ id }, index) => [id, bare(expected.posts[index]?.id) ?? id]));
    if (!isListed && thread?.opening) ids.set(thread.opening.id, null);
    expect(posts.map((post, index) => asRead(post, expected.posts[index] ?? {}, ids))).toEqual(
      expected.posts.map((post, index) => asSaid(post, authors[index], posts[index], ids)),
    );
    // The title is what the page's own title says of the thread, or the other way round.
    if (expected.title !== undefined) {
      const [short = '', long] = [thread?.title ?? '', expected.title].map((one) => one.toLowerCase()).sort((a, b) => a.length - b.length);
      expect(short.length).toBeGreaterThan(3);
      expect(long).toContain(short);
    }
    if (typeof expected.total === 'number') expect(thread?.total).toBe(expected.total);
  });
});

function threadOn(file: string, url: string): Thread | null {
  const page = openPage(join(folder ?? '', file), url);
  return readPage(page.window.document, url, NOW)?.thread ?? null;
}

/** An id that only says which post is meant stands in brackets. */
const bare = (id: string | undefined) => id?.replace(/[()]/g, '');

/** Of a value that leaves a choice ("one or other", "one (or null)") what was read, where that is among it. */
function oneOf(said: string | null | undefined, read: string | null | undefined): string | null | undefined {
  if (said === undefined) return read;
  const choices = said?.split(/[(),]\s*(?:or )?| or /).map((choice) => choice.trim()) ?? [];
  return choices.includes(read ?? 'null') ? read : said?.includes('deleted post') && read?.startsWith('post_') ? read : said;
}

/** A case that takes either the handle or the name that is shown for some takes either for all, here "@cleat@knot.example (or Cleat)". */
function withNames(posts: Expected['posts']): (string | null | undefined)[] {
  const both = posts.some(({ author }) => /^@\S+ \(or /.test(author ?? ''));
  return posts.map(({ author }) =>
    both ? author?.replace(/^@(\w)(\w*)(?:@\S+)?$/, (all, first, rest) => `${all} (or ${first.toUpperCase()}${rest})`) : author,
  );
}

/** A remark behind a quote is not of it. */
const withoutRemark = (quote: string) => quote.replace(/ \(quoted twice\)$/, '');

function idNamed(id: string | null, ids: ReadonlyMap<string, string | null>): string | null {
  return id !== null && ids.has(id) ? (ids.get(id) ?? null) : id;
}

function asSaid(
  said: Expected['posts'][number],
  author: string | null | undefined,
  read: Comment | undefined,
  ids: ReadonlyMap<string, string | null>,
) {
  const parent = idNamed(read?.parent ?? null, ids);
  const { language: _, printed: __, ...values } = said as typeof said & { language?: string; printed?: string };
  return {
    ...values,
    ...(said.id !== undefined && { id: bare(said.id) }),
    parentId: oneOf(said.parentId, parent),
    author: oneOf(author, read?.author),
    time: timeSaid(said.time, read?.time),
    ...(said.quotes && { quotes: said.quotes.map(withoutRemark) }),
  };
}

/** What was read of a post, in the fields that are named. */
function asRead(
  post: Comment,
  said: Expected['posts'][number],
  ids: ReadonlyMap<string, string | null>,
): Partial<Expected['posts'][number]> {
  const parentId = idNamed(post.parent, ids);
  const all = { ...post, id: ids.get(post.id), parentId, time: timeOf(post.time), quotes: post.quotes.map(({ text }) => text) };
  return Object.fromEntries(Object.entries(all).filter(([key]) => key in said || key === 'parentId' || key === 'time' || key === 'author'));
}

/** A time that is relative, as the page prints it ("2 days ago"), says nothing of when the page was read. */
function timeSaid(said: string | null | undefined, read: string | null | undefined): string | null | undefined {
  const told = TOLD[said ?? ''];
  const [, days, clock] = /^(-?\d)T([\d:]+)$/.exec(said ?? '') ?? [];
  if (told) return told;
  if (days) return `${new Date(NOW.getTime() + Number(days) * 86_400e3).toISOString().slice(0, 10)}T${clock}`;
  const time = said?.replace(/ \(.*\)$/, '');
  return time === undefined || (time && !/^\d{4}-/.test(time)) ? timeOf(read) : timeOf(time);
}

/** To the second, however it is written. */
function timeOf(time: string | null | undefined): string | null | undefined {
  return time?.replace(/\.\d+/, '');
}
