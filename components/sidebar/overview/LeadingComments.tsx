import type { Side } from '../../../utils/stance/index.ts';
import type { Known, Summary } from '../../../utils/summary/index.ts';
import { describeSide, titleOfSide } from '../../../utils/texts/index.ts';
import type { Comment, Reading } from '../../../utils/thread/index.ts';
import { Icon } from '../../shared/Icon.tsx';
import { CommentCard } from './CommentCard.tsx';

interface LeadingCommentsProps {
  summary: Summary;
  known: Known;
  reading: Reading;
  jump: (id: string) => void;
  /** Whether more may be known soon. */
  working: boolean;
}

/** The comments that speak most clearly for each side, the larger side first. The other side is always heard, be it one comment or a mere suspicion. */
export function LeadingComments({ summary: { leading, suspected }, known, reading, jump, working }: LeadingCommentsProps) {
  const shown = (side: Side) => {
    const guessed = side === known.smaller && suspected.length > 0;
    const more = describeSide(known, side, working);
    return (
      <section key={side}>
        <h2>
          <Icon label={guessed ? 'unsure' : side} /> {titleOfSide(known, side)}
        </h2>
        {more && <p class={side === known.smaller ? 'note steady' : 'note'}>{more}</p>}
        <ul class="cards">
          {commentsOf(reading, guessed ? suspected : leading[side]).map((comment) => (
            <CommentCard key={comment.id} comment={comment} element={reading.elements.get(comment.id)} jump={jump} />
          ))}
        </ul>
      </section>
    );
  };
  return (
    <>
      {shown(known.larger)}
      {shown(known.smaller)}
    </>
  );
}

function commentsOf(reading: Reading, ids: string[]): Comment[] {
  return ids.flatMap((id) => reading.thread.comments.find((comment) => comment.id === id) ?? []);
}
