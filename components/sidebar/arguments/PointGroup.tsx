import type { Label, Side } from '../../../utils/stance/index.ts';
import type { Group } from '../../../utils/summary/index.ts';
import { formatShare, t, tCount } from '../../../utils/texts/index.ts';
import { Icon } from '../../shared/Icon.tsx';
import { PointCard } from './PointCard.tsx';
import type { QuoteContext } from './QuotedSentence.tsx';
import { ShowMore } from './ShowMore.tsx';

interface PointGroupProps {
  group: Group;
  /** Whether any comment is sure enough to be shown on a side. */
  sided: boolean;
  context: QuoteContext;
}

/** The points of one side, with how sure it is whose they are, and the words that set it apart. */
export function PointGroup({ group, sided, context }: PointGroupProps) {
  const { of, comments, likely, points, terms } = group;
  const side = of === 'support' || of === 'oppose' ? of : null;
  // What takes no side is there to be told apart from the sides.
  if (!side && points.length === 0) return null;
  return (
    <section>
      <h2>
        {side && <Icon label={iconOf(side, likely)} />}
        {titleOf(group, sided)}
      </h2>
      <p class="note">
        {comments === 0 && side
          ? t(`sides.none.${side}`)
          : likely === null
            ? tCount('arguments.from', comments)
            : tCount('arguments.guessed', comments, { share: formatShare(likely) })}
      </p>
      {points.length > 0 && (
        <ShowMore
          items={points}
          first={side && likely !== null ? 2 : 4}
          show={(point) => <PointCard key={point.said[0]?.comment} point={point} context={context} />}
        />
      )}
      {terms.length > 0 && (
        <p class="terms note">
          {t('arguments.terms')}
          {terms.map(({ word }) => (
            <bdi key={word} class="term">
              {word}
            </bdi>
          ))}
        </p>
      )}
    </section>
  );
}

const iconOf = (side: Side, likely: number | null): Label => (likely === null ? side : 'unsure');

function titleOf({ of, likely }: Group, sided: boolean): string {
  if (of === 'answer') return t('arguments.points.answer');
  if (of === 'other') return t(sided ? 'arguments.points.other' : 'arguments.points.all');
  if (likely === null) return t(`sides.of.${of}`);
  return t(`sides.perhapsOf.${of}`);
}
