import { LABELS, type Label, type Proposition } from '../utils/stance/verdict.ts';
import { formatCount } from './format.ts';
import { Icon } from './Icon.tsx';
import { countedWord, shownAs } from './words.ts';

/** From one side to the other, then what could not be told. */
const ORDER: Label[] = ['support', 'mixed', 'neutral', 'question', 'oppose', 'unsure', 'unread'];

/** Shown also where nobody stands there: both sides, and what was left undecided. */
const ALWAYS: Label[] = ['support', 'oppose', 'unsure', 'unread'];

interface DivisionProps {
  division: Record<Label, number>;
  read: number;
  kind: Proposition['kind'];
}

/** How a thread divides: a bar, and beside it the counts, which add up to the comments read. Below an open question there are no sides. */
export function Division({ division: stances, read, kind }: DivisionProps) {
  const division = Object.fromEntries(LABELS.map((label) => [label, 0])) as Record<Label, number>;
  for (const label of LABELS) division[shownAs(label, kind)] += stances[label];
  const always = ALWAYS.map((label) => shownAs(label, kind));
  const parts = ORDER.filter((label) => division[label] > 0);
  return (
    <div class="division">
      <div class="bar" aria-hidden="true">
        {parts.map((label) => (
          <span key={label} class="part" data-stance={label} style={{ flexGrow: division[label] }}>
            {division[label] / read > 0.08 && <Icon label={label} />}
          </span>
        ))}
      </div>
      <ul class="counts" aria-label="How many comments stand where">
        {ORDER.filter((label) => division[label] > 0 || always.includes(label)).map((label) => (
          <li key={label} data-stance={label}>
            <Icon label={label} />
            <span class="count">{formatCount(division[label])}</span> {countedWord(label, division[label], kind)}
          </li>
        ))}
      </ul>
    </div>
  );
}
