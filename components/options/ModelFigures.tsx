import type { JSX } from 'preact';
import type { ModelCard } from '../../utils/extension/index.ts';
import { language, t } from '../../utils/texts/index.ts';

type Plain = string | number | boolean | null;
type Row = Record<string, unknown>;

/** The model's card as its maker wrote it: texts and figures as they stand there, lists of alike things as tables. Knows no field by name. */
export function ModelFigures({ card }: { card: ModelCard | null | 'asking' }) {
  if (card === 'asking') return <p class="empty">{t('options.card.reading')}</p>;
  if (card === null) return <p class="empty">{t('options.card.none')}</p>;
  return (
    <div class="card">
      <Group of={card} level={3} />
    </div>
  );
}

/** What can be said in a line first, then everything else under a heading of its own. */
function Group({ of, level }: { of: Row; level: 3 | 4 }) {
  const entries = Object.entries(of).filter(([, value]) => !isEmpty(value));
  const lines = entries.filter(([, value]) => isPlain(value));
  const Heading: 'h3' | 'h4' = `h${level}`;
  return (
    <>
      {lines.length > 0 && (
        <dl>
          {lines.map(([key, value]) => (
            <div key={key}>
              <dt>{titled(key)}</dt>
              <dd>{written(value as Plain)}</dd>
            </div>
          ))}
        </dl>
      )}
      {entries
        .filter(([, value]) => !isPlain(value))
        .map(([key, value]) => (
          <div key={key}>
            <Heading>{titled(key)}</Heading>
            <Value of={value} title={titled(key)} />
          </div>
        ))}
    </>
  );
}

function Value({ of, title }: { of: unknown; title: string }): JSX.Element {
  if (isPlain(of)) return <>{written(of)}</>;
  if (Array.isArray(of)) {
    if (of.every(isGroup)) return <Table rows={of.map((row) => ['', row])} title={title} />;
    if (of.every((entry) => isPlain(entry) && String(entry).length < 25)) return <p>{of.map(written).join(', ')}</p>;
    return (
      <ul>
        {of.map((entry) => (
          <li key={JSON.stringify(entry)}>
            <Value of={entry} title={title} />
          </li>
        ))}
      </ul>
    );
  }
  const rows = Object.entries(of as Row);
  const alike = rows.length > 1 && rows.every(([, row]) => isGroup(row) && Object.values(row).every(isPlain));
  return alike ? <Table rows={rows as [string, Row][]} title={title} /> : <Group of={of as Row} level={4} />;
}

/** One row a thing; a column for whatever any of them has. */
function Table({ rows, title }: { rows: [string, Row][]; title: string }) {
  const columns = [...new Set(rows.flatMap(([, row]) => Object.keys(row)))];
  const named = rows.some(([name]) => name !== '');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: wider than the page it is scrolled, by keyboard too.
    <figure class="scrolled" aria-label={title} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {named && <td />}
            {columns.map((column) => (
              <th key={column} scope="col" data-number={rows.some(([, row]) => typeof row[column] === 'number') || undefined}>
                {titled(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, row], at) => (
            <tr key={name || at}>
              {named && <th scope="row">{titled(name)}</th>}
              {columns.map((column) => (
                <td key={column} data-number={typeof row[column] === 'number' || undefined}>
                  <Value of={row[column] ?? null} title={titled(column)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

const isPlain = (value: unknown): value is Plain => typeof value !== 'object' || value === null;
const isGroup = (value: unknown): value is Row => !isPlain(value) && !Array.isArray(value);
const isEmpty = (value: unknown) => value === '' || (!isPlain(value) && Object.keys(value as object).length === 0);

const NUMBER = new Intl.NumberFormat(language(), { maximumFractionDigits: 3 });

function written(value: Plain): string {
  if (value === null) return '–';
  if (typeof value === 'boolean') return t(value ? 'options.card.yes' : 'options.card.no');
  return typeof value === 'number' ? NUMBER.format(value) : value;
}

/** "macroF1" and "macro_f1" as "Macro F1". */
function titled(key: string): string {
  const words = key.replace(/[_-]+/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
