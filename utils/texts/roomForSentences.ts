import { READ_WHOLE, type Side } from '../stance/index.ts';
import type { Known } from '../summary/index.ts';
import { describePlaced, describeSide, titleOfSide } from './threadSentences.ts';

const SIDES: readonly Side[] = ['support', 'oppose'];

/** What may be said of a thread of so many comments while more of it is read: of all sentences the ones that take most room. */
export function sentencesToCome(known: Known, comments: number): Record<'placed' | 'titles' | 'sides', string[]> {
  const later = laterKnown(known, comments);
  return {
    placed: later.map(describePlaced),
    titles: later.flatMap((one) => SIDES.map((side) => titleOfSide(one, side))),
    sides: later.flatMap((one) => SIDES.map((side) => describeSide(one, side))),
  };
}

/** Nobody known to take a side, some suspected or none; both known; one known and the other suspected. */
function laterKnown({ kind }: Known, comments: number): Known[] {
  const each = Math.ceil(comments / 4);
  const pending = comments > READ_WHOLE ? each : 0;
  const open = each + pending;
  const some = { count: 3, likely: 0.88 };
  const none = { count: 0, likely: 0 };
  const all = { kind, read: comments, byReader: { support: 0, oppose: 0 } };
  const counts = { support: each, oppose: each, mixed: 0, neutral: each, question: each, unsure: each, skipped: 0, pending };
  const nobody = { ...all, counts: { ...counts, support: 0, oppose: 0 }, placed: 2 * each, open: open + 2 * each };
  const [bySupport, byOpposition] = [
    { larger: 'support', smaller: 'oppose' },
    { larger: 'oppose', smaller: 'support' },
  ] as const;
  return [
    { ...nobody, ...bySupport, suspected: none },
    { ...nobody, ...bySupport, suspected: some },
    { ...all, ...bySupport, counts, placed: comments, open, suspected: none },
    { ...all, ...byOpposition, counts, placed: comments, open, suspected: none },
    { ...all, ...bySupport, counts: { ...counts, oppose: 0 }, placed: comments, open, suspected: some },
    { ...all, ...byOpposition, counts: { ...counts, support: 0 }, placed: comments, open, suspected: some },
  ];
}
