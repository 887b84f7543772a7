import type { Thread } from '../../thread/index.ts';
import { digits } from '../platformHelpers.ts';
import { type Post, readPosts } from './apiPosts.ts';
import { parseJson, type Request, type Source } from './source.ts';

/** As many posts as Discourse itself asks for at a time, and as many as fit into an address. */
const CHUNK = 50;

interface TopicPost {
  id: number;
  post_number: number;
  post_type: number;
  username: string;
  cooked: string;
  created_at: string;
  reply_to_post_number?: number | null;
  actions_summary?: { id: number; count?: number }[];
  hidden?: boolean;
  user_deleted?: boolean;
  deleted_at?: string | null;
}

type About = Pick<Request, 'platform' | 'url' | 'now'> & { thread: Pick<Thread, 'title'> };

/** A topic as Discourse answers it. */
export interface Topic {
  title: string;
  post_stream: { posts: TopicPost[]; stream?: number[] };
}

/** Discourse answers `/t/ID.json` with the first posts and the ids of all, `/t/ID/posts.json` with those asked for. */
export function discourseSource(request: Request): Source {
  const { origin, pathname } = new URL(request.url);
  // The view as a tree stands at /n/.
  const [, before = '', topic] = /^(.*?)\/[tn]\/(?:[^/]+\/)?(\d+)/.exec(pathname) ?? [];
  const base = `${origin}${before}/t/${topic}`;
  const known = new Set([request.thread.opening, ...request.thread.comments].map((post) => post?.id));
  // The interface names parents by number; the page says the numbers of its posts in their addresses.
  const ids = new Map<string, string>();
  for (const post of [request.thread.opening, ...request.thread.comments]) if (post) ids.set(digits(post.permalink) ?? '', post.id);
  return {
    start: topic ? [`${base}.json`] : [],
    take(_, body) {
      const answer = parseJson<Topic>(body);
      const missing = (answer.post_stream?.stream ?? []).map(String).filter((id) => !known.has(id));
      const here = new Set(answer.post_stream?.posts?.map(({ id }) => String(id)));
      const rest = missing.filter((id) => !here.has(id));
      const further: string[] = [];
      for (let index = 0; index < rest.length; index += CHUNK) {
        further.push(
          `${base}/posts.json?${rest
            .slice(index, index + CHUNK)
            .map((id) => `post_ids[]=${id}`)
            .join('&')}`,
        );
      }
      return { thread: readTopic(answer, request, ids), further, insertion: 'time' };
    },
  };
}

/** A topic as Discourse's own interface gives it, as the thread its page would be read as. `ids` holds ids by post number and learns those that come. */
export function readTopic(topic: Partial<Topic>, about: About, ids = new Map<string, string>()): Thread | null {
  // Closing, moving and the like are written as posts of other types.
  const said = (topic.post_stream?.posts ?? []).filter(({ post_type }) => post_type <= 2);
  for (const { id, post_number } of said) ids.set(String(post_number), String(id));
  const posts = said.map(
    (post): Post => ({
      id: String(post.id),
      number: String(post.post_number),
      parent: ids.get(String(post.reply_to_post_number)) ?? null,
      author: post.username,
      html: post.cooked,
      time: post.created_at,
      score: post.actions_summary?.find(({ id }) => id === 2)?.count ?? 0,
      permalink: `${/^[^?#]*\/[tn]\/(?:[^/?#]+\/)?\d+/.exec(about.url)?.[0] ?? about.url}/${post.post_number}`,
      deleted: Boolean(post.deleted_at),
    }),
  );
  const opening = said.find(({ post_number }) => post_number === 1);
  return readPosts(about.platform, posts, {
    url: about.url,
    title: topic.title ?? about.thread.title,
    opening: opening ? String(opening.id) : null,
    now: about.now,
  });
}
