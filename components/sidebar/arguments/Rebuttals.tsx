import type { Rebuttal } from '../../../utils/summary/index.ts';
import { t } from '../../../utils/texts/index.ts';
import { Icon } from '../../shared/Icon.tsx';
import { type QuoteContext, QuotedSentence } from './QuotedSentence.tsx';
import { ShowMore } from './ShowMore.tsx';

/** Comments and the answers that oppose them most directly, side by side where there is room. */
export function Rebuttals({ rebuttals, context }: { rebuttals: readonly Rebuttal[]; context: QuoteContext }) {
  return (
    <section>
      <h2>{t('arguments.rebuttals.title')}</h2>
      <p class="note">{t('arguments.rebuttals.note')}</p>
      <ShowMore
        items={rebuttals}
        first={3}
        show={({ said, answer, sure }) => (
          <li key={answer.comment} class="card rebuttal">
            <QuotedSentence saying={said} context={context} />
            <p class="between" data-stance={sure ? 'oppose' : 'unsure'}>
              <Icon label={sure ? 'oppose' : 'unsure'} /> {t(sure ? 'arguments.rebuttals.opposed' : 'arguments.rebuttals.mayBe')}
            </p>
            <QuotedSentence saying={answer} context={context} />
          </li>
        )}
      />
    </section>
  );
}
