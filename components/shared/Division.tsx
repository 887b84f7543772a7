import { LABELS, type Label, type Proposition, shownLabel } from '../../utils/stance/index.ts';
import type { Counted } from '../../utils/summary/index.ts';
import { countedWord, formatCount, t } from '../../utils/texts/index.ts';
import { Icon } from './Icon.tsx';

/** From one side to the other, then what could not be told. */
const ORDER: Label[] = ['support', 'mixed', 'neutral', 'question', 'oppose', 'unsure', 'skipped', 'pending'];

/** Shown also where nobody stands there: both sides, and what was left undecided. */
const ALWAYS: Label[] = ['support', 'oppose', 'unsure', 'skipped'];

/** A part of the bar that is narrower than this has no room for its icon. */
const ROOM = 0.08;

interface DivisionProps {
  division: Record<Label, number>;
  /** What the division adds up to. */
  read: number;
  kind: Proposition['kind'];
  by?: Counted;
  /** Whether the counts are final: until then the bar's parts have no icons, and what is still to be read no line, which would move. */
  final?: boolean;
}

/** How a thread divides: a bar, and beside it the counts, which add up to what was counted. Below an open question there are no sides. */
export function Division({ division: stances, read, kind, by = 'comments', final = true }: DivisionProps) {
  const division = Object.fromEntries(LABELS.map((label) => [label, 0])) as Record<Label, number>;
  for (const label of LABELS) division[shownLabel(label, kind)] += stances[label];
  const always = ALWAYS.map((label) => shownLabel(label, kind));
  return (
    <div class="division">
      <div class="bar" aria-hidden="true">
        {ORDER.filter((label) => division[label] > 0).map((label) => (
          <span key={label} class="part" data-stance={label} style={{ flexGrow: division[label] }}>
            {final && division[label] / read > ROOM && <Icon label={label} />}
          </span>
        ))}
      </div>
      <ul class="counts" aria-label={t(`division.count.${by}`)}>
        {ORDER.filter((label) => (division[label] > 0 && (final || label !== 'pending')) || always.includes(label)).map((label) => (
          <li key={label} data-stance={label}>
            <Icon label={label} />
            <span class="count">{formatCount(division[label])}</span> {countedWord(label, division[label], kind)}
          </li>
        ))}
      </ul>
    </div>
  );
}
