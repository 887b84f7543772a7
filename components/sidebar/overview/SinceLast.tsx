import { useRef, useState } from 'preact/hooks';
import type { Session } from '../../../utils/session/index.ts';
import type { Analysis, Label } from '../../../utils/stance/index.ts';
import { formatPart, formatTime, t, tCount } from '../../../utils/texts/index.ts';
import type { Comment, Thread } from '../../../utils/thread/index.ts';
import { WithRoom } from '../../shared/WithRoom.tsx';

interface SinceLastProps {
  session: Session;
  thread: Thread;
  analysis: Analysis;
  jump(id: string): void;
}

/** What is new since the reader's last visit to this thread, how that moved its division, and the way from one new comment to the next. */
export function SinceLast({ session, thread, analysis, jump }: SinceLastProps) {
  const [gone, setGone] = useState<string | null>(null);
  const moves = useRef(analysis.proposition.kind === 'claim' && thread.comments.some(({ id }) => !isRead(analysis, id))).current;
  const last = session.lastVisit.value;
  if (!last) return null;
  const time = formatTime(new Date(last.moment).toISOString());
  const fresh = thread.comments.filter(({ id }) => session.fresh.value.has(id));
  if (fresh.length === 0) return <p class="note since">{t('since.nothing', { time })}</p>;
  const index = fresh.findIndex(({ id }) => id === gone);
  const go = () => {
    const next = fresh[(index + 1) % fresh.length] as Comment;
    setGone(next.id);
    jump(next.id);
  };
  return (
    <section class="since" aria-label={t('since.title')}>
      <h2>{tCount('since.fresh', fresh.length, { time })}</h2>
      <p>
        <WithRoom text={describeMove(thread, analysis, session.fresh.value)} others={moves ? movesToCome() : []} />
      </p>
      <p class="next">
        <button type="button" class="plain" onClick={go}>
          {t('since.next')}
        </button>
        {index >= 0 && (
          <span class="note" role="status">
            {t('since.number', { number: String(index + 1), of: String(fresh.length) })}
          </span>
        )}
      </p>
    </section>
  );
}

const isRead = ({ verdicts }: Analysis, id: string) => (verdicts[id]?.opening.stance ?? 'pending') !== 'pending';

/** What may be said of it once all is read. */
function movesToCome(): string[] {
  const [before, now] = [formatPart(0.39), formatPart(0.41)];
  const moved = (['support', 'oppose'] as const).map((side) => t(`since.${side}`, { before, now }));
  return [`${moved.join(t('coverage.and'))} ${t('since.of')}.`, t('since.still'), t('since.unplaced')];
}

/**
 * "Support 41 → 35 % of the comments that could be placed": how the comments that were there before divide, and how all do now. Both as they are
 * judged today, so that only what came in makes the difference; what could not be placed makes none. Empty where that cannot be told: where
 * none of the comments before could be placed, where new ones are still to be read, and below an open question.
 */
function describeMove({ comments }: Thread, { proposition, verdicts }: Analysis, fresh: ReadonlySet<string>): string {
  if (proposition.kind === 'question') return '';
  const labelOf = ({ id }: Comment) => verdicts[id]?.opening.stance ?? 'pending';
  const isPlaced = (comment: Comment) => !['unsure', 'skipped', 'pending'].includes(labelOf(comment));
  const placed = comments.filter(isPlaced);
  const before = placed.filter(({ id }) => !fresh.has(id));
  if (before.length === 0 || comments.some((comment) => labelOf(comment) === 'pending')) return '';
  if (before.length === placed.length) return t('since.unplaced');
  const share = (some: Comment[], label: Label) => formatPart(some.filter((comment) => labelOf(comment) === label).length / some.length);
  const moved = (['support', 'oppose'] as const)
    .map((side) => ({ side, before: share(before, side), now: share(placed, side) }))
    .filter(({ before, now }) => before !== now)
    .map(({ side, before, now }) => t(`since.${side}`, { before, now }));
  return moved.length > 0 ? `${moved.join(t('coverage.and'))} ${t('since.of')}.` : t('since.still');
}
