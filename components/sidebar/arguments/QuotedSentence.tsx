import type { Saying } from '../../../utils/summary/index.ts';
import { t } from '../../../utils/texts/index.ts';
import type { Comment } from '../../../utils/thread/index.ts';

/** What a quoted sentence needs to lead to its comment. */
export interface QuoteContext {
  /** Comments of the thread by id, the opening post among them. */
  comments: ReadonlyMap<string, Comment>;
  jump(id: string): void;
}

/** Somebody's sentence, verbatim, with who said it. A click goes to the comment it stands in. */
export function QuotedSentence({ saying, context }: { saying: Saying; context: QuoteContext }) {
  const go = () => context.jump(saying.comment);
  return (
    <div class="said">
      <button type="button" class="by" onClick={go} title={t('comment.go')}>
        <bdi class="author">{nameIn(context, saying.comment)}</bdi>
        <svg class="arrow" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M3 8h9M8.5 4.5 12 8l-3.5 3.5" />
        </svg>
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the button above does the same for the keyboard; here the words stay selectable. */}
      <p class="sentence" dir="auto" onClick={() => getSelection()?.isCollapsed !== false && go()}>
        {saying.text}
      </p>
    </div>
  );
}

/** Who wrote a comment. */
export function nameIn({ comments }: QuoteContext, id: string): string {
  return comments.get(id)?.author ?? t('comment.unknown');
}
