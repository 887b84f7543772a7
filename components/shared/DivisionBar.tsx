import { LABELS, type Label } from '../../utils/stance/index.ts';
import { Icon } from './Icon.tsx';

/** A part of the bar that is narrower than this has no room for its icon. */
const ROOM = 0.08;

/** However few they are, they are seen: so much of the bar is theirs at least. */
const LEAST = 0.01;

interface DivisionBarProps {
  division: Record<Label, number>;
  /** From one side to the other. */
  order: readonly Label[];
  /** Whether each part that has room for it shows its icon. */
  icons?: boolean;
}

/**
 * A division as a bar. Each part is as long as the whole, begins where the one before ends and is covered by the next: a count that grows moves
 * them by a transform, which has nothing laid out anew.
 */
export function DivisionBar({ division, order, icons = false }: DivisionBarProps) {
  const total = LABELS.reduce((sum, label) => sum + division[label], 0);
  const labels = order.filter((label) => division[label] > 0);
  const lengths = labels.map((label) => Math.max(LEAST, division[label] / total));
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  let from = 0;
  const parts = labels.map((label, index) => {
    const share = (lengths[index] as number) / whole;
    const part = { label, share, from };
    from += share;
    return part;
  });
  return (
    <span class="bar" aria-hidden="true">
      {parts.map(({ label, share, from }) => (
        <span key={label} class="part" data-stance={label} style={{ '--from': round(from), '--share': round(share) }}>
          {icons && share > ROOM && <Icon label={label} />}
        </span>
      ))}
    </span>
  );
}

const round = (share: number) => Math.round(share * 10_000) / 10_000;
