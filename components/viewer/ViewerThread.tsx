import type { Signal } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { readerTheme } from '../../utils/page/index.ts';
import { settings } from '../../utils/reader/index.ts';
import type { Session } from '../../utils/session/index.ts';
import { tCount } from '../../utils/texts/index.ts';
import type { Comment, Thread } from '../../utils/thread/index.ts';
import { webAddress } from '../../utils/webUrl.ts';
import { relationsOf } from '../badge/relations.ts';
import { useVirtual } from './useVirtual.ts';
import { ViewerComment } from './ViewerComment.tsx';

/** Deeper replies stand no further in. */
const DEEPEST = 8;

/** The thread of an opened file: its title, its opening post, and its comments, of which only those near the view are drawn. */
export function ViewerThread({ session, wanted }: { session: Session; wanted: Signal<string | null> }) {
  const thread = session.thread.value;
  const analysis = session.analysis.value;
  const list = useRef<HTMLOListElement>(null);
  const [start, setStart] = useState(0);
  const comments = thread?.comments ?? [];
  const depths = useMemo(() => (thread ? depthsIn(thread) : new Map<string, number>()), [thread]);
  const known = useMemo(() => new Map(comments.map((comment) => [comment.id, comment])), [thread]);
  const { badges, density, shown } = settings.value;
  const kind = analysis?.proposition.kind ?? 'claim';
  const theme = readerTheme();
  const look = useMemo(() => (badges ? { theme, density, shown, kind } : null), [badges, density, shown, kind, theme]);
  const virtual = useVirtual({
    count: comments.length,
    estimateSize: (index) => 90 + Math.ceil((comments[index]?.text.length ?? 0) / 80) * 22,
    keyOf: (index) => comments[index]?.id ?? '',
    start,
  });
  useLayoutEffect(() => {
    const top = (list.current?.getBoundingClientRect().top ?? 0) + window.scrollY;
    if (Math.abs(top - start) > 1) setStart(top);
  });
  // Whoever wants to see a comment names it; the list goes there and takes the keyboard along.
  const id = wanted.value;
  useLayoutEffect(() => {
    if (id === null) return;
    wanted.value = null;
    const index = comments.findIndex((comment) => comment.id === id);
    if (index < 0) return;
    virtual.scrollToIndex(index, { align: 'center' });
    const focus = (tries: number) => {
      const item = list.current?.querySelector<HTMLElement>(`[data-index="${index}"]`);
      if (item) item.focus({ preventScroll: true });
      else if (tries > 0) requestAnimationFrame(() => focus(tries - 1));
    };
    focus(60);
  }, [id]);
  if (!thread) return null;
  const address = webAddress(thread.url);
  return (
    <>
      <h1 dir="auto">
        {address ? (
          <a href={address} target="_blank" rel="noopener noreferrer nofollow">
            {thread.title || address}
          </a>
        ) : (
          thread.title || thread.platform
        )}
      </h1>
      {thread.opening && (
        <article class="post">
          <ViewerComment comment={thread.opening} answered={undefined} relations={null} look={null} />
        </article>
      )}
      <h2>{tCount('viewer.comments', comments.length)}</h2>
      <ol ref={list} class="comments" style={{ blockSize: `${virtual.getTotalSize()}px` }}>
        {virtual.getVirtualItems().map(({ key, index, start: top }) => {
          const comment = comments[index] as Comment;
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              tabIndex={-1}
              aria-setsize={comments.length}
              aria-posinset={index + 1}
              style={{
                transform: `translateY(${top - start}px)`,
                paddingInlineStart: `${Math.min(depths.get(comment.id) ?? 0, DEEPEST) * 18}px`,
              }}
            >
              <article class="comment">
                <ViewerComment
                  comment={comment}
                  answered={known.get(comment.parent ?? '')}
                  relations={analysis && relationsOf(comment, known, analysis.verdicts)}
                  look={look}
                />
              </article>
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** How deep each comment stands below the opening post. Linear; a file in which somebody answers themselves is not opened. */
function depthsIn({ comments }: Thread): Map<string, number> {
  const parents = new Map(comments.map(({ id, parent }) => [id, parent]));
  const depths = new Map<string, number>();
  for (const { id } of comments) {
    const path: string[] = [];
    let ancestor: string | null = id;
    while (ancestor !== null && parents.has(ancestor) && !depths.has(ancestor)) {
      path.push(ancestor);
      ancestor = parents.get(ancestor) ?? null;
    }
    let depth = ancestor !== null && depths.has(ancestor) ? (depths.get(ancestor) ?? 0) + 1 : 0;
    for (const passed of path.reverse()) {
      depths.set(passed, depth);
      depth += 1;
    }
  }
  return depths;
}
