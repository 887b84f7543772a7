import { useMemo, useState } from 'preact/hooks';
import type { Analysis } from '../../../utils/stance/index.ts';
import { type Growth as Grown, type GrowthStep, growthOf } from '../../../utils/summary/index.ts';
import { countedWord, formatCount, formatTime, language, longestCountedWord, t, tCount } from '../../../utils/texts/index.ts';
import type { Thread } from '../../../utils/thread/index.ts';
import { Icon } from '../../shared/Icon.tsx';
import { SegmentedControl } from '../../shared/SegmentedControl.tsx';
import { WithRoom } from '../../shared/WithRoom.tsx';

/** So many steps are as fine as the picture can show; so many rows can still be read. */
const STEPS = 80;
const ROWS = 10;
const SIDES = ['support', 'oppose'] as const;

interface GrowthProps {
  thread: Thread;
  analysis: Analysis;
  jump(id: string): void;
  /** How many comments the thread may come to have while this is seen, 0 where it stays as it is: room is kept for their counts. */
  most?: number;
}

/** How support and opposition grew over the thread's time or over the order of its comments: a picture, and the same as a table. */
export function Growth({ thread, analysis, jump, most = 0 }: GrowthProps) {
  const [wanted, setWanted] = useState<Grown['by']>('time');
  const drawn = useMemo(() => {
    const over = (by: Grown['by'], most: number) => growthOf(thread, analysis, by, most);
    const time = over('time', STEPS);
    // Sides may be taken by comments without a time alone: then their order tells more.
    const timed = time !== null && (sidedIn(time.steps.at(-1)) > 0 || time.untimed === 0);
    const by = timed ? wanted : 'order';
    return { timed, growth: by === 'time' ? time : over('order', STEPS), rows: over(by, ROWS)?.steps ?? [] };
  }, [thread, analysis, wanted]);
  const { timed, growth, rows } = drawn;
  const last = growth?.steps.at(-1);
  const sided = sidedIn(last);
  const empty = growth ? 'growth.untold' : 'growth.single';
  return (
    <section class="growth">
      <h2>{t('growth.title')}</h2>
      {!growth || !last || sided === 0 ? (
        <p class="note">{t(empty)}</p>
      ) : (
        <>
          {timed && (
            <SegmentedControl<Grown['by']>
              label={t('growth.over')}
              options={(['time', 'order'] as const).map((name) => ({ name, label: t(`growth.${name}`) }))}
              chosen={growth.by}
              choose={setWanted}
            />
          )}
          <Picture growth={growth} last={last} most={most} />
          <p class="note">
            <WithRoom text={notesOn(growth, last.read - sided, timed)} others={most > 0 ? [notesOn(growth, most, timed)] : []} />
          </p>
          <details>
            <summary>{t('growth.table')}</summary>
            <Table by={growth.by} rows={rows} jump={jump} />
          </details>
        </>
      )}
    </section>
  );
}

/** What the picture does not show. */
function notesOn({ untimed }: Grown, undecided: number, timed: boolean): string {
  return [
    ...(undecided > 0 ? [tCount('growth.undecided', undecided)] : []),
    ...(untimed > 0 ? [tCount('growth.untimed', untimed)] : []),
    ...(timed ? [] : [t('growth.timeless')]),
  ].join(' ');
}

const sidedIn = (step: GrowthStep | undefined) => (step ? step.support + step.oppose : 0);

/** Steps of two lines, whole for support and broken for opposition, each with its count and its icon at the end. */
function Picture({ growth, last, most }: { growth: Grown; last: GrowthStep; most: number }) {
  const highest = Math.max(last.support, last.oppose);
  const heightOf = (count: number) => 100 - (100 * count) / highest;
  const pathOf = (side: (typeof SIDES)[number]) =>
    `M0 100${growth.steps.map((step) => `H${round(step.share * 100)}V${round(heightOf(step[side]))}`).join('')}H100`;
  const ends = apart(heightOf(last.support), heightOf(last.oppose));
  const [from, to] = endsOf(growth, last);
  const said = (side: (typeof SIDES)[number]) => `${formatCount(last[side])} ${countedWord(side, last[side])}`;
  return (
    <div class="picture" role="img" aria-label={t('growth.picture', { support: said('support'), oppose: said('oppose'), from, to })}>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        <path class="grid" d="M0 0H100M0 50H100M0 100H100" />
        {SIDES.map((side) => (
          <path key={side} class="line" data-stance={side} d={pathOf(side)} />
        ))}
      </svg>
      {SIDES.map((side, index) => (
        <span key={side} class="end" data-stance={side} style={{ '--at': ends[index] }}>
          <Icon label={side} /> {said(side)}
        </span>
      ))}
      {most > 0 && (
        <span class="end kept" aria-hidden="true">
          <Icon label="support" /> {formatCount(most)} {longestCountedWord('support', 'claim')}
        </span>
      )}
      <p key={`${from} ${to}`} class="axis" aria-hidden="true">
        <span>{from}</span>
        <span>{to}</span>
      </p>
    </div>
  );
}

/** Where the two names stand beside the ends of their lines, 0…1 from the top, so far apart that both can be read. */
function apart(support: number, oppose: number): [number, number] {
  const between = 20;
  const top = Math.min(support, oppose);
  // Where both ended alike, support stands above.
  const above = support <= oppose;
  const high = Math.abs(support - oppose) < between ? Math.min(100 - between, top) : top;
  const low = Math.max(high + between, Math.max(support, oppose));
  return above ? [high / 100, low / 100] : [low / 100, high / 100];
}

function endsOf({ by, from }: Grown, last: GrowthStep): [string, string] {
  if (by === 'order') return [t('growth.first'), t('growth.last', { count: formatCount(last.read) })];
  const long = isLong(from, last.time);
  return [formatMoment(from, long), formatMoment(last.time, long)];
}

/** Hours say nothing of a thread that took days. */
function isLong(from: string | null, to: string | null): boolean {
  return Date.parse(to ?? '') - Date.parse(from ?? '') > 3 * 86_400_000;
}

/** A moment of the thread, short enough to stand in a column. */
function formatMoment(time: string | null, long: boolean): string {
  if (long || !time || time.length <= 10) return formatTime(time?.slice(0, 10) ?? null);
  return new Intl.DateTimeFormat(language(), { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' }).format(new Date(time));
}

function Table({ by, rows, jump }: { by: Grown['by']; rows: readonly GrowthStep[]; jump(id: string): void }) {
  const long = isLong(rows[0]?.time ?? null, rows.at(-1)?.time ?? null);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t(by === 'time' ? 'growth.until' : 'growth.comments')}</th>
          <th scope="col">{t('growth.supporting')}</th>
          <th scope="col">{t('growth.opposing')}</th>
          <th scope="col">{t('growth.read')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={row.first}>
            <th scope="row">
              <button type="button" class="plain" title={t('growth.go')} onClick={() => jump(row.first)}>
                {by === 'time' ? formatMoment(row.time, long) : rangeOf(rows[index - 1]?.read ?? 0, row.read)}
              </button>
            </th>
            <td>{formatCount(row.support)}</td>
            <td>{formatCount(row.oppose)}</td>
            <td>{formatCount(row.read)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function rangeOf(before: number, until: number): string {
  return before + 1 === until ? formatCount(until) : t('growth.range', { from: formatCount(before + 1), to: formatCount(until) });
}

const round = (value: number) => Math.round(value * 100) / 100;
