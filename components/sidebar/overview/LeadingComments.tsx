import { useRef, useState } from 'preact/hooks';
import type { Known, Summary } from '../../../utils/summary/index.ts';
import { describeSide, type sentencesToCome, t, tCount, titleOfSide } from '../../../utils/texts/index.ts';
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
  /** What may be said of the sides then; `null` where all is known. */
  toCome: ReturnType<typeof sentencesToCome> | null;
}

/** The comments that speak most clearly for each side, the larger side first. The other side is always heard, be it one comment or a mere suspicion. */
export function LeadingComments({ summary: { leading, suspected }, known, reading, jump, working, toCome }: LeadingCommentsProps) {
  return [known.larger, known.smaller].map((side, index) => {
    const isGuessed = side === known.smaller && suspected.length > 0;
    const told = {
      title: titleOfSide(known, side),
      icon: <Icon label={isGuessed ? 'unsure' : side} />,
      more: describeSide(known, side, working),
      comments: commentsOf(reading, isGuessed ? suspected : leading[side]),
    };
    const show = (comment: Comment) => (
      <CommentCard key={comment.id} comment={comment} element={reading.elements.get(comment.id)} jump={jump} />
    );
    return toCome ? (
      // Where the sides change places, their words do, and nothing moves.
      <SideInPlace key={`place ${index}`} {...told} toCome={toCome} show={show} />
    ) : (
      <section key={side}>
        <h2>
          {told.icon} {told.title}
        </h2>
        {told.more && <p class="note">{told.more}</p>}
        <ul class="cards">
          {told.comments.map((comment) => (
            <li key={comment.id} class="card">
              {show(comment)}
            </li>
          ))}
        </ul>
      </section>
    );
  });
}

interface SideInPlaceProps {
  title: string;
  icon: preact.ComponentChildren;
  more: string;
  comments: Comment[];
  toCome: ReturnType<typeof sentencesToCome>;
  show: (comment: Comment) => preact.ComponentChildren;
}

/**
 * A side while more of it may be known soon: one comment, or what is said in its stead, in room kept for it, and more where the reader asks.
 * What is shown stays in its place for as long as it is among the clearest.
 */
function SideInPlace({ title, icon, more, comments, toCome, show }: SideInPlaceProps) {
  const [places, setPlaces] = useState(1);
  const shown = useRef<(string | undefined)[]>([]);
  shown.current = inPlace(shown.current, comments, places);
  const others = comments.length - 1;
  const offer = places > 1 ? t('comment.less') : tCount('arguments.more', Math.max(1, others));
  return (
    <section>
      <h2>
        <span class="room" data-longest={longest([title, ...toCome.titles])}>
          <span key={title}>
            {icon} {title}
          </span>
        </span>
      </h2>
      <div class="inPlace" data-longest={`${offer} ${longest(toCome.sides)}`} style={{ '--places': places }}>
        <div>
          <ul class="cards">
            {shown.current.map((id, index) => {
              const comment = comments.find((one) => one.id === id);
              return (
                comment && (
                  <li key={index} class="card">
                    {show(comment)}
                  </li>
                )
              );
            })}
          </ul>
          {(more || others > 0) && (
            <p key={`below ${comments.length > 0}`} class="note">
              {(others > 0 || places > 1) && (
                <button
                  type="button"
                  class="plain others"
                  aria-expanded={places > 1}
                  onClick={() => setPlaces(places > 1 ? 1 : comments.length)}
                >
                  {offer}
                </button>
              )}
              {more}
            </p>
          )}
        </div>
      </div>
    </section>
  );
}

/** Which comment stands in which of so many places: those that stood there stay, and the clearest others come into the free ones. */
function inPlace(before: readonly (string | undefined)[], comments: readonly Comment[], places: number): (string | undefined)[] {
  const stay = before.slice(0, places).map((id) => comments.find((one) => one.id === id)?.id);
  const free = comments.map(({ id }) => id).filter((id) => !stay.includes(id));
  return Array.from({ length: places }, (_, index) => stay[index] ?? free.shift());
}

const longest = (sentences: readonly string[]) => sentences.reduce((one, other) => (other.length > one.length ? other : one));

function commentsOf(reading: Reading, ids: string[]): Comment[] {
  return ids.flatMap((id) => reading.thread.comments.find((comment) => comment.id === id) ?? []);
}
