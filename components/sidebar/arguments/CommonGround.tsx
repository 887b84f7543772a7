import type { Side } from '../../../utils/stance/index.ts';
import type { AgreedComment } from '../../../utils/summary/index.ts';
import { t, tCount } from '../../../utils/texts/index.ts';
import { Icon } from '../../shared/Icon.tsx';
import { type Place, QuotedSentence } from './QuotedSentence.tsx';
import { ShowMore } from './ShowMore.tsx';

/** Comments that people of both sides say yes to. A click on either count goes to the first who does. */
export function CommonGround({ commonGround, place }: { commonGround: readonly AgreedComment[]; place: Place }) {
  return (
    <section>
      <h2>{t('arguments.commonGround.title')}</h2>
      <p class="note">{t('arguments.commonGround.note')}</p>
      <ShowMore
        items={commonGround}
        first={3}
        show={(agreed) => (
          <li key={agreed.comment} class="card">
            <QuotedSentence saying={agreed} place={place} />
            <Yes side="support" agreed={agreed} place={place} />
            <Yes side="oppose" agreed={agreed} place={place} />
          </li>
        )}
      />
    </section>
  );
}

function Yes({ side, agreed, place }: { side: Side; agreed: AgreedComment; place: Place }) {
  const { [side]: ids, sure } = agreed;
  const perhaps = side === 'support' ? 'maySupport' : 'mayOppose';
  return (
    <button type="button" class="plain yes" onClick={() => ids[0] && place.jump(ids[0])}>
      <Icon label={sure ? side : 'unsure'} /> {tCount(`arguments.commonGround.${sure ? side : perhaps}`, ids.length)}
    </button>
  );
}
