import type { ModelCard } from '../../utils/extension/index.ts';
import { formatCount, formatPart, t } from '../../utils/texts/index.ts';

/** What is measured of the model that a reader asks of it, by set; all else stands in the card itself. */
const ASKED = [
  { set: 'opening post, label sure', name: 'opening' },
  { set: 'comment answered', name: 'parent' },
  { set: 'debagreement', name: 'pairs' },
] as const;

/** How often the model is right and how much of what it reads it shows, with its whole card a click away. */
export function ModelFigures({ card }: { card: ModelCard | null | 'asking' }) {
  if (card === 'asking') return <p class="empty">{t('options.card.reading')}</p>;
  if (card === null) return <p class="empty">{t('options.card.none')}</p>;
  const { model, measured } = card;
  // The first line of a set is the one with everything at work; alone and with other systems it is measured below.
  const rows = ASKED.flatMap(({ set, name }) =>
    measured.figures
      .filter((figure) => figure.set === set)
      .slice(0, 1)
      .map((figure) => ({ name, figure })),
  );
  return (
    <div class="card">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: wider than the page it is scrolled, by keyboard too. */}
      <figure class="scrolled" aria-label={t('options.card.figures')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <td />
              <Column text={t('options.card.comments')} />
              <Column text={t('options.card.right')} />
              <Column text={t('options.card.sidesShown')} />
              <Column text={t('options.card.sidesRight')} />
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, figure }) => (
              <tr key={name}>
                <th scope="row">{t(`options.card.sets.${name}`)}</th>
                <td data-number>{formatCount(figure.comments)}</td>
                <td data-number>{formatPart(figure.accuracy)}</td>
                <td data-number>{formatPart(figure.sidesShown)}</td>
                <td data-number>{figure.sidesRight === null ? '–' : formatPart(figure.sidesRight)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </figure>
      <p>
        {model.name} · <a href="/model-card.json">{t('options.card.whole')}</a>
      </p>
    </div>
  );
}

function Column({ text }: { text: string }) {
  return (
    <th scope="col" data-number>
      {text}
    </th>
  );
}
