import { type Post, readPosts } from './apiPosts.ts';
import { parseJson, type Request, type Source } from './source.ts';

const CHUNK = 20;

interface Resource {
  type: string;
  id: string;
  attributes?: {
    number?: number;
    contentType?: string;
    contentHtml?: string;
    createdAt?: string;
    isHidden?: boolean;
    username?: string;
    displayName?: string;
  };
  relationships?: { user?: { data?: { id: string } | null }; posts?: { data?: { id: string }[] } };
}
interface Listing {
  data: Resource | Resource[];
  included: Resource[];
}

/** Flarum answers `/api/discussions/ID` with the ids of all posts, `/api/posts?filter[id]=…` with those asked for (JSON:API). */
export function flarumSource(request: Request): Source {
  const { origin, pathname } = new URL(request.url);
  const [, base = '', discussion] = /^(.*)\/d\/(\d+)/.exec(pathname) ?? [];
  const known = new Set([request.thread.opening, ...request.thread.comments].map((post) => post?.id));
  return {
    start: discussion ? [`${origin}${base}/api/discussions/${discussion}`] : [],
    take(_, body) {
      const answer = parseJson<Listing>(body);
      const main = answer.data;
      if (!Array.isArray(main)) {
        const missing = (main?.relationships?.posts?.data ?? []).map(({ id }) => id).filter((id) => !known.has(id));
        const further: string[] = [];
        for (let index = 0; index < missing.length; index += CHUNK) {
          further.push(
            `${origin}${base}/api/posts?filter[id]=${missing.slice(index, index + CHUNK).join(',')}&page[limit]=${CHUNK}&include=user`,
          );
        }
        return { thread: null, further, insertion: 'time' };
      }
      return { thread: threadFromPosts(main, answer.included ?? [], request), further: [], insertion: 'time' };
    },
  };
}

function threadFromPosts(resources: Resource[], included: Resource[], { platform, url, thread, now }: Request) {
  const names = new Map(
    included.filter(({ type }) => type === 'users').map(({ id, attributes }) => [id, attributes?.username ?? attributes?.displayName]),
  );
  const posts = resources
    .filter(({ type, attributes }) => type === 'posts' && attributes?.contentType === 'comment')
    .sort((one, other) => (one.attributes?.number ?? 0) - (other.attributes?.number ?? 0))
    .map(({ id, attributes, relationships }): Post => {
      const html = attributes?.contentHtml ?? '';
      return {
        id,
        number: String(attributes?.number ?? ''),
        // As in the page: the post that is mentioned before all words.
        parent: /^\s*<p>\s*<a\b(?=[^>]*PostMention)[^>]*\bdata-id="(\d+)"/.exec(html)?.[1] ?? null,
        author: names.get(relationships?.user?.data?.id ?? '') ?? null,
        html,
        time: attributes?.createdAt ?? null,
        score: null,
        permalink: `${/^[^?#]*\/d\/[^/?#]+/.exec(url)?.[0] ?? url}/${attributes?.number}`,
        deleted: attributes?.isHidden === true,
      };
    });
  const opening = resources.find(({ attributes }) => attributes?.number === 1)?.id ?? null;
  return readPosts(platform, posts, { url, title: thread.title, opening, now });
}
