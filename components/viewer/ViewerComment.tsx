import { useLayoutEffect, useRef } from 'preact/hooks';
import { formatTime, t } from '../../utils/texts/index.ts';
import type { Comment } from '../../utils/thread/index.ts';
import { webAddress } from '../../utils/webUrl.ts';
import { createBadge, type Look, paintBadge } from '../badge/badge.ts';
import type { Relations } from '../badge/relations.ts';

interface ViewerCommentProps {
  comment: Comment;
  /** Who is answered, where that is another comment. */
  answered: Comment | undefined;
  /** Where it stands; `null` for the opening post. */
  relations: Relations | null;
  /** `null` where the reader wants no badges. */
  look: Look | null;
}

/** One comment of an opened file: who, when, its badge, whom it quotes, and its words as words. */
export function ViewerComment({ comment, answered, relations, look }: ViewerCommentProps) {
  const container = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (!look || !relations) return container.current?.replaceChildren();
    const badge = container.current?.querySelector<HTMLElement>('[data-standpoint]') ?? createBadge(comment.id);
    if (!badge.isConnected) container.current?.replaceChildren(badge);
    paintBadge(badge, comment, relations, look);
  }, [comment, relations, look]);
  const there = webAddress(comment.permalink);
  const time = formatTime(comment.time);
  return (
    <>
      <p class="by">
        <bdi class="author">{comment.author ?? t('comment.unknown')}</bdi>
        {time && <time dateTime={comment.time ?? undefined}>{time}</time>}
        <span ref={container} />
        {there && (
          <a href={there} target="_blank" rel="noopener noreferrer nofollow">
            {t('viewer.there')}
          </a>
        )}
      </p>
      {answered && (
        <p class="note">
          {t('viewer.answers')} <bdi>{answered.author ?? t('comment.unknown')}</bdi>
        </p>
      )}
      {comment.quotes.map(({ text }, index) => (
        <blockquote key={index} dir="auto">
          {text}
        </blockquote>
      ))}
      <div class="words" dir="auto">
        {comment.deleted ? <em>{t('viewer.deleted')}</em> : comment.text.split('\n').map((line, index) => <p key={index}>{line}</p>)}
      </div>
    </>
  );
}
