import { useId, useState } from 'preact/hooks';
import type { Point } from '../../../utils/summary/index.ts';
import { t, tCount } from '../../../utils/texts/index.ts';
import { type QuoteContext, QuotedSentence } from './QuotedSentence.tsx';
import { ShowMore } from './ShowMore.tsx';

/** A point in the words of one who makes it, with all others who speak of it to unfold. */
export function PointCard({ point: { said, words, shortReplies }, context }: { point: Point; context: QuoteContext }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const [first, ...others] = said;
  if (!first) return null;
  return (
    <li class="card">
      <QuotedSentence saying={first} context={context} />
      {others.length > 0 && (
        <button type="button" class="plain" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          {words.length > 0
            ? tCount('arguments.peopleOf', said.length, { words: words.join(t('arguments.and')) })
            : tCount('arguments.people', said.length)}
        </button>
      )}
      {shortReplies.length > 0 && <p class="note">{tCount('arguments.yeses', shortReplies.length)}</p>}
      <div id={id} class="others" hidden={!open}>
        {open && (
          <ShowMore
            items={others}
            first={10}
            show={(saying) => (
              <li key={saying.comment}>
                <QuotedSentence saying={saying} context={context} />
              </li>
            )}
          />
        )}
      </div>
    </li>
  );
}
