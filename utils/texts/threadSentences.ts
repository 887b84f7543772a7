import type { Side } from '../stance/index.ts';
import type { Known } from '../summary/index.ts';
import { formatShare } from './format.ts';
import { countedWord } from './stanceTexts.ts';
import { formatCount, t, tCount } from './texts.ts';

/** A sentence about a thread, and when it is true. */
interface ThreadSentence {
  holds(known: Known): boolean;
  say(known: Known): string;
}

/** From one side to the other. */
const PLACED = ['support', 'mixed', 'neutral', 'question', 'oppose'] as const;

/** How far it is known where a thread's comments stand, as the first thing that is said of it: of these one holds, or none where nothing was read. */
export const COVERAGE_SENTENCES = {
  placed: {
    holds: ({ placed }) => placed > 0,
    say: ({ read, placed, counts, kind }) => {
      // What is still to be read was not found to be without a place.
      const judged = read - counts.pending;
      const figures = PLACED.filter((label) => counts[label] > 0)
        .map((label) => `${formatCount(counts[label])} ${countedWord(label, counts[label], kind)}`)
        .join(t('coverage.and'));
      return judged === 1 ? t('known.only', { figures }) : tCount('known.placed', judged, { placed: formatCount(placed), figures });
    },
  },
  none: {
    holds: ({ read, placed, counts }) => read > counts.pending && placed === 0,
    say: ({ read, counts }) => tCount('known.none', read - counts.pending),
  },
} satisfies Record<string, ThreadSentence>;

interface SideSentence {
  holds(known: Known, side: Side): boolean;
  say(known: Known, side: Side): string;
}

/**
 * What is said below the name of a side, in this order. That most comments are placed nowhere is the rule, so that nothing is said of those
 * that are not; and that a comment stands there because the reader said so is told.
 */
export const SIDE_SENTENCES = {
  /** Nobody of those known stands there, and all are known. */
  nobody: {
    holds: (known, side) => isEmpty(known, side) && known.counts.mixed === 0 && known.open === 0,
    say: (_, side) => t(`sides.nobody.${side}`),
  },
  /** The same, but some are not known. */
  none: {
    holds: (known, side) => isEmpty(known, side) && known.counts.mixed === 0 && known.open > 0,
    say: (_, side) => t(`sides.none.${side}`),
  },
  /** Of some of these it is likely enough to be shown. */
  may: {
    holds: (known, side) => isEmpty(known, side) && known.counts.mixed === 0 && isSuspected(known, side),
    say: ({ suspected }) => tCount('sides.may', suspected.count, { share: formatShare(suspected.likely) }),
  },
  mixed: { holds: (known, side) => isEmpty(known, side) && known.counts.mixed > 0, say: () => t('sides.mixed') },
  /** What the smaller side, or one that nobody is known to take, is measured by is said with it. */
  open: {
    holds: (known, side) =>
      unplacedIn(known) > 0 && (isUnheard(known, side) || (side === known.smaller && (known.counts[side] > 0 || known.counts.mixed > 0))),
    say: (known) => tCount('sides.open', unplacedIn(known)),
  },
  pending: {
    holds: ({ read, kind, smaller, counts }, side) => read > 0 && kind === 'claim' && side === smaller && counts.pending > 0,
    say: ({ counts }) => tCount('sides.pending', counts.pending),
  },
  byHand: { holds: ({ byReader }, side) => byReader[side] > 0, say: ({ byReader }, side) => tCount('sides.byHand', byReader[side]) },
} satisfies Record<string, SideSentence>;

const isEmpty = ({ read, kind, counts }: Known, side: Side) => read > 0 && kind === 'claim' && counts[side] === 0;
/** Comments that were read and found no place; what is still to be read is none of them. */
const unplacedIn = ({ open, counts }: Known) => open - counts.pending;
const isUnheard = (known: Known, side: Side) => isEmpty(known, side) && known.counts.mixed === 0 && !isSuspected(known, side);
const isSuspected = ({ smaller, suspected }: Known, side: Side) => side === smaller && suspected.count > 0;

/** "Of 19 comments 6 could be placed: 4 support, 2 oppose." Empty where none was read. */
export function describePlaced(known: Known): string {
  return Object.values<ThreadSentence>(COVERAGE_SENTENCES)
    .filter(({ holds }) => holds(known))
    .map(({ say }) => say(known))
    .join(' ');
}

/** The name of a side, with how many are known to stand there; the smaller is the other side, where one is known at all. */
export function titleOfSide(known: Known, side: Side): string {
  const count = known.counts[side];
  const stands = tCount(`sides.stands.${side}`, count);
  if (known.counts[known.larger] === 0) return t(isSuspected(known, side) ? `sides.perhapsOf.${side}` : `sides.of.${side}`);
  if (side === known.larger) return stands;
  if (count > 0) return t('sides.otherIs', { stands });
  return t(isSuspected(known, side) ? 'sides.perhaps' : 'sides.other');
}

/** What is known of a side beyond its name. While the model is at work, how far it is says what is still to be read. */
export function describeSide(known: Known, side: Side, working = false): string {
  return Object.values<SideSentence>(SIDE_SENTENCES)
    .filter((sentence) => sentence.holds(known, side) && !(working && sentence === SIDE_SENTENCES.pending))
    .map(({ say }) => say(known, side))
    .join(' ');
}
