import type { Summary } from '../../../utils/summary/summarize.ts';
import { t, tCount } from '../../../utils/texts/texts.ts';
import type { Comment, Reading } from '../../../utils/thread/thread.ts';
import { Icon } from '../../shared/Icon.tsx';
import { CommentCard } from './CommentCard.tsx';

interface LeadingCommentsProps {
  summary: Summary;
  reading: Reading;
  jump: (id: string) => void;
}

/** The comments that speak most clearly for each side, the larger side first. The other side is always heard, be it one comment or a mere suspicion. */
export function LeadingComments({ summary, reading, jump }: LeadingCommentsProps) {
  const { division, leading, suspected } = summary;
  const [larger, smaller] = division.oppose <= division.support ? (['support', 'oppose'] as const) : (['oppose', 'support'] as const);
  const cards = (ids: string[]) => (
    <ul class="cards">
      {commentsOf(reading, ids).map((comment) => (
        <CommentCard key={comment.id} comment={comment} element={reading.elements.get(comment.id)} jump={jump} />
      ))}
    </ul>
  );
  const count = division[smaller];
  return (
    <>
      {division[larger] > 0 && (
        <section>
          <h2>
            <Icon label={larger} /> {tCount(`sides.larger.${larger}`, division[larger])}
          </h2>
          {cards(leading[larger])}
        </section>
      )}
      <section>
        <h2>
          <Icon label={suspected.length > 0 ? 'unsure' : smaller} /> {t(suspected.length > 0 ? 'sides.perhaps' : 'sides.other')}
        </h2>
        <p class="note">{describeOtherSide(count, suspected.length, smaller)}</p>
        {cards(count > 0 ? leading[smaller] : suspected)}
      </section>
    </>
  );
}

function describeOtherSide(count: number, suspected: number, side: 'support' | 'oppose'): string {
  if (count > 0) return tCount(`sides.stands.${side}`, count);
  return suspected > 0 ? tCount(`sides.may.${side}`, suspected) : t(`sides.nobody.${side}`);
}

function commentsOf(reading: Reading, ids: string[]): Comment[] {
  return ids.flatMap((id) => reading.thread.comments.find((comment) => comment.id === id) ?? []);
}
