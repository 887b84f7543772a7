import { useRef } from 'preact/hooks';
import { LABELS, type Label, type Proposition, READ_WHOLE, shownLabel } from '../../utils/stance/index.ts';
import type { Counted } from '../../utils/summary/index.ts';
import { countedWord, formatCount, longestCountedWord, t } from '../../utils/texts/index.ts';
import { DivisionBar } from './DivisionBar.tsx';
import { Icon } from './Icon.tsx';

/** From one side to the other, then what could not be told. */
const ORDER: Label[] = ['support', 'mixed', 'neutral', 'question', 'oppose', 'unsure', 'skipped', 'pending'];

/** Shown also where nobody stands there: both sides, and what was left undecided. */
const ALWAYS: Label[] = ['support', 'oppose', 'unsure'];

/** Shown once somebody stands there; while that may still come, room is kept for them; of what waits to be read, in threads so long that some does. */
const LATER: Label[] = ['neutral', 'question', 'skipped'];

/** A sign between thousands is so wide, in digits. */
const SEPARATOR = 0.45;

/** A letter is so wide, and so wide are the icon and the spaces beside it, in digits. */
const [LETTER, BESIDE] = [0.8, 3];

interface DivisionProps {
  division: Record<Label, number>;
  /** What the division adds up to. */
  read: number;
  kind: Proposition['kind'];
  by?: Counted;
  /** Whether the counts are final: until then the bar's parts have no icons, and what is still to be read is not counted. */
  final?: boolean;
  /** What the division may come to add up to, where that is more than it does now: room is kept for it. */
  most?: number;
}

/** How a thread divides: a bar, and beside it the counts, which add up to what was counted. Below an open question there are no sides. */
export function Division({ division: stances, read, kind, by = 'comments', final = true, most = 0 }: DivisionProps) {
  const division = Object.fromEntries(LABELS.map((label) => [label, 0])) as Record<Label, number>;
  for (const label of LABELS) division[shownLabel(label, kind)] += stances[label];
  const always = [...new Set(ALWAYS.map((label) => shownLabel(label, kind)))];
  const shown = ORDER.filter((label) => (division[label] > 0 && (final || label !== 'pending')) || always.includes(label));
  // Counts that are seen while they grow stay where they are, also once they are final: room is kept for what may come.
  const moves = useRef(!final || stances.pending > 0 || most > read).current;
  const widest = Math.max(read, most);
  const later: Label[] = read > READ_WHOLE ? [...LATER, 'pending'] : LATER;
  const reserved = moves ? later.filter((label) => !shown.includes(label)) : [];
  // What waits stands with what is unsure; of both a mixed stance is never the model's, and comes last.
  const after: Label[] = ['pending', ...LATER, 'mixed'];
  const places = [...always, ...after.filter((label) => !always.includes(label))].filter(
    (label) => shown.includes(label) || reserved.includes(label),
  );
  const columns = moves ? `repeat(auto-fill, minmax(min(100%, ${columnOf(places, widest, kind)}ch), 1fr))` : undefined;
  return (
    <div class="division">
      <DivisionBar division={division} order={ORDER} icons={final} />
      <ul class="counts" data-steady={moves || undefined} style={{ gridTemplateColumns: columns }} aria-label={t(`division.count.${by}`)}>
        {places.map((label) => (
          <li
            key={label}
            data-stance={label}
            class={reserved.includes(label) ? 'reserved' : undefined}
            aria-hidden={reserved.includes(label) || undefined}
          >
            <Icon label={label} />
            <span class="said">
              {/* Another count is another text, which has not moved; its last digit stands where that of the one before did. */}
              <span
                key={moves ? division[label] : label}
                class="count"
                style={moves ? { minInlineSize: `${widthOf(widest)}ch` } : undefined}
              >
                {formatCount(division[label])}
              </span>{' '}
              <span class="word" data-longest={moves ? longestCountedWord(label, kind) : undefined}>
                {reserved.includes(label) ? '' : countedWord(label, division[label], kind)}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** How wide a column is that holds any of the counts with its icon and word, in digits. */
function columnOf(labels: readonly Label[], widest: number, kind: Proposition['kind']): number {
  const letters = Math.max(...labels.map((label) => longestCountedWord(label, kind).length));
  return Math.round(10 * (widthOf(widest) + LETTER * letters + BESIDE)) / 10;
}

/** How wide a count is, in digits. */
function widthOf(count: number): number {
  const written = formatCount(count);
  const digits = String(count).length;
  return digits + (written.length - digits) * SEPARATOR;
}
