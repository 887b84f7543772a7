import type { ComponentChildren } from 'preact';
import type { Label, Proposition } from '../../../utils/stance/index.ts';
import { excerptRange, matchRanges, searchTerms } from '../../../utils/summary/index.ts';
import { t, wordOf } from '../../../utils/texts/index.ts';
import type { Comment } from '../../../utils/thread/index.ts';
import { Icon } from '../../shared/Icon.tsx';

interface FoundCommentProps {
  comment: Comment;
  label: Label;
  kind: Proposition['kind'];
  /** As the reader typed them. */
  query: string;
  jump: (id: string) => void;
}

/** A comment that was looked for: who, where it stands, and its own words around those that were typed. A click goes to it. */
export function FoundComment({ comment, label, kind, query, jump }: FoundCommentProps) {
  const parts = searchTerms(query);
  const { start, end } = excerptRange(comment.text, parts);
  const snippet = comment.text.slice(start, end);
  return (
    <li>
      <button type="button" class="found" data-stance={label} onClick={() => jump(comment.id)}>
        <span class="who">
          <bdi class="author">{comment.author ?? t('comment.unknown')}</bdi>
          <span class="stance">
            <Icon label={label} /> {wordOf(label, kind, comment.text)}
          </span>
        </span>
        <span class="snippet" dir="auto">
          {start > 0 && '…'}
          {marked(snippet, matchRanges(snippet, parts))}
          {end < comment.text.length && '…'}
        </span>
      </button>
    </li>
  );
}

function marked(text: string, stretches: readonly { start: number; end: number }[]): ComponentChildren[] {
  let reached = 0;
  const parts = stretches.flatMap(({ start, end }): ComponentChildren[] => {
    const before = text.slice(reached, start);
    reached = end;
    return [before, <mark key={start}>{text.slice(start, end)}</mark>];
  });
  return [...parts, text.slice(reached)];
}
