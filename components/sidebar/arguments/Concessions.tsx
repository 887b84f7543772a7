import type { ConcededPoint } from '../../../utils/summary/index.ts';
import { isolated, t } from '../../../utils/texts/index.ts';
import { nameIn, type Place, QuotedSentence } from './QuotedSentence.tsx';
import { ShowMore } from './ShowMore.tsx';

/** Who grants a point or changes their mind, and to whom. */
export function Concessions({ turns, place }: { turns: readonly ConcededPoint[]; place: Place }) {
  return (
    <section>
      <h2>{t('arguments.turns.title')}</h2>
      <p class="note">{t('arguments.turns.note')}</p>
      <ShowMore
        items={turns}
        first={3}
        show={(turn) => (
          <li key={turn.comment} class="card">
            <QuotedSentence saying={turn} place={place} />
            <Whom turn={turn} place={place} />
          </li>
        )}
      />
    </section>
  );
}

function Whom({ turn: { kind, to }, place }: { turn: ConcededPoint; place: Place }) {
  if (to === null) return <p class="note">{t(`arguments.turns.${kind}`)}</p>;
  return (
    <button type="button" class="plain" onClick={() => place.jump(to)}>
      {t(`arguments.turns.${kind}To`, { name: isolated(nameIn(place, to)) })}
    </button>
  );
}
