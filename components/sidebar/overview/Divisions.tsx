import { useMemo, useState } from 'preact/hooks';
import type { Analysis } from '../../../utils/stance/index.ts';
import { type Counted, type Division as Divided, divisionsOf, type Known, type Story, storiesOf } from '../../../utils/summary/index.ts';
import { describePlaced, formatCount, formatPart, t, tCount } from '../../../utils/texts/index.ts';
import type { Thread } from '../../../utils/thread/index.ts';
import { Division } from '../../shared/Division.tsx';
import { SegmentedControl } from '../../shared/SegmentedControl.tsx';
import { WithRoom } from '../../shared/WithRoom.tsx';

interface DivisionsProps {
  thread: Thread;
  analysis: Analysis;
  known: Known;
  /** Whether more may be known soon: then nothing is said of how much is. */
  working?: boolean;
  /** Where the counts may grow, how many comments the thread may come to have, and all that may be said of how many could be placed: room is kept for it. */
  most?: number;
  others?: readonly string[];
}

/** How a thread divides by comment, by person and by vote, as far as the page tells; where no room is kept for what may come, also the stories. */
export function Divisions({ thread, analysis, known, working = false, most = 0, others = [] }: DivisionsProps) {
  const { kind } = analysis.proposition;
  const [by, choose] = useState<Counted>('comments');
  const divisions = useMemo(() => divisionsOf(thread, analysis), [thread, analysis]);
  const division = divisions.find((one) => one.by === by) ?? (divisions[0] as Divided);
  return (
    <div class="divisions">
      <Division division={division.counts} read={division.total} kind={kind} by={division.by} final={!working} most={most} />
      {divisions.length > 1 && thread.comments.length > 1 && (
        <SegmentedControl<Counted>
          label={t('division.by')}
          options={divisions.map(({ by }) => ({ name: by, label: t(`division.${by}`) }))}
          chosen={division.by}
          choose={choose}
        />
      )}
      {division.by !== 'comments' && <p class="note">{describe(division)}</p>}
      <p class="placed">
        <WithRoom text={working ? tCount('progress.analyzing', known.read) : describePlaced(known)} others={others} />
      </p>
      {kind === 'claim' && others.length === 0 && <Stories thread={thread} analysis={analysis} known={known} />}
    </div>
  );
}

/** In sentences, where the ways of counting tell different stories. */
export function Stories({ thread, analysis, known }: Pick<DivisionsProps, 'thread' | 'analysis' | 'known'>) {
  const stories = useMemo(() => storiesOf(thread, analysis), [thread, analysis]);
  if (stories.length === 0) return null;
  return (
    <>
      {known.open > 0 && <p class="note">{tCount('division.said', known.placed)}</p>}
      {stories.map((story) => (
        <p key={tell(story)} class="story">
          {tell(story)}
        </p>
      ))}
    </>
  );
}

/** What was counted, and what was left out of it. */
function describe({ by, total, without, below }: Divided): string {
  const people = by === 'people';
  return [
    tCount(people ? 'division.people_total' : 'division.votes_total', total),
    ...(without > 0 ? [tCount(people ? 'division.unnamed' : 'division.unvoted', without)] : []),
    ...(below > 0 ? [tCount('division.below', below)] : []),
  ].join(' ');
}

function tell(story: Story): string {
  return story.byReader ? `${telling(story)} ${t('division.byHand')}` : telling(story);
}

function telling(story: Story): string {
  if (story.tells === 'few') {
    const { side, people, share, of } = story;
    return tCount(`division.few.${side}`, people, { share: formatPart(share), of: formatCount(of) });
  }
  if (story.tells === 'turned') {
    const { support, oppose } = story.counts;
    return t(`division.turned.${story.by}.${story.larger}`, { support: formatCount(support), oppose: formatCount(oppose) });
  }
  return t(`division.shifted.${story.by}.${story.side}`, { share: formatPart(story.share), ofComments: formatPart(story.ofComments) });
}
