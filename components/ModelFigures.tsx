import type { JSX } from 'preact';
import type { ModelCard } from '../entrypoints/options/modelCard.ts';

/** The model's card as its maker wrote it: texts and figures as they stand there, lists of alike things as tables. */
export function ModelFigures({ card }: { card: ModelCard | null | 'asking' }) {
  if (card === 'asking') return <p class="empty">Reading the model's card…</p>;
  if (card === null) return <p class="empty">This build came without the model's card.</p>;
  const entries = Object.entries(card);
  const plain = entries.filter(([, value]) => isPlain(value));
  return (
    <div class="card">
      <Pairs of={plain} />
      {entries
        .filter(([, value]) => !isPlain(value))
        .map(([key, value]) => (
          <div key={key}>
            <h3>{titled(key)}</h3>
            <Value of={value} title={titled(key)} />
          </div>
        ))}
    </div>
  );
}

type Plain = string | number | boolean | null;
type Entries = [string, unknown][];

const isPlain = (value: unknown): value is Plain => typeof value !== 'object' || value === null;
const isGroup = (value: unknown): value is Record<string, unknown> => !isPlain(value) && !Array.isArray(value);

function Value({ of, title }: { of: unknown; title: string }): JSX.Element {
  if (isPlain(of)) return <p>{written(of)}</p>;
  if (Array.isArray(of) && of.length > 0 && of.every(isGroup)) return <Table rows={of.map((row) => [null, row])} title={title} />;
  if (Array.isArray(of)) {
    return (
      <ul>
        {of.map((entry, at) => (
          <li key={at}>{isPlain(entry) ? written(entry) : <Value of={entry} title={title} />}</li>
        ))}
      </ul>
    );
  }
  const entries = Object.entries(of as Record<string, unknown>);
  if (entries.length > 1 && entries.every(([, value]) => isGroup(value) && Object.values(value).every(isPlain))) {
    return <Table rows={entries as [string, Record<string, unknown>][]} title={title} />;
  }
  return <Pairs of={entries} />;
}

function Pairs({ of }: { of: Entries }) {
  return (
    <dl>
      {of.map(([key, value]) => (
        <div key={key}>
          <dt>{titled(key)}</dt>
          <dd>{isPlain(value) ? written(value) : <Value of={value} title={titled(key)} />}</dd>
        </div>
      ))}
    </dl>
  );
}

/** One row a thing; a column for whatever any of them has. */
function Table({ rows, title }: { rows: [string | null, Record<string, unknown>][]; title: string }) {
  const columns = [...new Set(rows.flatMap(([, row]) => Object.keys(row)))];
  const named = rows.some(([name]) => name !== null);
  return (
    // Wider than the page it is scrolled, by keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable.
    <section class="scrolled" aria-label={title} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {named && <td />}
            {columns.map((column) => (
              <th key={column} scope="col">
                {titled(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, row], at) => (
            <tr key={name ?? at}>
              {named && <th scope="row">{titled(name ?? '')}</th>}
              {columns.map((column) => (
                <td key={column} data-number={typeof row[column] === 'number' || undefined}>
                  {isPlain(row[column]) ? written(row[column] ?? null) : <Value of={row[column]} title={titled(column)} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const NUMBER = new Intl.NumberFormat(undefined, { maximumFractionDigits: 3 });

function written(value: Plain | undefined): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'number' ? NUMBER.format(value) : value;
}

/** "macroF1" and "macro_f1" as "Macro F1". */
function titled(key: string): string {
  const words = key.replace(/[_-]+/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
