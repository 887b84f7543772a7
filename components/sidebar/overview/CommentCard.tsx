import { useEffect, useRef, useState } from 'preact/hooks';
import { formatTime, t } from '../../../utils/texts/index.ts';
import type { Comment } from '../../../utils/thread/index.ts';
import { FullComment } from './FullComment.tsx';

/** What is longer than this will not do with the three lines it is given. */
const CLAMPED_LENGTH = 110;

interface CommentCardProps {
  comment: Comment;
  /** Where its badge stands in the page. */
  element: Element | undefined;
  jump: (id: string) => void;
}

/** Within a card, somebody's own words, with who said them and when. A click goes to the comment in the page. */
export function CommentCard({ comment, element, jump }: CommentCardProps) {
  const [whole, setWhole] = useState(false);
  const excerpt = useRef<HTMLParagraphElement>(null);
  const [cut, setCut] = useState(false);
  // Where letters are wide or the sidebar narrow, short words are cut too; nothing may be cut without a way to see it.
  // Heard of when the browser has laid it out: asking earlier would have it lay out the whole page at once.
  useEffect(() => {
    const paragraph = excerpt.current;
    if (!paragraph) return;
    const observer = new ResizeObserver(() => setCut(paragraph.scrollHeight > paragraph.clientHeight + 1));
    observer.observe(paragraph);
    return () => observer.disconnect();
  }, [whole]);
  const long = cut || comment.text.length > CLAMPED_LENGTH || comment.text.includes('\n') || comment.quotes.length > 0;
  const time = formatTime(comment.time);
  return (
    <>
      <button type="button" class="by" onClick={() => jump(comment.id)} title={t('comment.go')}>
        <bdi class="author">{comment.author ?? t('comment.unknown')}</bdi>
        {time && <time dateTime={comment.time ?? undefined}>{time}</time>}
        <svg class="arrow" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M3 8h9M8.5 4.5 12 8l-3.5 3.5" />
        </svg>
      </button>
      {whole ? (
        <FullComment comment={comment} element={element} />
      ) : (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the button above does the same for the keyboard; here the words stay selectable.
        <p ref={excerpt} class="excerpt" dir="auto" onClick={() => getSelection()?.isCollapsed !== false && jump(comment.id)}>
          {comment.text}
        </p>
      )}
      {long && (
        <button type="button" class="plain" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {t(whole ? 'comment.less' : 'comment.more')}
        </button>
      )}
    </>
  );
}
