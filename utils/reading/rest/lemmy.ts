import { inUtc } from '../time/inUtc.ts';
import { type Post, readPosts } from './apiPosts.ts';
import { parseJson, type Request, type Source } from './source.ts';

const CHUNK = 50;

interface Listing {
  comments: {
    comment: { id: number; path: string; content: string; published: string; deleted?: boolean; removed?: boolean; ap_id?: string };
    creator: { name: string };
    counts?: { score?: number };
  }[];
}

/** Lemmy answers `/api/v3/comment/list` page by page; a comment's path names its ancestors. */
export function lemmySource(request: Request): Source {
  const { origin, pathname } = new URL(request.url);
  const post = /\/post\/(\d+)/.exec(pathname)?.[1];
  const page = (number: number) => `${origin}/api/v3/comment/list?post_id=${post}&type_=All&sort=Old&limit=${CHUNK}&page=${number}`;
  return {
    start: post ? [page(1)] : [],
    take(address, body) {
      const { comments = [] } = parseJson<Listing>(body);
      const number = Number(new URL(address).searchParams.get('page'));
      return {
        thread: threadFromPosts(comments, request),
        further: comments.length === CHUNK ? [page(number + 1)] : [],
        insertion: 'after',
      };
    },
  };
}

function threadFromPosts(comments: Listing['comments'], { platform, url, thread, now }: Request) {
  const posts = comments.map(({ comment, creator, counts }): Post => {
    const parent = comment.path.split('.').at(-2);
    return {
      id: String(comment.id),
      parent: parent && parent !== '0' ? parent : (thread.opening?.id ?? null),
      author: creator.name,
      html: paragraphs(comment.content),
      time: inUtc(comment.published),
      score: counts?.score ?? null,
      permalink: `/comment/${comment.id}`,
      deleted: Boolean(comment.deleted || comment.removed),
    };
  });
  return readPosts(platform, posts, { url, title: thread.title, opening: null, now });
}

/** Lemmy's interface gives Markdown; what matters of it here are paragraphs and quotes. */
function paragraphs(markdown: string): string {
  const escaped = markdown.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const blocks = escaped
    .split(/\n{2,}/)
    .map((block) =>
      block.startsWith('>') ? `<blockquote>${block.replace(/^> ?/gm, '')}</blockquote>` : `<p>${block.replaceAll('\n', '<br>')}</p>`,
    );
  return blocks.join('');
}
