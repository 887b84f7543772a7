import type { ConcededPoint } from '../../../utils/summary/index.ts';
import { isolated, t } from '../../../utils/texts/index.ts';
import { nameIn, type QuoteContext, QuotedSentence } from './QuotedSentence.tsx';
import { ShowMore } from './ShowMore.tsx';

/** Who grants a point or changes their mind, and to whom. */
export function Concessions({ concessions, context }: { concessions: readonly ConcededPoint[]; context: QuoteContext }) {
  return (
    <section>
      <h2>{t('arguments.concessions.title')}</h2>
      <p class="note">{t('arguments.concessions.note')}</p>
      <ShowMore
        items={concessions}
        first={3}
        show={(point) => (
          <li key={point.comment} class="card">
            <QuotedSentence saying={point} context={context} />
            <Whom point={point} context={context} />
          </li>
        )}
      />
    </section>
  );
}

function Whom({ point: { kind, to }, context }: { point: ConcededPoint; context: QuoteContext }) {
  if (to === null) return <p class="note">{t(`arguments.concessions.${kind}`)}</p>;
  return (
    <button type="button" class="plain" onClick={() => context.jump(to)}>
      {t(`arguments.concessions.${kind}To`, { name: isolated(nameIn(context, to)) })}
    </button>
  );
}
