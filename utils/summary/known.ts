import { type Analysis, LABELS, type Label, type Proposition, type Side, shownLabel } from '../stance/index.ts';
import type { Summary } from './summarize.ts';

/** What is known of where a thread's comments stand: all that a sentence about the thread may rest on. */
export interface Known {
  kind: Proposition['kind'];
  /** Comments read. */
  read: number;
  /** How many of them stand where; adds up to `read`. Below an open question nobody takes a side. */
  counts: Record<Label, number>;
  /** Those of which it is known where they stand, and those of which it is not: these may stand anywhere. Both add up to `read`. */
  placed: number;
  open: number;
  /** The side that more comments are known to take, and the other; of equal ones support comes first. */
  larger: Side;
  smaller: Side;
  /** How many of a side the reader put there, not the model. */
  byReader: Record<Side, number>;
  /** Comments that may stand on the smaller side, where none is known to, and how likely the likeliest of them does. */
  suspected: { count: number; likely: number };
}

type Figures = Pick<Summary, 'proposition' | 'read' | 'division' | 'suspected'>;

/** What is known of a thread, out of its summary and its verdicts; without these nothing is known to be the reader's. Linear in the number of comments. */
export function knownOf({ proposition: { kind }, read, division, suspected }: Figures, verdicts: Analysis['verdicts'] = {}): Known {
  const counts = Object.fromEntries(LABELS.map((label) => [label, 0])) as Record<Label, number>;
  for (const label of LABELS) counts[shownLabel(label, kind)] += division[label];
  const byReader = { support: 0, oppose: 0 };
  for (const { opening } of Object.values(verdicts)) {
    if (opening.because === 'reader' && (opening.stance === 'support' || opening.stance === 'oppose')) byReader[opening.stance] += 1;
  }
  const [larger, smaller]: [Side, Side] = division.oppose <= division.support ? ['support', 'oppose'] : ['oppose', 'support'];
  const open = counts.unsure + counts.skipped + counts.pending;
  const likely = verdicts[suspected[0] ?? '']?.opening.probabilities[smaller] ?? 0;
  return { kind, read, counts, placed: read - open, open, larger, smaller, byReader, suspected: { count: suspected.length, likely } };
}
