import { type Analysis, LABELS, type Label, type Side } from '../stance/index.ts';
import { displayName, type Thread } from '../thread/index.ts';
import { type Person, peopleOf } from './people.ts';

/** What is counted: each comment once, each person once, or the votes that comments were given. */
export const COUNTED = ['comments', 'people', 'votes'] as const;
/** What a division counts. */
export type Counted = (typeof COUNTED)[number];

/** How a thread divides, counted in one way. */
export interface Division<By extends Counted = Counted> {
  by: By;
  /** Adds up to `total`. */
  counts: Record<Label, number>;
  total: number;
  /** Comments that are not in it: by people those that name nobody, by votes those that show none. */
  without: number;
  /** Comments voted below zero. A vote against a comment is no vote for another stance, so these count as none. */
  below: number;
}

/**
 * Every way of counting that a thread allows: by comment always, by person where any is named, by votes where any were given.
 * People who only wrote the opening post are not counted; where a person stands whose comments differ, `standOf` decides.
 */
export function divisionsOf(thread: Thread, analysis: Analysis): Division[] {
  return divided(thread, analysis, writers(thread, analysis)).filter(({ by, total }) => by === 'comments' || total > 0);
}

function divided(thread: Thread, analysis: Analysis, people: Person[]): [Division<'comments'>, Division<'people'>, Division<'votes'>] {
  const stanceOf = (id: string) => analysis.verdicts[id]?.opening.stance ?? 'pending';
  const { comments } = thread;
  const scored = comments.filter(({ score }) => score !== null);
  const sum = <By extends Counted>(by: By, parts: { stance: Label; weight: number }[], without = 0, below = 0): Division<By> => {
    const counts = Object.fromEntries(LABELS.map((label) => [label, 0])) as Record<Label, number>;
    for (const { stance, weight } of parts) counts[stance] += weight;
    return { by, counts, total: parts.reduce((sum, { weight }) => sum + weight, 0), without, below };
  };
  return [
    sum(
      'comments',
      comments.map(({ id }) => ({ stance: stanceOf(id), weight: 1 })),
    ),
    sum(
      'people',
      people.map(({ stance }) => ({ stance, weight: 1 })),
      comments.filter((comment) => displayName(comment) === null).length,
    ),
    sum(
      'votes',
      scored.map(({ id, score }) => ({ stance: stanceOf(id), weight: Math.max(0, score ?? 0) })),
      comments.length - scored.length,
      scored.filter(({ score }) => (score ?? 0) < 0).length,
    ),
  ];
}

const writers = (thread: Thread, analysis: Analysis) => peopleOf(thread, analysis).filter(({ comments }) => comments.length > 0);

/** What may tell otherwise than the comments do. */
type Other = Exclude<Counted, 'comments'>;

/** Half or more of a side's comments are by a few people. */
interface Few {
  tells: 'few';
  side: Side;
  share: number;
  of: number;
  people: number;
}

/** How the ways of counting tell different stories; `byReader` where that holds only with what the reader set. */
export type Story = Tale & { byReader?: true };

type Tale =
  | Few
  /** Counted so, the other side is the larger one. */
  | { tells: 'turned'; by: Other; larger: Side; counts: Record<Side, number> }
  /** Counted so, a side holds another share of what is on either side than by comment. */
  | { tells: 'shifted'; by: Other; side: Side; share: number; ofComments: number };

/** Below these, a difference may be chance: so many comments on the sides, or people, or votes. */
const MIN_COUNTED = { comments: 5, people: 4, votes: 10 };
const MAX_FEW = 3;
/** A smaller shift of the shares is no other story. */
const MIN_SHIFT = 0.15;
const MAX_STORIES = 2;

/**
 * What a reader who saw one way of counting alone would get wrong, the two most telling first; empty where all tell the same. All of it is
 * said of the comments whose stance is known, and what would not hold without the reader's own corrections is marked.
 */
export function storiesOf(thread: Thread, analysis: Analysis): Story[] {
  const tales = talesOf(thread, analysis);
  const ownVerdicts = Object.entries(analysis.verdicts).filter(([, { opening }]) => opening.because !== 'reader');
  if (tales.length === 0 || ownVerdicts.length === Object.keys(analysis.verdicts).length) return tales;
  const without = talesOf(thread, { ...analysis, verdicts: Object.fromEntries(ownVerdicts) });
  const alike = (one: Tale, other: Tale) => one.tells === other.tells && sideOf(one) === sideOf(other);
  return tales.map((tale) => (without.some((other) => alike(tale, other)) ? tale : { ...tale, byReader: true }));
}

const sideOf = (tale: Tale) => (tale.tells === 'few' ? tale.side : tale.tells === 'turned' ? tale.by + tale.larger : tale.by + tale.side);

function talesOf(thread: Thread, analysis: Analysis): Tale[] {
  const people = writers(thread, analysis);
  const [byComment, ...others] = divided(thread, analysis, people);
  const sides = ({ counts }: Division) => counts.support + counts.oppose;
  const share = (division: Division) => division.counts.support / sides(division);
  const few = (['oppose', 'support'] as const).flatMap((side) => fewBehind(side, people, analysis, byComment.counts[side]) ?? []);
  few.sort((one, other) => other.share - one.share);
  if (sides(byComment) < MIN_COUNTED.comments) return few;
  const ofComments = share(byComment);
  const told = others
    .filter((division) => sides(division) >= MIN_COUNTED[division.by])
    .flatMap((division): Tale[] => {
      const { by, counts } = division;
      const now = share(division);
      const larger = now > 0.5 ? 'support' : 'oppose';
      if ((now - 0.5) * (ofComments - 0.5) < 0) return [{ tells: 'turned', by, larger, counts }];
      if (Math.abs(now - ofComments) < MIN_SHIFT) return [];
      const side = now > ofComments ? 'support' : 'oppose';
      const of = (support: number) => (side === 'support' ? support : 1 - support);
      return [{ tells: 'shifted', by, side, share: of(now), ofComments: of(ofComments) }];
    });
  const turned = told.filter(({ tells }) => tells === 'turned');
  const shifted = told.filter(({ tells }) => tells === 'shifted');
  return [...turned.slice(0, 1), ...few, ...turned.slice(1), ...shifted].slice(0, MAX_STORIES);
}

/** The fewest people who wrote at least half of a side's comments, where they are at most three and wrote two each or more. */
function fewBehind(side: Side, people: readonly Person[], analysis: Analysis, of: number): Few | null {
  if (of < MIN_COUNTED.comments) return null;
  const written = people
    .map(({ comments }) => comments.filter(({ id }) => analysis.verdicts[id]?.opening.stance === side).length)
    .sort((one, other) => other - one)
    .slice(0, MAX_FEW);
  let theirs = 0;
  for (const [index, count] of written.entries()) {
    theirs += count;
    if (theirs >= of / 2) return theirs >= 2 * (index + 1) ? { tells: 'few', side, share: theirs / of, of, people: index + 1 } : null;
  }
  return null;
}
