import type { AgreedComment } from '../../../utils/summary/index.ts';
import { t, tCount } from '../../../utils/texts/index.ts';
import { Icon } from '../../shared/Icon.tsx';
import { type Place, QuotedSentence } from './QuotedSentence.tsx';
import { ShowMore } from './ShowMore.tsx';

/** Comments that people of both sides say yes to. A click on either count goes to the first who does. */
export function CommonGround({ bridges, place }: { bridges: readonly AgreedComment[]; place: Place }) {
  return (
    <section>
      <h2>{t('arguments.bridges.title')}</h2>
      <p class="note">{t('arguments.bridges.note')}</p>
      <ShowMore
        items={bridges}
        first={3}
        show={(bridge) => (
          <li key={bridge.comment} class="card">
            <QuotedSentence saying={bridge} place={place} />
            <Yes side="support" bridge={bridge} place={place} />
            <Yes side="oppose" bridge={bridge} place={place} />
          </li>
        )}
      />
    </section>
  );
}

function Yes({ side, bridge, place }: { side: 'support' | 'oppose'; bridge: AgreedComment; place: Place }) {
  const { [side]: ids, sure } = bridge;
  const perhaps = side === 'support' ? 'maySupport' : 'mayOppose';
  return (
    <button type="button" class="plain yes" onClick={() => ids[0] && place.jump(ids[0])}>
      <Icon label={sure ? side : 'unsure'} /> {tCount(`arguments.bridges.${sure ? side : perhaps}`, ids.length)}
    </button>
  );
}
