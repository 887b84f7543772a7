import { parseFragment } from '../dom.ts';
import { type Post, readPosts } from './apiPosts.ts';
import { parseJson, type Request, type Source } from './source.ts';

interface Topic {
  title: string;
  posts: {
    pid: number | string;
    toPid?: number | string | null;
    index: number;
    content: string;
    timestampISO: string;
    votes?: number;
    deleted?: boolean | number;
    user?: { username?: string };
  }[];
  pagination: { currentPage: number; pageCount: number };
}

/** NodeBB answers `/api/topic/…?page=N` with what the page of that number is made of. */
export function nodebbSource(request: Request): Source {
  const { origin, pathname } = new URL(request.url);
  const [, base = '', topic] = /^(.*)(\/topic\/\d+(?:\/[^/]+)?)/.exec(pathname) ?? [];
  const page = (number: number) => `${origin}${base}/api${topic}?page=${number}`;
  return {
    start: topic ? [page(1)] : [],
    take(address, body) {
      const answer = parseJson<Topic>(body);
      const pages = Math.min(answer.pagination?.pageCount ?? 1, 10_000);
      const further = address === page(1) ? Array.from({ length: Math.max(0, pages - 1) }, (_, index) => page(index + 2)) : [];
      return { thread: threadFromPosts(answer, request), further, insertion: 'time' };
    },
  };
}

function threadFromPosts(topic: Partial<Topic>, { platform, url, thread, now }: Request) {
  const posts = (topic.posts ?? []).map(
    (post): Post => ({
      id: String(post.pid),
      parent: post.toPid ? String(post.toPid) : null,
      author: plain(post.user?.username),
      html: post.content,
      time: post.timestampISO,
      score: post.votes ?? null,
      permalink: `/post/${post.pid}`,
      deleted: Boolean(post.deleted),
    }),
  );
  const opening = topic.posts?.find(({ index }) => index === 0)?.pid;
  return readPosts(platform, posts, { url, title: thread.title, opening: opening === undefined ? null : String(opening), now });
}

/** A name as it is shown: NodeBB escapes names for its own templates. */
function plain(name: string | undefined): string | null {
  return name === undefined
    ? null
    : parseFragment(name)
        .map(({ textContent }) => textContent)
        .join('');
}
