import type { Side } from '../../../utils/stance/index.ts';
import type { AgreedComment } from '../../../utils/summary/index.ts';
import { t, tCount } from '../../../utils/texts/index.ts';
import { Icon } from '../../shared/Icon.tsx';
import { type QuoteContext, QuotedSentence } from './QuotedSentence.tsx';
import { ShowMore } from './ShowMore.tsx';

/** Comments that people of both sides say yes to. A click on either count goes to the first who does. */
export function CommonGround({ commonGround, context }: { commonGround: readonly AgreedComment[]; context: QuoteContext }) {
  const sure = commonGround.some((agreed) => agreed.sure);
  return (
    <section>
      <h2>{t(sure ? 'arguments.commonGround.title' : 'arguments.commonGround.perhaps')}</h2>
      <p class="note">{t(sure ? 'arguments.commonGround.note' : 'arguments.commonGround.perhapsNote')}</p>
      <ShowMore
        items={commonGround}
        first={3}
        show={(agreed) => (
          <li key={agreed.comment} class="card">
            <QuotedSentence saying={agreed} context={context} />
            <Yes side="support" agreed={agreed} context={context} />
            <Yes side="oppose" agreed={agreed} context={context} />
          </li>
        )}
      />
    </section>
  );
}

function Yes({ side, agreed, context }: { side: Side; agreed: AgreedComment; context: QuoteContext }) {
  const { [side]: ids, sure } = agreed;
  const perhaps = side === 'support' ? 'maySupport' : 'mayOppose';
  return (
    <button type="button" class="plain yes" onClick={() => ids[0] && context.jump(ids[0])}>
      <Icon label={sure ? side : 'unsure'} /> {tCount(`arguments.commonGround.${sure ? side : perhaps}`, ids.length)}
    </button>
  );
}
