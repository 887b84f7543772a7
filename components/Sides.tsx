import type { Summary } from '../utils/summary.ts';
import type { Comment, Reading } from '../utils/thread.ts';
import { CommentCard } from './CommentCard.tsx';
import { formatCount } from './format.ts';
import { Icon } from './Icon.tsx';
import { countedWord, WORDS } from './words.ts';

interface SidesProps {
  summary: Summary;
  reading: Reading;
  jump: (id: string) => void;
}

/** The comments that speak most clearly for each side, the larger side first. The other side is always heard, be it one comment or a mere suspicion. */
export function Sides({ summary, reading, jump }: SidesProps) {
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
            <Icon label={larger} /> {formatCount(division[larger])} {countedWord(larger, division[larger])} the post
          </h2>
          {cards(leading[larger])}
        </section>
      )}
      <section>
        <h2>
          <Icon label={suspected.length > 0 ? 'unsure' : smaller} /> The other side{suspected.length > 0 && ', perhaps'}
        </h2>
        <p class="note">{describeOtherSide(count, suspected.length, smaller)}</p>
        {cards(count > 0 ? leading[smaller] : suspected)}
      </section>
    </>
  );
}

function describeOtherSide(count: number, suspected: number, side: 'support' | 'oppose'): string {
  if (count === 1) return `One comment alone ${WORDS[side]} the post.`;
  if (count > 1) return `${formatCount(count)} comments ${countedWord(side, count)} the post.`;
  if (suspected === 0) return `No comment was found that ${WORDS[side]} the post.`;
  return `No comment clearly ${WORDS[side]} the post; ${suspected === 1 ? 'this one' : 'these'} may.`;
}

function commentsOf(reading: Reading, ids: string[]): Comment[] {
  return ids.flatMap((id) => reading.thread.comments.find((comment) => comment.id === id) ?? []);
}
